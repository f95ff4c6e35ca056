# Tekster til koordinatorer. Reglerne i common.ftl gælder her. En række er én linje, der kan læses alene.

not-understood-coordinator = Jeg er { $service }, en bot, og kender kun bestemte ord. Du er koordinator her: **kø** viser, hvem der venter, **frivillige**, hvem der er, og **hjælp** alt, hvad du kan gøre.

coordinators-room-closed = Jeg kan ikke skrive i koordinatorernes rum lige nu, så du får det her. Er jeg der stadig, og må jeg skrive der? Den, der driver mig, kan se mere med **peerbot check**.

## Alarmer

alarm-waiting =
    { $code } har ventet { part-waited }, og ingen har sagt ja. { $asked ->
        [0] Ingen kunne spørges.
        [one] Én frivillig er spurgt.
       *[other] { $asked } frivillige er spurgt.
    } Skal nogen træde til?
alarm-unmet = Ingen var ledig til { $code }. Vedkommende har fået besked og er vist andre steder at gå hen.
alarm-crisis =
    { $code ->
        [nothing] En har set, hvor man kan ringe i fare, og vil gerne have, at en koordinator skriver.
       *[other] { $code }: en har set, hvor man kan ringe i fare, og vil gerne have, at en koordinator skriver.
    }
    Jeg giver intet videre af, hvad vedkommende skrev. Vælger du at skrive, åbner der en kontakt, hvor ingen af jer ser, hvem den anden er.
alarm-shift = { $name } kan ikke tage vagten { $when }-{ $ends_at }. De behøver ikke sige hvorfor. **meddel** spørger alle.
alarm-staffing = { $ahead ->
        [0] I dag, { $day },
        [1] I morgen, { $day },
        [7] Om en uge, { $day },
       *[other] { $day }
    } har færre end { $least } vagt kl. { $gaps } ({ $place }). **meddel** spørger alle.
alarm-heavy = { $name } siger, at { $code } var tung, og har nu fri og hvile. Et ord fra dig vil være godt. Vælger du at skrive, åbner der en kontakt her, gennem mig.
alarm-colleague =
    { $code ->
        [nothing] { $name } vil gerne have en kollega nu.
       *[other] { $name } vil gerne have en kollega nu (om { $code }).
    } Vælger du at skrive, åbner der en kontakt her, gennem mig.
alarm-report = { $side ->
        [volunteer] Den frivillige siger, at noget ikke var i orden i { $code }.
       *[other] Modtageren siger, at noget ikke var i orden i { $code }.
    } { $name ->
        [nothing] Den, der gav, er ikke frivillig her.
       *[other] Den frivillige er { $name }.
    }
    { $new ->
        [yes] { $side ->
            [volunteer] Modtagerens
           *[other] Den frivilliges
        } konto er oprettet inden for de seneste dage. Det kan betyde noget eller ingenting: også mennesker i nød opretter en ny konto.
       *[other] {""}
    }
    De to bliver ikke sat sammen igen. Intet af det skrevne er gemt.
alarm-after-report =
    { $code }: den, der sagde, at noget ikke var i orden, vil gerne have, at en koordinator skriver.
    Vælger du at skrive, åbner der en kontakt, hvor ingen af jer ser, hvem den anden er.
alarm-fault = Noget gik galt hos mig, og jeg har lagt det til side under { $key } ({ $kind }). Den, der passer maskinen, finder mere i loggen. Var det en besked fra nogen, har de fået at vide, at det ikke lykkedes.
alarm-old-doors = Ingen har tjekket disse numre til brug i fare i over { $days } dage: { $names }. Ring til dem eller slå dem op, og skriv dagen som verified_on i konfigurationen.
debrief-note =
    { $code ->
        [nothing] { $name } skriver:
       *[other] { $name } skriver om { $code }:
    }
    { $note ->
        [nothing] Jeg viser ikke beskeden her, hvor Discord kan læse den. Spørg { $name } om den.
       *[other] { $note }
    }
