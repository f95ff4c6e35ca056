# Træf: flere mennesker på ét tidspunkt, åbne for alle eller for en gruppe. Reglerne i common.ftl gælder her.

## Planlagt af en koordinator

gathering-in-private = Jeg spørger dig om det i vores private samtale.
gathering-name-ask = Hvad hedder træffet? De, der må komme, læser navnet, så skriv ikke noget om nogens helbred. For eksempel **Kaffe om torsdagen**.
gathering-when-ask = Hvornår begynder det? For eksempel **torsdag kl. 15** eller **3. december kl. 14, to timer**.
gathering-minutes-ask = Hvor længe varer det? Vælg, eller skriv det, for eksempel **45 minutter** eller **3 timer**.
gathering-place-ask = Hvor er det? Skriv det sådan, at en, der aldrig har været der, kan finde det.
gathering-too-long = Skriv det med højst { $most } bogstaver.
gathering-once = Det ville være flere gange. Skriv den første; de andre planlægges én ad gangen.
gathering-past = Det tidspunkt er gået. Hvornår begynder det?
gathering-how-long = Jeg kunne ikke se, hvor længe det varer. Skriv for eksempel **45 minutter** eller **3 timer**; fra et kvarter op til { $hours } timer.
gathering-confirm =
    { $gathering }
    { $zoned }, { part-minutes }
    { $place }
    Alle, der skriver til mig, kan se det ved at skrive **træf**. Jeg fortæller ikke selv nogen om det og noterer ikke, hvem der kigger.
    Skal det være sådan?
gathering-confirm-shown =
    { $gathering }
    { $zoned }, { part-minutes }
    { $place }
    Alle, der skriver til mig, kan se det ved at skrive **træf**. Jeg kan også vise det blandt begivenhederne på { $platform ->
        [discord] vores Discord-server
       *[other] { $platform }
    }. **Der kan alle se, hvem der er interesseret.** Vis derfor ikke noget, der kan få andre til at se skævt til nogen, for eksempel et træf om én bestemt sygdom.
    Skal det være sådan, og skal jeg vise det?
gathering-planned = Det er planlagt: { $code }. **træf** viser det, **flyt { $code } …** flytter det, og **aflys { $code }** aflyser det.
gathering-not-shown =
    { $to_come ->
        [yes] Træffet { $code } er planlagt, men jeg kunne ikke vise det eller dets nye tidspunkt blandt serverens begivenheder.
       *[other] Træffet { $code } er aflyst her, men står måske stadig blandt serverens begivenheder.
    } { $why ->
        [not-allowed] Jeg mangler tilladelsen Create Events (Opret begivenheder) der. Den, der styrer serveren, kan give mig den; indtil da må en af jer gøre det selv.
        [late] Serveren kunne ikke nås i tide.
       *[other] Den tog ikke imod det. En af jer må se efter der.
    }

## Flyttet og aflyst

gathering-begun = { $code } er begyndt eller forbi og kan ikke flyttes længere.
gathering-over = { $code } er allerede forbi eller aflyst.
gathering-off-confirm =
    Skal jeg aflyse { $gathering } ({ $code }), { $zoned }?
    { $shown ->
        [yes] Det bliver også aflyst blandt serverens begivenheder.
       *[other] Det forsvinder fra listen.
    } Jeg ved ikke, hvem der vil komme, så jeg siger det ikke til nogen: sig det der, hvor I har fortalt om det.
gathering-off-done = { $code } er aflyst.
gathering-move-confirm =
    Skal jeg flytte { $gathering } ({ $code }) fra { $when } til { $zoned }?
    { $shown ->
        [yes] Det bliver også ændret blandt serverens begivenheder.
       *[other] Listen viser det nye tidspunkt.
    } Jeg ved ikke, hvem der vil komme, så jeg siger det ikke til nogen: sig det der, hvor I har fortalt om det.
gathering-move-done = { $code } er flyttet til { $zoned }.

## For alle

gatherings = { $count ->
        [one] Der er planlagt ét træf:
       *[other] Der er planlagt { $count } træf, de næste først:
    }
gatherings-none = Der er ikke planlagt noget træf lige nu.
gathering-row =
    { $gathering }
    { $zoned }, { part-minutes }
    { $place }{ $called ->
        [nothing] { "" }
       *[other] { " · " }{ $called }
    }
