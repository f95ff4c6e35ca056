# Rapporter og omkostninger, til koordinatorer. Reglerne i common.ftl gælder her.

report =
    { $title }: { $kind ->
        [week] uge
        [month] måned
        [quarter] kvartal
        [year] år
       *[range] uger
    } { $key }, fra { $first_day } til { $last_day }
    { $rows ->
        [nothing] Der er intet, jeg må vise: alt talte færre end fem.
       *[other] { $rows }
    }
    { $left_out ->
        [nothing] Intet er udeladt.
       *[other] Udeladt, fordi det er færre end fem eller ville røbe et sådant tal: { $left_out }.
    }
report-outcomes =
    { $title }: hvad folk svarede, fra { $first_day } til { $last_day }
    { $rows }
    Fra 0 (slet ikke) til 10 (helt), hvor intet andet står. I klammer: af mindst så mange svar. Efter plus eller minus: ændringen siden den første runde, selv om ikke alle, der svarede senere, er de samme som først. En runde, der ikke står her, havde færre end fem svar.
report-table = Her er det samme som tabel til at regne med. Alle tilsammen står til sidst, uden navn.
report-page = Og her på én side til at printe.
report-file = rapport
report-page-title = Peer-støtte, { $key }
report-span = Fra { $first_day } til { $last_day }.
report-table-caption = Tal for perioden
report-note = Et tal, der tæller færre end fem, er udeladt, og det samme er hvert tal, der ville røbe et sådant. "Mindst" betyder, at noget er udeladt af en sum. Måneder består af hele uger: en uge hører til den måned, som dens torsdag ligger i.
report-together = Alle tilsammen
report-how = Hvilken periode? Skriv **rapport måned**, **rapport 2030-01**, **rapport 2030-U05**, **rapport 2030-K1**, **rapport 2030** eller **rapport 2030-01-01..2030-03-31**.
report-not-over = Den periode er ikke slut endnu, så jeg har ingen tal for den. **rapport måned** viser den sidste hele måned.
report-no-whole-week = Der ligger ingen hel, afsluttet uge deri, og jeg tæller hele uger.
report-nothing-yet = Der er intet at rapportere endnu. Den første uge tælles, når den er slut.
report-being-counted = Tallene er ved at blive talt lige nu. Spørg mig igen om et øjeblik.

shown = { $how ->
        [least] mindst { $n }
       *[exact] { $n }
    }{ $unit ->
        [minutes] {" "}minutter
        [hours] {" "}timer
        [change] {""}
        [points] {" "}i gennemsnit, af mindst { $answers } svar
       *[count] {""}
    }
shown-left-out = udeladt

figure-requests = Forespørgsler
figure-met = – førte til en kontakt
figure-unmet = – uden svar
figure-nobody-there = – – fordi ingen var der at spørge
figure-nobody-said-yes = – – fordi ingen af de spurgte kunne
figure-withdrawn = – taget tilbage
figure-put-off = – ville hellere spørges senere
figure-closed = – lukket af en koordinator
figure-contacts = Kontakter, efter forespørgsel og efter aftale
figure-form = – efter forespørgsel, { $part }
figure-begun-form = – efter aftale, { $part }
figure-contact-hours = Timer i kontakt
figure-waited-median = Ventetid, for halvdelen højst
figure-waited-ninth-tenth = Ventetid, for ni af ti højst
figure-appointments = Aftaler, der skulle holdes eller blev aflyst
figure-begun = – begyndte
figure-cancelled = – aflyst
figure-cancelled-by-receiver = – – af modtageren
figure-cancelled-by-volunteer = – – af den frivillige
figure-cancelled-by-coordinator = – – af en koordinator
figure-could-not-begin = – kunne ikke begynde
figure-nobody-could = – ingen kunne
figure-no-show = – begyndte, men en kom ikke
figure-receivers = Modtagere med en kontakt efter forespørgsel, talt hver måned
figure-returning = – som kom mere end én gang på en måned
figure-volunteers = Frivillige med en kontakt efter forespørgsel, talt hver måned
figure-unevenness = Hvor ulige kontakterne falder på de frivillige, 0 ens til 1 alt på én
figure-duty-hours = Timer på vagt
figure-offers-a-contact = Frivillige spurgt for hver kontakt efter forespørgsel
figure-outcome = Svar: { $part }
figure-outcome-change = – – ændring siden den første runde, { $part }
figure-purpose = Kontakter, hvor det er et formål: { $part }

