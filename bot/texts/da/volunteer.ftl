# Tekster til frivillige. Reglerne i common.ftl gælder her.

## At blive spurgt

offer =
    { $topics ->
        [nothing] En vil gerne tale med en ligesindet nu.
       *[other] En vil gerne tale med en ligesindet nu, om: { $topics }.
    }
    { $front ->
        [yes] Vedkommende har allerede ventet noget tid.
       *[other] I ved kun om hinanden, hvad I skriver.
    }
    Det vil være { part-form }, på { part-language }, i op til { $session ->
        [one] et minut
       *[other] { $session } minutter
    }.
    Et nej er altid i orden. Jeg venter { part-minutes } på dit svar.
offer-accepted = Du sagde ja til den her. Tak.
offer-declined = Du sagde nej til den her. Det er helt i orden.
offer-declined-thanks = Tak for dit svar. Et nej er lige så velkomment som et ja. Vil du helt have fri, så skriv **fri**.
offer-taken = En anden var lidt hurtigere, så den her er der taget hånd om. Tak, fordi du er der.
offer-recalled = Der er ikke brug for den her mere. Tak, fordi du er der.
offer-lapsed = Tiden for den her er gået, og jeg har spurgt videre. Det er helt i orden.
offer-too-late = Den er forbi, så du skal ikke gøre noget. Tak, fordi du ville.
offer-none = Jeg spørger dig ikke om noget lige nu. **status** viser, hvor du står.
offer-while-waiting = Du venter selv på at tale med nogen, så jeg sætter dig ikke i kontakt med andre nu. **annuller** tager dit eget ønske tilbage.
why-asked =
    { $by_hand ->
        [yes] En koordinator valgte at spørge dig.
       *[other] { $same ->
            [yes] Vedkommende ønskede den frivillige fra sidst, og det er dig.
           *[other] { $topics ->
                [nothing] Du var på vagt, og sproget og formen passede til dig. { part-turn }
               *[other] Du var på vagt, sproget og formen passede til dig, og du ved noget om: { $topics }. { part-turn }
            }
        }
    }

## På vagt

duty-check = Du vil være på vagt til { $at }. Er du oplagt til det i dag? Tænk på søvn, ro, og om din egen dag har plads til en anden.
duty-on =
    { $cut ->
        [yes] Du er på vagt til { $at }. Det er kortere, end du ønskede, for der er grænser for, hvor meget én skal bære.
       *[other] Du er på vagt til { $at }. Tak.
    }
    Jeg spørger dig, når nogen gerne vil tale, og et nej er altid i orden. **fri** afslutter vagten.
duty-off = Du har fri, og jeg spørger dig ikke mere. Tak, fordi du var der.
duty-over = Din vagt er slut, og jeg spørger dig ikke mere. Tak, fordi du var der.
duty-not-on = Du er ikke på vagt, så jeg spørger dig ikke. **vagt** begynder en.
duty-not-today = Tak, fordi du passer på dig selv. Du er velkommen en anden dag. Vil du tale med en kollega, så skriv **kollega**.
duty-resting = Du har hvile efter din sidste kontakt, indtil { $when }. Jeg glæder mig til at se dig bagefter. Skriv **kollega**, hvis du vil tale med en.
duty-too-short = Det er meget kort. En vagt varer mindst { part-minutes }, så der er tid til at spørge og svare.
duty-enough = Du har båret så meget, som der er plads til: højst { $hours } timer i træk og { $week } timer om ugen. Tak. Hvil dig godt.
duty-when = Jeg forstod ikke, hvor længe. Skriv det sådan her: **vagt 60** i minutter, **vagt 2 timer** eller **vagt til 21:30**.
status-on-duty = Du er på vagt til { $at }. **fri** afslutter vagten.
status-volunteer = { $state ->
        [applied] Din ansøgning som frivillig ligger hos koordinatorerne.
        [in-training] Du er under oplæring som frivillig. Du hører fra mig om næste skridt.
        [active] Du er frivillig og ikke på vagt. **vagt** begynder en.
        [suspended] Du er ikke aktiv som frivillig for tiden, så jeg spørger dig ikke.
       *[other] Du er ikke aktiv som frivillig. **frivillig** ansøger.
    }

## Vagter

shifts =
    { $rules ->
        [nothing] Du har ingen faste vagter.
       *[other] Dine vagter: { $rules }.
    }
    { $coming ->
        [nothing] Der kommer ingen det næste år.
       *[other] De næste:
    }
    { $coming ->
        [nothing] {""}
       *[other] { $coming }
    }
    { $by_itself ->
        [yes] Vagten begynder af sig selv, hvis du ikke siger nej en time før (**vagtplan auto fra**).
       *[other] Jeg spørger dig en time før, og igen når den begynder (**vagtplan auto til** lader den begynde af sig selv).
    } { $on_holidays ->
        [yes] Du er der også på helligdage.
       *[other] På helligdage har du fri (**vagtplan helligdage til**).
    }{ $away ->
        [nothing] {""}
       *[other] {" "}Væk: { $away }.
    }{ $clock ->
        [nothing] {""}
       *[other] {" "}De følger uret i { $clock }, og de næste er skrevet efter dit.
    }