crisis-not-reachable-now = Jeg kan ikke åbne den kontakt nu: en af jer er allerede i kontakt med nogen, eller vedkommende er her ikke længere.
not-with-yourself = Det ville være en kontakt med dig selv. En anden må tage den.

## Køen

queue =
    { $waiting ->
        [0] Ingen venter.
        [one] Én venter.
       *[other] { $waiting } venter.
    } { $ongoing ->
        [0] Der er ingen kontakter i gang.
        [one] Der er én kontakt i gang.
       *[other] Der er { $ongoing } kontakter i gang.
    } { $on_duty ->
        [0] Ingen er på vagt.
        [one] Én frivillig er på vagt.
       *[other] { $on_duty } frivillige er på vagt.
    }
queue-row = { $code } · har ventet { part-waited } · { part-form } på { part-language } · { $asked ->
        [0] ingen spurgt endnu
        [one] én spurgt
       *[other] { $asked } spurgt
    }, { $pending ->
        [0] ingen kan stadig svare
        [one] én kan stadig svare
       *[other] { $pending } kan stadig svare
    }{ $front ->
        [yes] {" · kommer før andre"}
       *[other] {""}
    }
queue-no-such-code = Ingen, der venter, har koden { $code }. **kø** viser dem, der gør.
assign-confirm = Skal jeg spørge { $name } om { $request }? Et ja er stadig op til vedkommende.{ $off_duty ->
        [yes] {" "}Vedkommende er ikke på vagt.
       *[other] {""}
    }{ $asked_before ->
        [yes] {" "}Vedkommende er spurgt om den før.
       *[other] {""}
    }{ $ask_cap ->
        [yes] {" "}Vedkommende er spurgt så ofte i dag, som godt er.
       *[other] {""}
    }{ $topic ->
        [yes] {" "}Vedkommende har ikke nævnt emnerne.
       *[other] {""}
    }
assign-done = Jeg har spurgt { $name } om { $request }.
assign-not-possible = Jeg spørger ikke { $name }: { $reason ->
        [self] ønsket er vedkommendes eget.
        [never-again] de to har sagt, at de helst ikke vil mødes igen.
        [not-active] vedkommende er ikke aktiv.
        [in-contact] vedkommende er i kontakt med nogen.
        [being-asked] vedkommende bliver spurgt om en anden.
        [day-cap] vedkommende har haft så mange kontakter i dag, som godt er.
        [booked] vedkommende har en aftale for kort tid efter.
        [week-cap] vedkommende har båret så meget i denne uge, som godt er.
        [resting] vedkommende har hvile.
        [quiet-hours] det er inden for vedkommendes stille timer.
        [language] vedkommende taler ikke sproget.
        [form] vedkommende tager ikke den form.
       *[other] { $reason }.
    }
assign-not-these-two = Det går ikke: I to skal ikke sættes sammen. En anden må tage den.
take-done = { $request } er der taget hånd om: en af jer er i kontakt med vedkommende nu, i en privat samtale med mig.
close-confirm = Skal jeg afslutte søgningen for { $request }, som har ventet { part-waited }? Vedkommende får besked og bliver vist andre steder at gå hen.
close-done = { $request } er lukket, og vedkommende har fået besked.

## Frivillige

volunteers = { $count ->
        [one] Der er én frivillig:
       *[other] Der er { $count } frivillige:
    }
volunteers-none = Der er ingen frivillige endnu. Den, der gerne vil være det, skriver **frivillig** til mig.
volunteers-row = { $name } · { $status ->
        [applied] har ansøgt
        [in-training] under oplæring
        [active] aktiv
        [suspended] sat på pause
        [turned-down] fik et nej
       *[other] { $status }
    } · { $on_duty ->
        [yes] på vagt til { $until_at }
       *[other] ikke på vagt
    } · i dag { $contacts ->
        [one] én kontakt
       *[other] { $contacts } kontakter
    }, spurgt { $asks ->
        [one] én gang
       *[other] { $asks } gange
    }{ $resting ->
        [yes] {" · har hvile"}
       *[other] {""}
    }
