# En linje om hver kommando, og mere om hver. Reglerne i common.ftl gælder her.

help-help = viser, hvad du kan skrive
help-help-more =
    {"**"}{ $usage }** viser, hvad du kan skrive.
    Jeg viser, hvad du kan skrive her. Med et ord efter fortæller jeg mere om det ord.
    { part-words }

help-stop = stopper det, du er i gang med her
help-stop-more =
    {"**"}{ $usage }** stopper det, du er i gang med her.
    Jeg stopper de spørgsmål, du er midt i. Venter du, eller er du i kontakt med nogen, spørger jeg først.
    { part-words }

help-back = går ét spørgsmål tilbage
help-back-more =
    {"**"}{ $usage }** går ét spørgsmål tilbage.
    Mens jeg spørger dig om noget, kommer du tilbage til spørgsmålet før.
    { part-words }

help-thanks = bliver besvaret med et venligt ord
help-thanks-more =
    {"**"}{ $usage }** bliver besvaret med et venligt ord.
    Der sker ikke andet.
    { part-words }

help-crisis = viser, hvor du kan ringe i fare
help-crisis-more =
    {"**"}{ $usage }** viser, hvor du kan ringe i fare.
    Jeg viser straks, hvor du kan ringe, dag og nat. Det stopper ikke noget andet, og ingen får det at vide.
    { part-words }

help-talk = finder en frivillig, du kan tale med nu
help-talk-more =
    {"**"}{ $usage }** finder en frivillig, du kan tale med nu.
    Jeg stiller dig et par spørgsmål, som du alle kan springe over, og leder så efter en frivillig, der er ledig.
    { part-words }

help-again = spørger efter den frivillige, du sidst talte med
help-again-more =
    {"**"}{ $usage }** spørger efter den frivillige, du sidst talte med.
    Jeg spørger først den frivillige, du sidst talte med, uden at nogen af jer får at vide, hvem den anden er.
    { part-words }

help-call-me-back = spørger dig, når en er ledig
help-call-me-back-more =
    {"**"}{ $usage }** spørger dig, når en er ledig.
    Jeg spørger inden for hvilke timer, og så behøver du ikke vente her. Når en frivillig, der passer, er ledig, spørger jeg dig, og først dit ja sætter noget i gang.
    { part-words }

help-book = aftaler en tid til at tale sammen
help-book-more =
    {"**"}{ $usage }** aftaler en tid til at tale sammen.
    Jeg spørger, hvornår det passer dig, læser det op og spørger så de frivillige, der kunne. Du hører, hvordan det går, og det er aftalt, når en af dem siger ja.
    { part-words }

help-appointments = viser dine aftaler
help-appointments-more =
    {"**"}{ $usage }** viser dine aftaler.
    Jeg viser, hvad du har aftalt, og du kan flytte hver af dem eller tage den tilbage.
    { part-words }

help-reminders = bestemmer, hvornår du bliver mindet om aftaler
help-reminders-more =
    {"**"}{ $usage }** bestemmer, hvornår du bliver mindet om aftaler.
    Jeg minder dig om dem dagen før og en time før. **påmindelser fra** slår det fra, **påmindelser 1d 2t 30m** ændrer hvornår.
    { part-words }

help-status = viser, hvor du står
help-status-more =
    {"**"}{ $usage }** viser, hvor du står.
    Jeg viser, om du venter, hvor længe du har gjort det, og om du er i kontakt med nogen.
    { part-words }

help-cancel = tager dit ønske tilbage
help-cancel-more =
    {"**"}{ $usage }** tager dit ønske tilbage.
    Jeg holder op med at lede efter en til dig. Det er altid i orden.
    { part-words }

help-language = skifter det sprog, jeg skriver på
help-language-more =
    {"**"}{ $usage }** skifter det sprog, jeg skriver på.
    Jeg skriver på dansk eller engelsk fra nu af. Jeg forstår altid ord på begge sprog.
    { part-words }

help-time-zone = siger, hvilket ur jeg skriver tider efter
help-time-zone-more =
    {"**"}{ $usage }** siger, hvilket ur jeg skriver tider efter.
    Med en by, et land eller noget som GMT+2 efter bruger jeg det ur fra nu af. Det, der er aftalt, bliver på sit tidspunkt.
    { part-words }