shifts-none = Du har ingen vagter. Skriv, hvornår du gerne vil være der; det afløser det, der var før: **vagtplan man 18-21, tor 19-22**, **vagtplan hver anden fredag 20-23** eller **vagtplan første mandag 18-21**.
shifts-how = Det forstod jeg ikke, så jeg har ikke ændret noget. Skriv sådan: **vagtplan man 18-21, tor 19-22**, **vagtplan første mandag 18-21**; for en enkelt dag **vagtplan 24/12 fri** eller **vagtplan 24/12 10-12**; **vagtplan ingen** tager dem alle væk.
shifts-away-how = Fortæl mig, fra hvornår til hvornår du er væk: **væk 1-14 juli** eller **væk 24/12 til 2/1**. **væk slet** tager det tilbage.
shifts-too-long = Det er en lang vagt. En vagt varer højst { $hours ->
        [one] én time
       *[other] { $hours } timer
    } her, så ingen bærer for meget. Jeg har ikke ændret noget.
shifts-too-much = Det er meget på én uge. Der er plads til { $hours ->
        [one] én times vagt
       *[other] { $hours } timers vagt
    } på syv dage, så ingen bærer for meget. Jeg har ikke ændret noget.
shift-rule = { $pattern ->
        [daily] hver dag
        [weekly] hver { part-weekday }
        [fortnightly] hver anden { part-weekday }
        [first] den første { part-weekday } i måneden
        [second] den anden { part-weekday } i måneden
        [third] den tredje { part-weekday } i måneden
        [fourth] den fjerde { part-weekday } i måneden
       *[last] den sidste { part-weekday } i måneden
    } kl. { $hours }
shift-slot = { $when }-{ $ends_at }
shift-reminder =
    Du har vagt kl. { $begins_at }-{ $ends_at }. Er du oplagt i dag? Tænk på søvn, ro, og om din egen dag har plads til en anden.
    { $by_itself ->
        [yes] Hører jeg ikke fra dig, begynder vagten af sig selv.
       *[other] Hører jeg ikke fra dig, spørger jeg igen, når den begynder.
    } Et nej er altid i orden.
shift-fit = Tak. Din vagt begynder af sig selv kl. { $begins_at }.
shift-not-fit = Tak, fordi du passer på dig selv. Vagten falder væk, og koordinatorerne ved det. Vil du tale med en kollega, så skriv **kollega**.
shift-get-well = { $shift ->
        [yes] Så falder den væk, og koordinatorerne ved det. Pas godt på dig selv.
       *[no] Så bliver du ikke bedt om noget i dag. Pas godt på dig selv.
    }
shift-none-today = Du har ingen vagt og ingen aftale i dag og er ikke på vagt, så der er intet at tage væk. **vagtplan** viser den næste.
shift-swap-ask = { $when }-{ $ends_at } vil en anden gerne have nogen til at tage sin vagt. Vil du? Et nej er altid i orden.
shift-swap-asked = Jeg har spurgt { $count ->
        [one] én anden frivillig
       *[other] { $count } andre frivillige
    }, om de vil tage din vagt { $when }. Det første ja får den, og du hører det. Indtil da er den din. **byt fra** tager det tilbage.
shift-swap-taken = En anden tager din vagt { $when }. Så har du fri.
shift-swap-yours = Tak. Vagten er din: { $when }-{ $ends_at }.
shift-swap-back = Så er den stadig din, og ingen bliver spurgt mere.
shift-swap-gone = Den vagt er der allerede sørget for. Tak, fordi du ville.
shift-swap-too-much = Det er pænt af dig, men du er der allerede, eller det ville blive mere, end man bør bære. Jeg lader den gå til andre.
shift-swap-none = Du har ikke tilbudt nogen vagt til andre.
shift-swap-how = Jeg forstod ikke hvilken vagt. Skriv **byt** for din næste, eller **byt fredag**.
shift-swap-which = Jeg kan ikke se en vagt på det tidspunkt, som ikke er begyndt. **vagtplan** viser de næste.
shift-swap-already = Din vagt { $when } er allerede tilbudt til andre. Du hører fra mig, når en tager den.
shift-swap-nobody = Der er ingen, jeg kan spørge om at tage den. Kan du ikke være der, så skriv det, når den nærmer sig, eller sig det til koordinatorerne: **kollega**.

## Bagefter