volunteers-no-such-name = Jeg kender ingen frivillig, der hedder { $name }. **frivillige** viser navnene.
volunteer-application =
    { $name } vil gerne være frivillig.
    { $topics ->
        [nothing] Emner: ingen nævnt.
       *[other] Emner: { $topics }.
    }
    Sprog: { $languages }. Former: { $forms }.
by-role-volunteer-told =
    { $name } har de frivilliges rolle på jeres server, så jeg har ikke spurgt jer om godkendelse.
    { $step ->
        [nothing] { $name } er aktiv nu. **suspender { $name }** stopper det.
       *[other] { $name } går videre til: { part-step }. Skriv **godkend { $name }**, når det er gjort.
    }
by-role-volunteer-gone-told =
    { $name } har ikke længere de frivilliges rolle på jeres server.
    { $in_contact ->
        [yes] { $name } er i kontakt med nogen lige nu, og den kontakt får lov at blive færdig; derefter spørger jeg ikke mere. Skal den slutte nu: **suspender { $name }**.
       *[other] { $name } er sat på pause og har fået det at vide. Får { $name } rollen igen, er { $name } tilbage; **genoptag { $name }** gør det også uden rollen.
    }
approve-done =
    { $step ->
        [nothing] { $name } er aktiv nu og har fået besked.
       *[other] { $name } går videre til: { part-step }. Skriv **godkend { $name }**, når det er gjort.
    }
volunteers-approved-already = { $name } venter ikke på at blive godkendt. **frivillige** viser, hvordan de står.
volunteers-turned-down = { $name } har venligt fået at vide, at det er et nej denne gang.
volunteers-not-active = { $name } er ikke aktiv, så der er ikke noget at sætte på pause.
suspend-confirm =
    Skal jeg sætte { $name } på pause? Vedkommende får besked og bliver ikke spurgt, før du skriver **genoptag { $name }**.
    { $in_contact ->
        [yes] Vedkommende er i kontakt med nogen lige nu: den kontakt slutter, og jeg finder en anden til personen.
       *[other] Vedkommende er ikke i kontakt med nogen lige nu.
    }
suspend-done = { $name } er sat på pause og har fået besked.
volunteers-not-suspended = { $name } er ikke sat på pause.
resume-done = { $name } er taget med igen og har fået besked. **frivillige** viser, hvordan det står.

## Indsatsen

open-done = { $title } tager imod nye ønsker igen, i åbningstiden.
pause-confirm =
    Skal jeg ikke tage imod nye ønsker, før du skriver **åbn**? Kontakter og søgninger, der er i gang, fortsætter. { $waiting ->
        [0] Ingen venter nu.
        [one] Én venter nu.
       *[other] { $waiting } venter nu.
    }
    { $message ->
        [nothing] Den, der spørger, får at vide, at der er pause. Med **pause BESKED** læser de også din besked.
       *[other] Den, der spørger, læser: { $message }
    }
pause-done = Der er pause. **åbn** tager imod nye ønsker igen.
announce-confirm =
    Skal jeg sende det her til { $count ->
        [0] ingen, da der ikke er aktive frivillige
        [one] én aktiv frivillig
       *[other] { $count } aktive frivillige
    }?

    { $message }
announce-done = Det er på vej til { $count ->
        [0] ingen, da der ikke er aktive frivillige
        [one] én frivillig
       *[other] { $count } frivillige
    }.

## Åbningstider

hours =
    { $title } har åbent{ $clock ->
        [nothing] {""}
       *[other] {" "}efter uret i { $clock }
    }:
    { $rows }
hours-row = { $day }: { $hours ->
        [closed] lukket
       *[other] { $hours }
    }{ $why ->
        [nothing] {""}
        [coordinators] {" · bestemt af koordinatorer"}
        [programme] {" · efter indsatsens fil"}
       *[other] { " · " }{ $why }
    }{ $by_hand ->
        [yes] {" · bestemt af koordinatorer"}
       *[other] {""}
    }