purpose-training = fysisk eller mental træning
purpose-public-services = at finde vej i det offentlige
purpose-wellbeing = trivsel
purpose-coping = at håndtere sygdom
purpose-community = tilknytning til lokalsamfundet
purpose-education-or-work = at blive klar til uddannelse eller arbejde
purpose-empowerment = empowerment ved at udveksle erfaringer

## Omkostninger

costs =
    Hvad det kostede: { $title }, { $kind ->
        [week] uge
        [month] måned
        [quarter] kvartal
        [year] år
       *[range] uger
    } { $key }, fra { $first_day } til { $last_day }
    { $rows }
    Grundlaget er fra: { $source }.
costs-no-basis = Hvad { $title } koster, ved jeg ikke. Skriv det i tilbuddets fil under [cost].
costs-total = { $per ->
        [year] { $kr } kr. om året × { $weeks } af { $year } uger = { $total } kr.
        [volunteer] { $kr } kr. om året for hver frivillig × { $volunteers } frivillige × { $weeks } af { $year } uger = { $total } kr.
       *[session] { $kr } kr. pr. kontakt × { $contacts } kontakter = { $total } kr.
    }
costs-total-left-out = { $per ->
        [volunteer] Jeg kan ikke sige, hvad det kostede: hvor mange frivillige der havde en kontakt, er udeladt af rapporten eller kendes kun som "mindst".
       *[session] Jeg kan ikke sige, hvad det kostede: hvor mange kontakter der var, er udeladt af rapporten eller kendes kun som "mindst".
    }
costs-price = { $kr } kr. { $what ->
        [volunteer] om året{" "}
       *[other] {""}
    }÷ { $how ->
        [least] mindst { $among }
       *[exact] { $among }
    } { $what ->
        [contact] kontakter
        [hour] timer i kontakt
       *[volunteer] frivillige (med en kontakt efter forespørgsel, i en gennemsnitlig måned)
    } = { $how ->
        [least] højst { $each }
       *[exact] { $each }
    } kr. { $what ->
        [contact] pr. kontakt
        [hour] pr. time
       *[volunteer] pr. frivillig om året
    }
costs-price-left-out = { $what ->
        [contact] Kr. pr. kontakt er udeladt, fordi kontakterne er det.
        [hour] Kr. pr. time er udeladt, fordi timerne er det.
       *[volunteer] Kr. pr. frivillig er udeladt, fordi antallet af frivillige er det.
    }
costs-2018 =
    Hvad de seks modeller kostede i 2018, anslået over tre år:
    { $rows }
    De er talt på en anden måde, så sammenlign med omtanke: en peer-medarbejder er ansat, en peer eller guide giver nogle timer om ugen, og et forløb er et helt kursus.
costs-model = { $model ->
        [individual-and-group] Individuel og gruppebaseret
        [bridge-to-everyday-life] Bro til hverdagslivet
        [peer-guide] Peer-guide
        [recovery-school] Recovery-skole
        [peer-bridge-builder] Peers som brobyggere
       *[recovery-academy] Akademiet for Recovery og Kompetenceudvikling
    }: { $kr } kr. { $per ->
        [peer-worker] pr. peer-medarbejder om året
        [peer] pr. peer om året
        [guide] pr. guide om året
       *[course] pr. forløb
    }

## Ugeoversigten

digest =
    { $title }: sidste uge, { $key }, fra { $first_day } til { $last_day }
    Forespørgsler: { $requests_how ->
        [exact] { $requests }
        [least] mindst { $requests }
       *[left-out] udeladt
    }. Kontakter: { $contacts_how ->
        [exact] { $contacts }
        [least] mindst { $contacts }
       *[left-out] udeladt
    }. { $waited_known ->
        [yes] Halvdelen ventede højst { $minutes } minutter.
       *[no] {""}
    }
    {"**"}rapport uge** viser det hele, **ugeoversigt fra** stopper det her.
digest-is = { $on ->
        [yes] Koordinatorer hører mandag morgen, hvordan ugen før var, næste gang { $when }, hvis der er noget at fortælle. **ugeoversigt fra** stopper det.
       *[no] Ugeoversigten er slået fra. **ugeoversigt til** slår den til igen.
    }
digest-how = Skriv **ugeoversigt til** eller **ugeoversigt fra**.