help-feed = viser dine tider i din egen kalender
help-feed-more =
    {"**"}{ $usage }** viser dine tider i din egen kalender.
    Jeg laver et hemmeligt link, som din kalender selv læser: hvornår, og intet andet. **kalenderlink ny** laver et andet, **kalenderlink fra** slår det fra.
    { part-words }

help-check-ins = stopper det, eller tager det frem igen, at blive spurgt, hvordan det var
help-check-ins-more =
    {"**"}{ $usage }** stopper det, eller tager det frem igen, at blive spurgt, hvordan det var.
    {"**"}opfølgning fra**, og jeg spørger ikke mere; **opfølgning til**, og jeg spørger efter din næste kontakt. Alene viser det spørgsmålet, der står åbent. Svar lægges sammen med andres, og ingen kan se, hvis de er.
    { part-words }

help-ask-staff = spørger personalet om organisationen, anonymt, en gang i kvartalet
help-ask-staff-more =
    {"**"}{ $usage }** spørger personalet om organisationen, anonymt, en gang i kvartalet.
    Koordinatorer bliver spurgt hver for sig. Til andre, der arbejder der, får du en kode, som de skriver til mig. Jeg viser dig først, hvor mange jeg spørger.
    { part-words }

help-staff-code = besvarer de spørgsmål, nogen gav dig en kode til
help-staff-code-more =
    {"**"}{ $usage }** besvarer de spørgsmål, nogen gav dig en kode til.
    De handler om den organisation, du arbejder i. Ingen kan se, hvilke svar der er dine.
    { part-words }

help-my-data = viser alt, hvad jeg gemmer om dig
help-my-data-more =
    {"**"}{ $usage }** viser alt, hvad jeg gemmer om dig.
    Jeg viser alt, hvad jeg har gemt om dig, så både mennesker og programmer kan læse det.
    { part-words }

help-forget-me = sletter alt, hvad jeg gemmer om dig
help-forget-me-more =
    {"**"}{ $usage }** sletter alt, hvad jeg gemmer om dig.
    Jeg spørger én gang og sletter så alt, hvad jeg har gemt om dig. Det kan ikke fortrydes.
    { part-words }

help-end = afslutter kontakten for jer begge
help-end-more =
    {"**"}{ $usage }** afslutter kontakten for jer begge.
    Kontakten slutter straks for jer begge. Du behøver ikke give en grund.
    { part-words }

help-report = siger til en koordinator, at noget ikke var i orden
help-report-more =
    {"**"}{ $usage }** siger til en koordinator, at noget ikke var i orden.
    En koordinator får at vide, at noget ikke var i orden i den kontakt, du er i eller havde sidst. Er den i gang, slutter den, og I to bliver ikke sat sammen igen.
    { part-words }

help-block = sætter dig aldrig sammen med den person igen
help-block-more =
    {"**"}{ $usage }** sætter dig aldrig sammen med den person igen.
    Du bliver ikke sat sammen igen med den, du er i kontakt med eller sidst var det med. Ingen får det at vide. En kontakt, der er i gang, slutter.
    { part-words }

help-extend = giver kontakten lidt mere tid, én gang
help-extend-more =
    {"**"}{ $usage }** giver kontakten lidt mere tid, én gang.
    I får begge lidt mere tid. Det kan gøres én gang i hver kontakt.
    { part-words }

help-handover = giver kontakten videre til en anden
help-handover-more =
    {"**"}{ $usage }** giver kontakten videre til en anden.
    Din del slutter, og jeg leder efter en anden til vedkommende, som kommer før andre. Du behøver ikke give en grund.
    { part-words }

help-room = ønsker et rum, hvor kun I to er
help-room-more =
    {"**"}{ $usage }** ønsker et rum, hvor kun I to er.
    Jeg spørger den anden om et rum, hvor kun I to er. Det viser jer hinandens rigtige adresse, så jeg spørger dig først.
    { part-words }

help-colleague = beder om en kollega nu
help-colleague-more =
    {"**"}{ $usage }** beder om en kollega nu.
    Koordinatorerne får at vide, at du gerne vil have en kollega nu, og intet om, hvad der blev sagt.
    { part-words }

help-accept = siger ja til det, jeg spørger dig om
help-accept-more =
    {"**"}{ $usage }** siger ja til det, jeg spørger dig om.
    Du tager den kontakt, jeg sidst spurgte dig om, hvis ikke en anden var hurtigere.
    { part-words }