hours-confirm =
    { $day } er det: { $before ->
        [closed] lukket
       *[other] { $before }
    }. Skal det være: { $hours ->
        [closed] lukket
       *[other] { $hours }
    }? Den, der spørger uden for de tider, får at vide, hvornår der åbnes igen. { $waiting ->
        [0] Ingen venter nu.
        [one] Én person venter nu, og der ledes videre for vedkommende.
       *[other] { $waiting } personer venter nu, og der ledes videre for dem.
    }
hours-done = Sådan er det { $day }. **åbningstider** viser denne uge og den næste.
hours-already = Sådan er det allerede { $day }: { $hours ->
        [closed] lukket
       *[other] { $hours }
    }. Jeg har ikke gjort noget.
hours-how = Det forstod jeg ikke. Skriv sådan: **åbningstider 24/12 lukket**, **åbningstider 31. dec 10-14**, eller **åbningstider 24/12 som sædvanligt** for at tage det tilbage.
hours-not-then = Den dag er forbi eller mere end et år ude i fremtiden, så jeg har ikke gjort noget.
hours-when-open = { $day } er der ingen sædvanlige tider, jeg kan åbne. Skriv dem: **åbningstider 24/12 10-14**.
holiday =
    De kommende helligdage:
    { $rows }
holiday-none = Jeg kender ingen helligdage her. Indsatsens fil kan nævne et land: holidays = "DK".
holiday-how = Det forstod jeg ikke. Skriv sådan: **helligdag 25/12 lukket**, **helligdag 25/12 åben**, **helligdag 25/12 10-14**, eller **helligdag 25/12 som sædvanligt** for at tage det tilbage.

## Koordinatorer

coordinator-add-confirm = Skal { $address } være koordinator? Vedkommende kan så se køen, skrive til dem, der har bedt om det, og gøre alt, hvad du kan.
coordinator-add-done = Det er gjort. Vedkommende er koordinator nu.
coordinator-remove-confirm = Skal { $address } ikke være koordinator længere? En, der står i konfigurationen, er det igen, næste gang jeg starter.{ $by_role ->
        [yes] {" "}Vedkommende har en rolle på jeres server; den gør ikke vedkommende til koordinator igen, før en af jer gør det.
       *[other] {""}
    }
coordinators = { $count ->
        [one] Der er én koordinator her:
       *[other] Der er { $count } koordinatorer her:
    }
coordinators-row = { $who }{ $you ->
        [yes] {" (dig)"}
       *[other] {""}
    } · { $platform } · { $how ->
        [file] står i konfigurationen
        [word] tilføjet af en koordinator
        [link] kom med et link til vores side
        [role] har en rolle på jeres server, og kun så længe
        [last] har ikke længere rollen, men der er ingen andre, jeg kan nå
       *[earlier] tilføjet tidligere, og står ikke i konfigurationen nu
    }{ $reachable ->
        [yes] {""}
       *[other] {" · kan ikke nås"}
    }
by-role-coordinator = Du har koordinatorernes rolle på serveren, så du er koordinator her nu, så længe du har den. **kø** viser, hvem der venter, **frivillige**, hvem der er, og **hjælp** alt, hvad du kan. Folk her stoler på, at det, du ser, bliver hos dig.
by-role-coordinator-told = { $who } er koordinator fra nu af, fordi vedkommende har koordinatorernes rolle på jeres server. Jeg ved ikke, om det er meningen: er det ikke, så tag rollen fra vedkommende dér, og se efter, hvem der kan give den. **koordinatorer** viser, hvem der er koordinator, og hvordan de er blevet det.
by-role-coordinator-gone = Du har ikke længere koordinatorernes rolle på serveren, så du er ikke koordinator her mere.
by-role-coordinator-gone-told = { $who } har ikke længere koordinatorernes rolle på jeres server og er derfor ikke koordinator her mere.
by-role-coordinator-last = { $who } har ikke længere koordinatorernes rolle på jeres server, men er den eneste koordinator, jeg kan nå. Derfor bliver vedkommende ved, til der er en anden. Skriv en ind i konfigurationen, eller giv en anden rollen, og få vedkommende til at skrive til mig.
coordinator-remove-done = Det er gjort. Vedkommende er ikke koordinator mere.
coordinator-unknown = Ingen med den adresse er koordinator her, så jeg har ikke gjort noget. **hændelser** viser, hvem der er gjort til koordinator for nylig.
coordinator-last = Du er den eneste koordinator, jeg kan nå, så jeg har ikke gjort noget. Gør først en anden til koordinator: **koordinator tilføj**.
coordinator-address = Den adresse kan jeg ikke læse. Skriv den sådan her: **@anna:example.org** eller **matrix:@anna:example.org**.
audit = { $whole ->
        [yes] Listen er hel.
       *[other] Listen er ikke hel: noget i den er ændret eller mangler. Sig det til den, der passer maskinen.
    } { $count ->
        [one] Den seneste handling:
       *[other] De seneste { $count } handlinger:
    }
