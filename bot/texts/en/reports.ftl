# Reports and costs, for coordinators. The rules of common.ftl hold here.

report =
    { $title }: { $kind ->
        [week] week
        [month] month
        [quarter] quarter
        [year] year
       *[range] weeks
    } { $key }, from { $first_day } to { $last_day }
    { $rows ->
        [nothing] There is nothing I may show: everything counted fewer than five.
       *[other] { $rows }
    }
    { $left_out ->
        [nothing] Nothing was left out.
       *[other] Left out, because it is fewer than five, or would give such a number away: { $left_out }.
    }
report-outcomes =
    { $title }: what people answered, from { $first_day } to { $last_day }
    { $rows }
    From 0 (not at all) to 10 (completely), unless it says otherwise. In brackets: of at least so many answers. After a plus or minus: the change since the first round, though not all who answered later are those who answered first. A round that is not there had fewer than five answers.
report-table = Here is the same as a table, to calculate with. All together stands last, with no name.
report-page = And here on one page, to print.
report-file = report
report-page-title = Peer support, { $key }
report-span = From { $first_day } to { $last_day }.
report-table-caption = Figures of the period
report-note = A figure that counts fewer than five is left out, and so is every figure that would give such a one away. "At least" means that something was left out of a sum. Months are made of whole weeks: a week belongs to the month its Thursday is in.
report-together = All together
report-how = Which period? Write **figures month**, **figures 2030-01**, **figures 2030-W05**, **figures 2030-Q1**, **figures 2030**, or **figures 2030-01-01..2030-03-31**.
report-not-over = That period is not over yet, so I have no figures of it. **figures month** shows the last whole month.
report-no-whole-week = No whole week that is over lies in there, and I count whole weeks.
report-nothing-yet = There is nothing to report yet. The first week is counted when it is over.
report-being-counted = The figures are being counted just now. Ask me again in a minute.

shown = { $how ->
        [least] at least { $n }
       *[exact] { $n }
    }{ $unit ->
        [minutes] {" "}minutes
        [hours] {" "}hours
        [change] {""}
        [points] {" "}on average, of at least { $answers } answers
       *[count] {""}
    }
shown-left-out = left out

figure-requests = Requests
figure-met = – led to a contact
figure-unmet = – unmet
figure-nobody-there = – – because nobody was there to be asked
figure-nobody-said-yes = – – because nobody asked could
figure-withdrawn = – taken back
figure-put-off = – would rather be asked later
figure-closed = – closed by a coordinator
figure-contacts = Contacts, by request and by appointment
figure-form = – by request, { $part }
figure-begun-form = – by appointment, { $part }
figure-contact-hours = Hours of contact
figure-waited-median = Waiting, half of them at most
figure-waited-ninth-tenth = Waiting, nine in ten at most
figure-appointments = Appointments that came due or were called off
figure-begun = – began
figure-cancelled = – cancelled
figure-cancelled-by-receiver = – – by the receiver
figure-cancelled-by-volunteer = – – by the volunteer
figure-cancelled-by-coordinator = – – by a coordinator
figure-could-not-begin = – could not begin
figure-nobody-could = – nobody could
figure-no-show = – began, but somebody did not come
figure-receivers = Receivers with a contact by request, counted each month
figure-returning = – who came more than once in a month
figure-volunteers = Volunteers with a contact by request, counted each month
figure-unevenness = How unevenly contacts fall on volunteers, 0 alike to 1 all on one
figure-duty-hours = Hours on duty
figure-offers-a-contact = Volunteers asked for each contact by request
figure-outcome = Answers: { $part }
figure-outcome-change = – – change since the first round, { $part }
figure-purpose = Contacts where this is a purpose: { $part }

purpose-training = physical or mental training
purpose-public-services = navigating public services
purpose-wellbeing = wellbeing
purpose-coping = coping with illness
purpose-community = attachment to the local community
purpose-education-or-work = readiness for education or work
purpose-empowerment = empowerment by exchanging experience

## Costs

costs =
    What it cost: { $title }, { $kind ->
        [week] week
        [month] month
        [quarter] quarter
        [year] year
       *[range] weeks
    } { $key }, from { $first_day } to { $last_day }
    { $rows }
    The cost basis is from: { $source }.
costs-no-basis = What { $title } costs is not known to me. Put it in the programme's file, under [cost].
costs-total = { $per ->
        [year] { $kr } kr a year × { $weeks } of { $year } weeks = { $total } kr
        [volunteer] { $kr } kr a year for each volunteer × { $volunteers } volunteers × { $weeks } of { $year } weeks = { $total } kr
       *[session] { $kr } kr a contact × { $contacts } contacts = { $total } kr
    }
costs-total-left-out = { $per ->
        [volunteer] I cannot say what it cost: how many volunteers had a contact is left out of the report, or only known as "at least".
       *[session] I cannot say what it cost: how many contacts there were is left out of the report, or only known as "at least".
    }
costs-price = { $kr } kr { $what ->
        [volunteer] a year{" "}
       *[other] {""}
    }÷ { $how ->
        [least] at least { $among }
       *[exact] { $among }
    } { $what ->
        [contact] contacts
        [hour] hours of contact
       *[volunteer] volunteers (those with a contact by request, in an average month)
    } = { $how ->
        [least] at most { $each }
       *[exact] { $each }
    } kr { $what ->
        [contact] a contact
        [hour] an hour
       *[volunteer] a volunteer a year
    }
costs-price-left-out = { $what ->
        [contact] Kr a contact is left out, because the contacts are.
        [hour] Kr an hour is left out, because the hours are.
       *[volunteer] Kr a volunteer is left out, because how many volunteers there were is.
    }
costs-2018 =
    What the six models cost in 2018, estimated over three years:
    { $rows }
    They were counted in another way, so compare with care: a peer worker is employed, a peer or a guide gives some hours a week, and a course session is one whole course.
costs-model = { $model ->
        [individual-and-group] Individual and group-based
        [bridge-to-everyday-life] Bridge to everyday life
        [peer-guide] Peer-guide
        [recovery-school] Recovery school
        [peer-bridge-builder] Peers as bridge-builders
       *[recovery-academy] Academy for recovery and building competences
    }: { $kr } kr { $per ->
        [peer-worker] a peer worker a year
        [peer] a peer a year
        [guide] a guide a year
       *[course] a course session
    }

## The digest

digest =
    { $title }: last week, { $key }, from { $first_day } to { $last_day }
    Requests: { $requests_how ->
        [exact] { $requests }
        [least] at least { $requests }
       *[left-out] left out
    }. Contacts: { $contacts_how ->
        [exact] { $contacts }
        [least] at least { $contacts }
       *[left-out] left out
    }. { $waited_known ->
        [yes] Half waited at most { $minutes } minutes.
       *[no] {""}
    }
    {"**"}figures week** shows all of it, **digest off** stops this.
digest-is = { $on ->
        [yes] Coordinators hear on Monday mornings how the week before was, next on { $when }, if there is anything to tell. **digest off** stops it.
       *[no] The weekly digest is off. **digest on** brings it back.
    }
digest-how = Write **digest on** or **digest off**.