help-decline = siger nej til det, jeg spørger dig om
help-decline-more =
    {"**"}{ $usage }** siger nej til det, jeg spørger dig om.
    Du siger nej til den kontakt, jeg sidst spurgte dig om. Et nej er altid i orden.
    { part-words }

help-why = fortæller, hvorfor jeg spurgte dig
help-why-more =
    {"**"}{ $usage }** fortæller, hvorfor jeg spurgte dig.
    Jeg fortæller på en linje eller to, hvorfor jeg spurgte dig og ikke en anden. Det nævner ingen.
    { part-words }

help-duty = begynder en vagt, hvor jeg må spørge dig
help-duty-more =
    {"**"}{ $usage }** begynder en vagt, hvor jeg må spørge dig.
    Så længe må jeg spørge dig: **vagt 60** i minutter, **vagt 2 timer**, **vagt til 21:30**. Uden tid er det en time.
    { part-words }

help-off = afslutter din vagt
help-off-more =
    {"**"}{ $usage }** afslutter din vagt.
    Din vagt slutter nu, og jeg spørger dig ikke mere.
    { part-words }

help-shifts = viser og ændrer, hvornår du har tænkt dig at være der
help-shifts-more =
    {"**"}{ $usage }** viser og ændrer, hvornår du har tænkt dig at være der.
    Jeg viser dine vagter eller ændrer dem: **vagtplan man 18-21, tor 19-22**, **vagtplan første mandag 18-21**, **vagtplan 24/12 fri**, **vagtplan auto til**, **vagtplan helligdage til**, **vagtplan ingen**.
    { part-words }

help-away = fortæller, hvornår ingen af dine vagter gælder
help-away-more =
    {"**"}{ $usage }** fortæller, hvornår ingen af dine vagter gælder.
    Ingen af dine vagter gælder de dage: **væk 1-14 juli**. **væk slet** tager det tilbage.
    { part-words }

help-swap = tilbyder en af dine vagter til de andre
help-swap-more =
    {"**"}{ $usage }** tilbyder en af dine vagter til de andre.
    Jeg spørger de andre, om en vil tage din næste vagt, eller den en bestemt dag: **byt fredag**. Det første ja får den. **byt fra** tager det tilbage.
    { part-words }

help-sick = lader resten af i dag falde væk
help-sick-more =
    {"**"}{ $usage }** lader resten af i dag falde væk.
    Din vagt i dag falder væk, en vagt, der er i gang, slutter, og til dine aftaler i dag spørger jeg andre. Koordinatorerne får at vide, at der mangler en; du behøver ikke sige hvorfor.
    { part-words }

help-limits = viser og ændrer dine egne grænser
help-limits-more =
    {"**"}{ $usage }** viser og ændrer dine egne grænser.
    Jeg viser dine grænser eller ændrer en: **grænser kontakter 1**, **grænser spørgsmål 3**, **grænser timer 6**, **grænser stille 22-7**, **grænser stille fra**.
    { part-words }

help-volunteer = ansøger som frivillig eller ændrer dine emner
help-volunteer-more =
    {"**"}{ $usage }** ansøger som frivillig eller ændrer dine emner.
    Jeg spørger, hvad du kender fra dit eget liv, og en koordinator beslutter. Er du allerede frivillig, kan du ændre dine svar.
    { part-words }

help-queue = viser, hvem der venter
help-queue-more =
    {"**"}{ $usage }** viser, hvem der venter.
    Jeg viser, hvem der venter, med kode: hvor længe, i hvilken form, på hvilket sprog, og hvor mange der er spurgt.
    { part-words }

help-assign = spørger én frivillig i hånden
help-assign-more =
    {"**"}{ $usage }** spørger én frivillig i hånden.
    Jeg spørger den frivillige med det navn om den, der venter med den kode. Du ser først, hvad der taler imod, og et ja er stadig op til den frivillige.
    { part-words }

help-take = overtager selv en, der venter
help-take-more =
    {"**"}{ $usage }** overtager selv en, der venter.
    Du kommer straks i kontakt med den, der venter med den kode.
    { part-words }

help-close = afslutter søgningen for en, der venter
help-close-more =
    {"**"}{ $usage }** afslutter søgningen for en, der venter.
    Jeg holder op med at lede for den med den kode, efter at have spurgt dig én gang. Vedkommende får besked og bliver vist andre steder at gå hen.
    { part-words }