gatherings-file = Her er det til din egen kalender. Til det, der er åbent, kan du bare komme; du behøver ikke sige det til nogen.
gathering-event = Alle er velkomne, og man skal ikke tilmelde sig. Trykker du på, at du er interesseret, kan alle på serveren se det.

## En gruppe

gathering-kind-ask = Hvem må komme?
gathering-who-ask = Hvem skal jeg spørge? Skriv koder (fra **kø**, **kalender** eller en alarm) og frivilliges navne med komma imellem; **mig** for dig selv. Alle skal være på Discord.
gathering-whom = Jeg fandt ingen i det. Skriv koder og frivilliges navne med komma imellem.
gathering-nobody-called = Jeg kender ingen her, der hedder { $who }. Koder står i **kø** og **kalender**, navne i **frivillige**.
gathering-not-active = { $who } er ikke aktiv som frivillig lige nu. Lad vedkommende være ude af det.
gathering-not-there = { $who } skriver ikke til mig fra Discord, og en gruppe kan kun mødes der. Lad dem være ude af det.
gathering-not-these = To af dem skal ikke bringes sammen igen, så jeg kan ikke spørge dem alle til samme gruppe.
gathering-too-many = Højst { $most } kan blive spurgt til én gruppe.
gathering-no-such-code = Jeg kender ikke noget træf med den kode. **træf** viser dem, der er.
gathering-is-open = { $code } er åbent for alle: ingen skal spørges, og det har ikke et rum for sig selv.
gathering-group-limits =
    Før du siger ja: gruppen mødes i en privat tråd på Discord.
    Alle i den kan se alles konto, også du, hvis du er med: så kan du måske regne ud, hvem der har hvilken kode.
    Discord, administratorer og de, der må styre tråde, kan læse det hele. Jeg læser ikke med.
    Jeg lukker kun dem ind, der har sagt ja. De går, når de vil; de, der må styre tråde, kan tage nogen ud, inde i Discord.
    Mine knapper virker ikke der. Til sidst lukker og låser jeg tråden: ingen kan skrive mere, men de kan stadig læse den.
gathering-confirm-group =
    { $gathering }
    { $zoned }, { part-minutes }
    Jeg spørger: { $who }
    Hver af dem læser, hvad det viser om dem, og at et nej er i orden. Er det nat hos nogen, bliver de spurgt om morgenen. Du hører, hvor mange der siger ja, ikke hvem. Er der færre end to, bliver det aflyst.
    Skal jeg spørge dem?
gathering-group-planned = { $asked ->
        [0] Jeg spørger ingen andre endnu.
        [one] Jeg spørger én.
       *[other] Jeg spørger { $asked }.
    } Gruppen hedder { $code }: **træf** viser, hvor mange der har sagt ja, **spørg til træf { $code } …** spørger flere, og **begynd træf { $code }** åbner den før tid.
gathering-ask-confirm =
    Skal jeg spørge { $who } til gruppen { $code }, { $zoned }?
    Hver af dem læser, hvad det viser om dem, og bliver først lukket ind efter et ja.
gathering-asked = { $asked ->
        [0] Ingen andre bliver spurgt til { $code }.
        [one] Jeg spørger én mere til { $code }.
       *[other] Jeg spørger { $asked } mere til { $code }.
    }
gathering-group-row =
    { $gathering } · { $called }
    { $zoned }, { part-minutes }
    En gruppe: { $coming } kommer, { $asked } har ikke svaret endnu
gathering-start-confirm =
    Skal jeg åbne gruppen { $code } nu og ikke { $zoned }?
    { $coming ->
        [one] Én har sagt ja og bliver lukket ind med det samme.
       *[other] { $coming } har sagt ja og bliver lukket ind med det samme.
    }
gathering-started = Jeg åbner gruppen { $code }.
gathering-too-few-yet = { $coming ->
        [0] Ingen har sagt ja til { $code } endnu.
        [one] Én har sagt ja til { $code } indtil nu.
       *[other] { $coming } har sagt ja til { $code } indtil nu.
    } Der skal to til.
gathering-too-few = Gruppen { $code } er aflyst: færre end to havde sagt ja. Den, der havde, får besked.
gathering-not-opened = Gruppen { $code } kunne ikke åbnes, og de, der ville komme, får besked. { $why ->
        [not-allowed] Jeg mangler en tilladelse der: Create Private Threads (Opret private tråde), i kanalen til rum. Den, der styrer serveren, kan give mig den.
       *[other] Discord gav mig ikke lov.
    }
