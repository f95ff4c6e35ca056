# Billeder til koordinatorer, og de ord der siger det samme. Reglerne i common.ftl gælder her.

coverage =
    { $title }: næste uge, fra { $first_day } til { $last_day }
    { $gaps ->
        [nothing] { $least ->
            [one] Når der er åbent, regner nogen med at være der.
           *[other] Når der er åbent, regner mindst { $least } med at være der.
        }
       *[other] { $least ->
            [one] Ingen regner med at være der (i parentes: hvor mange der plejer at henvende sig):
           *[other] Færre end { $least } regner med at være der (i parentes: hvor mange der plejer at henvende sig):
        }
    }
    { $gaps }
    { $demand ->
        [nothing] Fra { $since_day } til { $until_day } var der ingen time i ugen med fem henvendelser eller flere, alle uger lagt sammen.
       *[other] Hvornår folk henvendte sig, fra { $since_day } til { $until_day }, alle uger lagt sammen (timen, klokken var):
    }
    { $demand }
coverage-gap = – { $day }: { $spans }
coverage-demand = – { $band }: { $hours }
coverage-band = { $how ->
        [under] under { $most }
        [more] { $least } eller flere
       *[between] { $least } til { $most }
    }
coverage-file = dækning
coverage-picture = { $drawn ->
        [no] Billedet af næste uge kunne ikke tegnes denne gang. Ordene og tabellerne siger det samme.
       *[yes] Næste uge som billede.
    }
coverage-picture-title = { $title }: hvem er der næste uge?
coverage-picture-note = Skygge: hvor mange der henvendte sig i den time fra { $first_day } til { $last_day }. Tal: så få frivillige er der i den time næste uge.
coverage-page-note = Tal: så få frivillige er der i den time næste uge. I parentes: hvor mange der henvendte sig i den time fra { $first_day } til { $last_day }.
coverage-picture-band = { $band } henvendelser
coverage-picture-gap = { $least ->
        [one] åbent, og ingen regner med at være der
       *[other] åbent, og færre end { $least } regner med at være der
    }
coverage-picture-alt =
    Timerne i næste uge. For få regner med at være der:
    { $gaps ->
        [nothing] aldrig.
       *[other] { $gaps }
    }
    Hvornår folk henvendte sig:
    { $demand ->
        [nothing] under fem i hver time.
       *[other] { $demand }
    }
coverage-table = Her er det samme som tabel, til at regne på, med hver time i ugen.
coverage-page = Og her på én side, til at skrive ud.

calendar-file = kalender
calendar-picture = { $drawn ->
        [no] Billedet af ugen kunne ikke tegnes denne gang. Ordene og tabellen siger det samme.
       *[yes] Ugen som billede.
    }
calendar-picture-title = { $title }: ugen
calendar-picture-note = Fra { $first_day } til { $last_day }. Timerne hen over; lyst: åbent.{ $many ->
        [yes] {" "}Under hver dag, i parentes: hvor mange aftaler.
       *[no] {""}
    }{ $series ->
        [yes] {" ↻: en af en række."}
       *[no] {""}
    }
calendar-picture-cover = { $kind ->
        [duty] på vagt
       *[shift] regner med at være der
    }
calendar-picture-gap = { $least ->
        [one] åbent, og ingen endnu
       *[other] åbent, og færre end { $least } endnu
    }
calendar-picture-alt = Den samme uge som billede. Det hele står i ordene før det.
calendar-table = Her er det samme som tabel.

report-picture = { $drawn ->
        [no] Billedet kunne ikke tegnes denne gang. Her er det, det ville have vist.
       *[yes] Som billede, og det samme i ord.
    }
    { $title }. { $note }
    { $told }
report-waiting-title = { $title }: ventetid, uge for uge
report-waiting-note = Halvdelen af dem, der mødte nogen, ventede højst så mange minutter. Et hul er en uge med for få til at fortælle om.
report-waiting-line = minutter
report-week = uge { $n }
report-outcomes-title = { $title }: svar, runde for runde
report-outcomes-note = Hvad folk svarede i gennemsnit. Et hul er en runde med for få til at fortælle om.
report-round = { $kind ->
        [end] til sidst
        [series-end] da en række var slut
        [month] { $n ->
            [0] hver måned
            [one] efter en måned
           *[other] efter { $n } måneder
        }
        [organisation] blandt personalet
        [day] efter { $n ->
            [one] en dag
           *[other] { $n } dage
        }
        [week] efter { $n ->
            [one] en uge
           *[other] { $n } uger
        }
       *[round] runde { $round }
    }