help-volunteers = viser de frivillige
help-volunteers-more =
    {"**"}{ $usage }** viser de frivillige.
    Jeg viser alle frivillige ved de navne, de har her: hvordan de står, og hvad de har båret i dag.
    { part-words }

help-approve = fører en frivillig ét skridt videre
help-approve-more =
    {"**"}{ $usage }** fører en frivillig ét skridt videre.
    Den frivillige går ét skridt videre: fra ansøgning til oplæring, gennem hvert trin i den og så til aktiv. Vedkommende får besked.
    { part-words }

help-suspend = sætter en frivillig på pause
help-suspend-more =
    {"**"}{ $usage }** sætter en frivillig på pause.
    Efter at have spurgt dig én gang spørger jeg ikke den frivillige mere. En kontakt, der er i gang, bliver givet videre til en anden.
    { part-words }

help-resume = genoptager en frivillig, der er på pause
help-resume-more =
    {"**"}{ $usage }** genoptager en frivillig, der er på pause.
    Den frivillige er aktiv igen og får besked.
    { part-words }

help-open = tager imod nye ønsker igen
help-open-more =
    {"**"}{ $usage }** tager imod nye ønsker igen.
    Efter en pause tager jeg imod nye ønsker igen, i åbningstiden.
    { part-words }

help-pause = tager ikke imod nye ønsker for tiden
help-pause-more =
    {"**"}{ $usage }** tager ikke imod nye ønsker for tiden.
    Efter at have spurgt dig én gang tager jeg ikke imod nye ønsker. Det, der er i gang, fortsætter. Din besked læses af dem, der spørger.
    { part-words }

help-hours = viser åbningstiderne og ændrer enkelte dage
help-hours-more =
    {"**"}{ $usage }** viser åbningstiderne og ændrer enkelte dage.
    Jeg viser denne uge og den næste, eller ændrer en dag efter at have spurgt dig én gang: **åbningstider 24/12 lukket**, **åbningstider 31. dec 10-14**, **åbningstider 24/12 som sædvanligt**.
    { part-words }

help-calendar = viser en uge: aftaler, hvem der er der, og huller
help-calendar-more =
    {"**"}{ $usage }** viser en uge: aftaler, hvem der er der, og huller.
    Denne uge eller en anden: **kalender næste uge**, **kalender uge 50**, **kalender 7/12**. Den nævner kun koder og pseudonymer.
    { part-words }

help-propose = foreslår en modtager en tid
help-propose-more =
    {"**"}{ $usage }** foreslår en modtager en tid.
    Nævn dem ved en kode, du kender (fra **kø**, **kalender** eller en alarm): **foreslå K7M2QP torsdag kl. 10.30**. Du ser først, hvad de læser. Ingen bliver spurgt, før de har sagt ja.
    { part-words }

help-reschedule = foreslår en anden tid for en aftale
help-reschedule-more =
    {"**"}{ $usage }** foreslår en anden tid for en aftale.
    Som i **flyt K7M2QP torsdag kl. 10.30**. Jeg spørger modtageren og så den frivillige, og den gamle tid gælder, til begge er enige. Et træf flyttes også med sin kode, med det samme.
    { part-words }

help-gatherings = viser træf, der er åbne for dig
help-gatherings-more =
    {"**"}{ $usage }** viser træf, der er åbne for dig.
    Jeg fortæller, hvornår og hvor de er, med en fil til din egen kalender. Ingen får at vide, at du har kigget, og du behøver ikke sige, at du kommer.
    { part-words }

help-all-gatherings = viser alle kommende træf
help-all-gatherings-more =
    {"**"}{ $usage }** viser alle kommende træf.
    Jeg viser dem med de koder, som **flyt** og **aflys** ændrer dem med.
    { part-words }

help-new-gathering = planlægger et træf
help-new-gathering-more =
    {"**"}{ $usage }** planlægger et træf.
    Jeg spørger, hvad det hedder, hvornår, hvor længe og hvor, og viser dig det hele, før det sker. **flyt** og **aflys** ændrer det ved hjælp af koden.
    { part-words }

help-leave-gathering = melder dig fra en gruppe, du har sagt ja til
help-leave-gathering-more =
    {"**"}{ $usage }** melder dig fra en gruppe, du har sagt ja til.
    Før den begynder, eller mens den er i gang. Jeg siger det ikke til nogen.
    { part-words }

