# Træf: flere mennesker på ét tidspunkt, åbne for alle eller for en gruppe. Reglerne i common.ftl gælder her.

## Planlagt af en koordinator

gathering-in-private = Jeg spørger dig om det i vores private samtale.
gathering-name-ask = Hvad hedder træffet? Alle kommer til at læse navnet, så skriv ikke noget om nogens helbred. For eksempel **Kaffe om torsdagen**.
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
gatherings-file = Her er de til din egen kalender. Alle er velkomne, og du behøver ikke sige til nogen, at du kommer.
gathering-event = Alle er velkomne, og man skal ikke tilmelde sig. Trykker du på, at du er interesseret, kan alle på serveren se det.
