# Pictures for coordinators, and the words that say the same. The rules of common.ftl hold here.

coverage =
    { $title }: next week, from { $first_day } to { $last_day }
    { $gaps ->
        [nothing] { $least ->
            [one] Whenever it is open, somebody means to be there.
           *[other] Whenever it is open, at least { $least } mean to be there.
        }
       *[other] { $least ->
            [one] Nobody means to be there (in brackets: how many asked at that time):
           *[other] Fewer than { $least } mean to be there (in brackets: how many asked at that time):
        }
    }
    { $gaps }
    { $demand ->
        [nothing] From { $since_day } to { $until_day } no hour of the week had five requests or more, all weeks together.
       *[other] When people asked, from { $since_day } to { $until_day }, all weeks together (the hour it was):
    }
    { $demand }
coverage-gap = – { $day }: { $spans }
coverage-demand = – { $band }: { $hours }
coverage-band = { $how ->
        [under] under { $most }
        [more] { $least } or more
       *[between] { $least } to { $most }
    }
coverage-file = coverage
coverage-picture = { $drawn ->
        [no] The picture of next week could not be drawn this time. The words and the tables say the same.
       *[yes] Next week as a picture.
    }
coverage-picture-title = { $title }: who is there next week?
coverage-picture-note = Shade: how many asked in that hour from { $first_day } to { $last_day }. Number: the fewest volunteers in that hour next week.
coverage-page-note = Number: the fewest volunteers in that hour next week. In brackets: how many asked in that hour from { $first_day } to { $last_day }.
coverage-picture-band = { $band } requests
coverage-picture-gap = { $least ->
        [one] open, and nobody means to be there
       *[other] open, and fewer than { $least } mean to be there
    }
coverage-picture-alt =
    The hours of next week. Too few mean to be there:
    { $gaps ->
        [nothing] never.
       *[other] { $gaps }
    }
    When people asked:
    { $demand ->
        [nothing] under five in each hour.
       *[other] { $demand }
    }
coverage-table = Here is the same as a table, to calculate with, each hour of the week.
coverage-page = And here on one page, to print.

calendar-file = calendar
calendar-picture = { $drawn ->
        [no] The picture of the week could not be drawn this time. The words and the table say the same.
       *[yes] The week as a picture.
    }
calendar-picture-title = { $title }: the week
calendar-picture-note = From { $first_day } to { $last_day }. The hours across; pale: open.{ $many ->
        [yes] {" "}Below each day, in brackets: how many appointments.
       *[no] {""}
    }{ $series ->
        [yes] {" ↻: one of a series."}
       *[no] {""}
    }
calendar-picture-cover = { $kind ->
        [duty] on duty
       *[shift] means to be there
    }
calendar-picture-gap = { $least ->
        [one] open, and nobody yet
       *[other] open, and fewer than { $least } yet
    }
calendar-picture-alt = The same week as a picture. All of it stands in the words before it.
calendar-table = Here is the same as a table.

report-picture = { $drawn ->
        [no] The picture could not be drawn this time. Here is what it would have shown.
       *[yes] As a picture, and the same in words.
    }
    { $title }. { $note }
    { $told }
report-waiting-title = { $title }: waiting, week by week
report-waiting-note = Half of those who met somebody waited at most so many minutes. A gap is a week with too few to tell.
report-waiting-line = minutes
report-week = week { $n }
report-outcomes-title = { $title }: answers, round by round
report-outcomes-note = What people answered on average. A gap is a round with too few to tell.
report-round = { $kind ->
        [end] at the end
        [series-end] at the end of a series
        [month] { $n ->
            [0] each month
            [one] after a month
           *[other] after { $n } months
        }
        [organisation] among the staff
        [day] after { $n ->
            [one] a day
           *[other] { $n } days
        }
        [week] after { $n ->
            [one] a week
           *[other] { $n } weeks
        }
       *[round] round { $round }
    }