debrief-ask = Hvordan var det for dig? Det bliver mellem dig og dem, der driver stedet.
debrief-light = Det er jeg glad for at høre. Er der noget, du har brug for?
debrief-okay = Tak, fordi du siger det. Er der noget, du har brug for?
debrief-heavy = Tak, fordi du siger det. Nogle samtaler vejer, og det er godt, at du fortæller det. Du har fri nu og hvile indtil { $when }, og koordinatorerne får at vide, at det var tungt. Er der noget, du har brug for?
debrief-note-ask = Hvad vil du gerne have, koordinatorerne ved? Udelad det, der kan vise, hvem den anden er. Jeg giver det videre med dit navn her og gemmer det ikke.
debrief-thanks = Tak. Gør noget, der er godt for dig.
colleague-asked = Jeg har sagt til koordinatorerne, at du gerne vil have en kollega nu, og intet om, hvad der blev sagt. Jeg kan ikke love, at nogen læser det straks. Er nogen i fare: ring { $crisis }.

## Mine egne grænser

limits =
    Det her er dine grænser. På en dag: { $contacts ->
        [one] én kontakt
       *[other] { $contacts } kontakter
    }, spurgt højst { $asks ->
        [one] én gang
       *[other] { $asks } gange
    }. På en uge: { $hours ->
        [one] én time
       *[other] { $hours } timer
    }.
    { $quiet ->
        [nothing] Du har ingen stille timer af dine egne.
       *[other] Jeg lader dig være i fred { $quiet }.
    }
    Du kan ændre dem med **grænser kontakter 1**, **grænser spørgsmål 3**, **grænser timer 6** eller **grænser stille 22-7**.
limits-how = Det forstod jeg ikke. Skriv det sådan her: **grænser kontakter 1**, **grænser spørgsmål 3**, **grænser timer 6**, **grænser stille 22-7** eller **grænser stille fra**. Dine egne grænser kan være lavere end stedets, ikke højere.

## At blive frivillig

volunteer-changing = Du kan fortælle på ny, hvad du fortalte før. Det gælder, så snart du har svaret.
volunteer-intro =
    { $role ->
        [nothing] Tak, fordi du vil være frivillig i { $title }.
       *[other] Tak, fordi du vil være frivillig i { $title }. { $role }
    }
    { $spared ->
        [yes] Du har de frivilliges rolle på serveren, så ingen skal godkende dig. Her er et par spørgsmål, så jeg ved, hvad jeg kan spørge dig om.
       *[other] Først et par spørgsmål, så beslutter en koordinator.
    }
apply-topics-ask = Hvilke emner kender du fra dit eget liv og kan holde til at tale om? Du kan vælge flere, for eksempel **1, 3**.
apply-languages-ask = Hvilke sprog kan du tale på? Du kan vælge flere.
apply-forms-ask = Hvordan vil du gerne tale med folk? Du kan vælge flere.
volunteer-applied = Tak. Her hedder du { $name }; dem, du taler med, kender dig under et nyt navn hver gang. En koordinator ser på det, og du hører fra mig.
volunteer-changed = Tak, { $name }. Jeg har noteret det, du fortæller nu, i stedet for det, du fortalte før.
volunteer-approved =
    { $step ->
        [nothing] Velkommen, { $name }. Nu er du frivillig. Skriv **vagt**, når du gerne vil spørges, og **hjælp** for at se, hvad du kan gøre.
       *[other] Velkommen, { $name }. Næste skridt for dig er: { part-step }. En koordinator fortæller dig mere, og du hører fra mig, når det er gjort.
    }
volunteer-turned-down = Tak, fordi du ville være frivillig. Det er et nej denne gang. Det siger intet om dit værd eller dine erfaringer, og du må gerne ansøge igen med **frivillig**.
by-role-volunteer = Du har de frivilliges rolle på serveren, så du kan give støtte her. Når du gerne vil, så skriv **frivillig**, og jeg spørger, hvilke sprog du taler, og hvordan du helst vil tale med folk. Indtil da spørger jeg dig ikke om nogen, og intet andet bliver anderledes for dig.
volunteer-still-applied = Din ansøgning ligger hos koordinatorerne. Du hører fra mig, når de har set på den.
volunteer-in-training = Du er under oplæring, så det her kommer lidt senere. Du hører fra mig om næste skridt.
volunteer-suspended = Du er ikke aktiv som frivillig for tiden, så jeg spørger dig ikke. Koordinatorerne kan fortælle dig mere. Vil du selv tale med nogen, er **snak** også til dig.
volunteer-back-in-training = Du er under oplæring som frivillig igen. Velkommen tilbage. Du hører fra mig om næste trin.
volunteer-resumed = Du er aktiv som frivillig igen. Velkommen tilbage. Skriv **vagt**, når du gerne vil spørges.
announcement =
    Fra koordinatorerne:
    { $message }

colleague-ready =
    En koordinator er klar til at skrive med dig. Man kan kun være i én kontakt ad gangen.
    Skal jeg finde en anden, før alle andre, til den, du er i kontakt med, og sætte dig i kontakt med koordinatoren?