gathering-one-not-asked = En kunne ikke blive spurgt til gruppen { $code }: beskeder fra mig når ikke frem.
gathering-one-not-let-in = En, der havde sagt ja til gruppen { $code }, kunne ikke lukkes ind. Måske har vedkommende forladt serveren. Vedkommende får besked.
gathering-group-off-confirm = { $begun ->
        [yes] Skal jeg lukke gruppen { $gathering } ({ $code }) nu? Ingen kan skrive der mere.
       *[no] Skal jeg aflyse gruppen { $gathering } ({ $code }), { $zoned }?
    } { $coming ->
        [0] Ingen har sagt ja til den.
        [one] Én har sagt ja til den.
       *[other] { $coming } har sagt ja til den.
    } { $begun ->
        [yes] { "" }
       *[no] De får besked, og de, der ikke har svaret, behøver ikke længere.
    }
gathering-group-move-confirm =
    Skal jeg flytte gruppen { $gathering } ({ $code }) fra { $when } til { $zoned }?
    { $coming ->
        [0] Ingen har sagt ja til den endnu.
        [one] Én, der har sagt ja, får besked og kan melde fra.
       *[other] { $coming }, der har sagt ja, får besked og kan melde fra.
    } De, der ikke har svaret, bliver spurgt igen.

## For dem, der bliver spurgt til en gruppe

gathering-ask =
    En koordinator spørger, om du vil være med i en gruppe: { $gathering }, { $zoned }, i { part-minutes }.
    Det er en privat tråd på Discord. **De andre der kan se din konto, og du kan se deres**; det kan koordinatoren også, hvis de er med. Discord og de, der driver serveren, kan læse med; det gør jeg ikke. Skriv derfor ikke om helbred der.
    Du kan altid gå igen. Til sidst bliver den lukket; de, der var med, kan stadig læse den.
    Et nej er helt i orden, og ingen andre hører, at du blev spurgt. Vil du være med?
gathering-ask-over = Du blev spurgt til en gruppe her. Den bliver ikke til noget, så du behøver ikke svare.
gathering-coming = Godt: { $gathering }, { $zoned }. Når den åbner, lukker jeg dig ind, og du finder den blandt serverens tråde. Vil du alligevel ikke, så skriv **meld fra**, også når den er begyndt. Filen er til din egen kalender.
gathering-not-coming = Så ikke, og det er helt i orden. Ingen får besked.
gathering-not-this-one = Jeg kan ikke lukke dig ind i den gruppe. Det er ikke noget, du har gjort eller sagt. **træf** viser, hvad der ellers er.
gathering-mine =
    { $gathering }
    { $zoned }, { part-minutes }
    En gruppe, du har sagt ja til. **meld fra**, hvis du hellere vil være fri.
gathering-reminder = { $gathering } begynder { $zoned }. Så lukker jeg dig ind. Kan du ikke komme, eller vil du hellere være fri, så skriv **meld fra**.
gathering-moved = { $gathering } er flyttet til { $zoned }. Kan du ikke komme der, eller vil du hellere være fri, så skriv **meld fra**.
gathering-called-off = { $gathering }, { $zoned }, er aflyst. Det har ikke noget med dig at gøre.
gathering-opened = { $gathering } er begyndt: du er i tråden på Discord nu. Andre kan se din konto der. **meld fra** lukker dig ud igen.
gathering-thread =
    Velkommen. I har hver især sagt ja til at være her. I kan se hinandens konto, og Discord og de, der driver serveren, kan læse med; jeg læser ikke, hvad I skriver. Skriv ikke om helbred her. Discords egen blokering og anmeldelse virker her.
    Tråden lukker, når tiden er gået. Vil du gå før, så forlad tråden, eller skriv **meld fra** til mig i vores private samtale.
    Er nogen i fare: ring { $crisis }, eller skriv **akut** til mig i vores private samtale.
gathering-not-let-in = Jeg kunne ikke lukke dig ind i gruppen. Er du stadig medlem af serveren? Hvis du er, så sig det til en koordinator.
gathering-in-none = Du er ikke med i nogen gruppe lige nu.
gathering-left = Du er ude af gruppen. Jeg siger det ikke til nogen; de, der er i tråden, kan måske se, at du er gået.
gathering-leave-which = Hvilken vil du melde fra til?