audit-row = { $when } · { $who } · { $act ->
        [approve] godkendte
        [turn-down] sagde nej til
        [suspend] satte på pause
        [resume] genoptog
        [assign] spurgte i hånden
        [take] overtog
        [close] lukkede
        [open] åbnede
        [pause] satte på pause
        [hours] ændrede åbningstiden
        [propose] foreslog en tid:
        [reschedule] foreslog en anden tid for
        [call-off] aflyste
        [gathering] planlagde træffet
        [gathering-ask] spurgte folk til gruppen
        [gathering-start] åbnede gruppen
        [announce] meddelte, læsere:
        [coordinator-add] gjorde til koordinator
        [coordinator-remove] fjernede som koordinator
        [coordinator-by-role] blev koordinator ved en rolle
        [coordinator-role-gone] er ikke koordinator mere: rollen er væk
        [coordinator-role-gone-last] mistede rollen, men blev ved som den sidste
        [volunteer-by-role] blev frivillig ved en rolle:
        [volunteer-role-gone] er sat på pause, for rollen er væk:
        [digest-on] slog ugeoversigten til
        [digest-off] slog ugeoversigten fra
        [wrote-after-crisis] skrev til en i fare
        [wrote] skrev til en
       *[other] { $act }
    } { $subject }
audit-empty = Ingen koordinator har gjort noget endnu, som står her.

crisis-asked-to-move = Vedkommende er i kontakt med nogen nu. Jeg har spurgt, om vedkommende hellere vil skrive med dig; du hører fra mig, hvis det er et ja. Når den kontakt er slut, kan du vælge at skrive her igen.

## Kalenderen

calendar =
    { $title }, { $first_day } til { $last_day }. Klokken er nu { $zoned }.
    { $appointments ->
        [0] Ingen aftaler.
        [one] Én aftale.
       *[other] { $appointments } aftaler.
    }
    { $rows }
calendar-day = **{ $day }** · { $hours ->
        [closed] lukket
       *[other] åbent { $hours }
    }
calendar-appointment = { $time } · { $code } · { calendar-state }{ $name ->
        [nothing] {""}
       *[other] {" · "}{ $name }
    } · { part-form }{ $series ->
        [yes] {" · en af en række"}
       *[no] {""}
    }
calendar-state = { $state ->
        [proposed] venter på modtagerens svar
        [declined] passede ikke modtageren
        [sought] ikke på plads endnu
        [confirmed] på plads
        [begun] begyndt
        [cancelled] taget tilbage
        [unmet] ingen kunne
       *[missed] de to mødtes ikke
    }
calendar-many = { $count ->
        [one] én aftale
       *[other] { $count } aftaler
    }
calendar-cover = { $kind ->
        [duty] På vagt: { $there }
       *[shift] Regner med at være der: { $there }
    }
calendar-gaps = { $least ->
        [one] Ingen endnu: { $gaps }
       *[other] Færre end { $least } endnu: { $gaps }
    }
calendar-how = Jeg forstod ikke hvilken uge. Skriv sådan: **kalender**, **kalender næste uge**, **kalender uge 50** eller **kalender 7/12**.