help-ask-to-gathering = spørger flere til en gruppe
help-ask-to-gathering-more =
    {"**"}{ $usage }** spørger flere til en gruppe.
    Nævn dem ved koder og frivilliges navne med komma imellem: **spørg til træf K7M2QP M3XW7D, Birk**. Du ser først, hvem jeg spørger; de bliver først lukket ind efter deres ja.
    { part-words }

help-start-gathering = åbner en gruppe før tid
help-start-gathering-more =
    {"**"}{ $usage }** åbner en gruppe før tid.
    Jeg spørger dig én gang først og siger, hvor mange der har sagt ja. Ellers åbner den af sig selv til tiden.
    { part-words }

help-call-off = aflyser en aftale eller en hel række
help-call-off-more =
    {"**"}{ $usage }** aflyser en aftale eller en hel række.
    Du ser først, hvad hver af dem læser. **aflys K7M2QP alle** er for alle dage i rækken. Et træf aflyses også med sin kode.
    { part-words }

help-holiday = viser de kommende helligdage og åbner eller lukker en
help-holiday-more =
    {"**"}{ $usage }** viser de kommende helligdage og åbner eller lukker en.
    Jeg viser, hvordan hver helligdag er, eller ændrer en efter at have spurgt dig én gang: **helligdag 25/12 lukket**, **helligdag 25/12 åben**.
    { part-words }

help-announce = skriver til alle aktive frivillige
help-announce-more =
    {"**"}{ $usage }** skriver til alle aktive frivillige.
    Jeg sender din besked til alle aktive frivillige, efter at have vist dig, hvor mange de er.
    { part-words }

help-coordinator-add = gør en til koordinator
help-coordinator-add-more =
    {"**"}{ $usage }** gør en til koordinator.
    Den, der har den adresse, er koordinator fra da af. Jeg spørger dig én gang først.
    { part-words }

help-coordinator-remove = gør, at en ikke længere er koordinator
help-coordinator-remove-more =
    {"**"}{ $usage }** gør, at en ikke længere er koordinator.
    Den, der har den adresse, er ikke længere koordinator. Jeg spørger dig én gang først.
    { part-words }

help-coordinators = viser, hvem der er koordinator
help-coordinators-more =
    {"**"}{ $usage }** viser, hvem der er koordinator.
    Ved kode, og med hvordan de er blevet det: i konfigurationen, tilføjet af en koordinator, ved et link eller ved en rolle på jeres server. **hændelser** bruger de samme koder.
    { part-words }

help-audit = viser, hvad koordinatorer har gjort
help-audit-more =
    {"**"}{ $usage }** viser, hvad koordinatorer har gjort.
    Jeg viser koordinatorernes seneste handlinger, og om listen over dem er hel.
    { part-words }

help-figures = viser i tal, hvordan det går
help-figures-more =
    {"**"}{ $usage }** viser i tal, hvordan det går.
    Jeg viser den sidste hele måned eller den periode, du nævner: **rapport uge**, **rapport 2030-K1**, **rapport 2030-01-01..2030-03-31**. Intet under fem bliver vist, og jeg siger, hvad jeg har udeladt.
    { part-words }

help-coverage = viser, hvornår der mangler nogen i næste uge
help-coverage-more =
    {"**"}{ $usage }** viser, hvornår der mangler nogen i næste uge.
    Jeg nævner de timer, hvor for få frivillige regner med at være der, og hvornår folk har henvendt sig. I får det også som billede, tabel og en side til at skrive ud.
    { part-words }

help-costs = viser, hvad det koster, ved siden af 2018
help-costs-more =
    {"**"}{ $usage }** viser, hvad det koster, ved siden af 2018.
    Jeg viser, hvad det sidste kvartal kostede pr. kontakt, time og frivillig, med regnestykket; eller den periode, du nævner: **omkostninger 2030**.
    { part-words }

help-digest = slår ugeoversigten til eller fra
help-digest-more =
    {"**"}{ $usage }** slår ugeoversigten til eller fra.
    Mandag morgen hører koordinatorer, hvordan ugen før var, hvis der er noget at fortælle. **ugeoversigt fra** stopper det, **ugeoversigt til** slår det til igen.
    { part-words }
