# En tid, der er ens egen: at aftale, at blive spurgt, det aftalte. Reglerne i common.ftl gælder her.

## At aftale en tid

book-when-ask = Hvornår vil du gerne tale med nogen? Skriv det, som du ville sige det, for eksempel **i morgen kl. 14** eller **på torsdag halv elleve**.
book-when-not-understood = Jeg kunne ikke finde et tidspunkt i det. Skriv en dag og et klokkeslæt, for eksempel **på torsdag kl. 10.30**, eller **stop** for at lade det ligge.
book-when-which = Jeg er ikke sikker på, hvilket tidspunkt du mener. Hvilket af dem er det? Er det ingen af dem, så skriv det på en anden måde.
book-when-unclear = { $why ->
        [what-time] Det er { $day }. Hvad tid?
        [which-time] Dagen har jeg forstået. Hvad tid?
        [which-day] Hvilken dag, og hvad tid?
        [which-week] Hvilken uge mener du? En dato gør det klart, for eksempel **26. november**.
        [morning-or-evening] Om morgenen eller om aftenen? Skriv gerne klokkeslættet igen, for eksempel **8** eller **20**.
        [day-and-date] Ugedagen og datoen, du skrev, er ikke samme dag. Hvilken af dem er det?
        [no-such-day] Den dag kan jeg ikke finde i kalenderen. Skriv det gerne på en anden måde.
        [no-such-time] Det klokkeslæt viser intet ur. Skriv det gerne på en anden måde.
        [skipped] Uret bliver stillet frem den nat og springer det klokkeslæt over. Vælg gerne et andet.
        [twice] Uret bliver stillet tilbage den nat og viser det klokkeslæt to gange. Vælg gerne et andet.
        [past] Det tidspunkt er gået. Hvilket andet passer dig?
        [too-far] Det er længere ude, end jeg kan se. Hvilket tidligere tidspunkt passer dig?
        [too-long] Det er en længere række, end jeg kan aftale. Et år ad gangen er det meste, for eksempel **hver tirsdag kl. 19, 50 gange**; hen mod slutningen spørger jeg, om du vil fortsætte. Skriv det hele igen.
        [loose] Nævn gerne ét klokkeslæt, for eksempel **kl. 14**.
        [how-often] Hvor tit mener du? Jeg kan tage **hver uge**, **hver anden uge** eller **hver måned**.
        [how-many] Hvor mange gange skal det være? For eksempel **8 gange** eller **til 1. juni**.
        [until-when] Til hvilken dato? Skriv gerne det hele igen.
       *[other] Jeg er ikke sikker på, hvad du mener. Skriv gerne dagen og klokkeslættet på en anden måde.
    }
book-once-only = Jeg kan aftale én tid nu, og flere bagefter. Skriv gerne den første af dem.
book-free-times = De her tider er ledige, så vidt jeg ved. Hvilken passer dig? Du kan også skrive en anden.
book-no-free-times =
    { $more ->
        [yes] Jeg kender ingen senere ledige tider endnu.
       *[no] Jeg kender ingen ledige tider endnu; det behøver ikke betyde, at ingen kan.
    }
    Skriv en tid, der passer dig, så spørger jeg de frivillige. I fare: ring { $crisis }.
book-heard =
    { $sure ->
        [yes] Vil du gerne tale med nogen { $zoned }?
        [series] Vil du gerne tale med nogen igen og igen: { part-series }, første gang { $zoned }?
       *[no] Vil du gerne aftale en tid at tale med nogen?
    }
    Der er intet aftalt endnu.
book-length-ask = Hvor længe vil du gerne tale?
book-form-ask = Hvordan vil du gerne tale?
book-whom-ask = Skal jeg først spørge den frivillige, du sidst talte med? Ingen af jer får at vide, hvem den anden er, og kan vedkommende ikke, spørger jeg andre.
book-topics-ask = Hvad vil du gerne tale om? Du kan vælge flere, for eksempel **1, 3**, eller springe over.
book-language-ask = Hvilket sprog vil du gerne tale på?
book-note-ask = { $platform ->
        [discord] Er der noget praktisk, den frivillige skal vide på forhånd, for eksempel hvor længe du har tid? Skriv ikke noget om helbred her, for Discord kan læse det. Eller spring over.
       *[other] Er der noget, den frivillige skal vide på forhånd? Skriv det her, så giver jeg det videre, eller spring over. Udelad navne og adresser.
    }
book-proposed =
    Det er det, jeg har forstået:
    { $zoned }, { part-minutes }, { part-form-here }.
    { $same ->
        [yes] Jeg spørger først den frivillige, du sidst talte med.
       *[other] Jeg spørger de frivillige, der kunne passe.
    }
    Er det rigtigt?
book-past = Det tidspunkt er gået. Hvilket andet passer dig? Skriv **stop** for at lade det ligge.
book-too-soon =
    { $minutes ->
        [one] Det er meget snart; jeg skal bruge et minut til at spørge de frivillige.
       *[other] Det er meget snart; jeg skal bruge { $minutes } minutter til at spørge de frivillige.
    }
    Hvilket senere tidspunkt passer dig? Eller skriv **!snak** for at lede efter nogen nu.
book-too-far =
    { $days ->
        [one] Jeg kan aftale en dag frem.
       *[other] Jeg kan aftale { $days } dage frem.
    }
    Hvilket tidligere tidspunkt passer dig?
book-at-that-time = Du har en anden aftale omkring det tidspunkt: { $when }. Hvilket andet tidspunkt passer dig?
book-day-full =
    { $most ->
        [one] Du har allerede en aftale { $day }, og der er plads til én om dagen.
       *[other] Du har allerede { $most } aftaler { $day }, og mere er der ikke plads til den dag.
    }
    Hvilken anden dag passer dig?
book-enough =
    { $most ->
        [one] Du har en aftale i vente, og der er plads til én ad gangen.
       *[other] Du har { $most } aftaler i vente, og flere er der ikke plads til ad gangen.
    }
    {"**"}status** viser dem, og **annuller** tager en tilbage.
book-in-contact = Du er i kontakt med nogen nu. Når det er slut, så skriv **aftale**, og så finder vi en tid.
book-seeking =
    Jeg spørger frivillige om { $zoned }, { part-minutes }. Intet er aftalt, før en af dem har sagt ja, og jeg kan ikke love, at nogen kan.
    Du hører fra mig, så snart en siger ja, og senest { $when }. **status** viser, hvordan det går, **annuller** tager det tilbage.
book-seeking-again =
    Den frivillige kan alligevel ikke komme { $zoned }. Det er jeg ked af. Det handler ikke om dig.
    Jeg spørger andre nu, og du kommer før andre. Du hører fra mig senest { $when }.
book-nobody-could =
    Jeg har spurgt, men ingen kunne komme { $when }. Det er jeg ked af. Det handler ikke om dig eller det, du skrev.
    Vi kan finde en anden tid, eller du kan gå til andre nu. I fare: ring { $crisis }.

## At blive spurgt

appointment-offer =
    { $same ->
        [yes] En, du har talt med før, vil gerne tale med dig igen: { $zoned }, { part-minutes }.
       *[other] En vil gerne tale med nogen: { $zoned }, { part-minutes }.
    }
    Det bliver { part-form }, på { part-language }.{ $topics ->
        [nothing] {""}
       *[other] {" "}Om: { $topics }.
    }{ $front ->
        [yes] {" "}En anden frivillig kunne alligevel ikke.
       *[other] {""}
    }{ $rhythm ->
        [weekly] {" "}Det er den første af { $times }, hver uge på samme klokkeslæt, sidste gang { $last_when }. Du siger ja til dem, du kan; til resten finder jeg en anden.
        [fortnightly] {" "}Det er den første af { $times }, hver anden uge på samme klokkeslæt, sidste gang { $last_when }. Du siger ja til dem, du kan; til resten finder jeg en anden.
        [nothing] {""}
       *[other] {" "}Det er den første af { $times }, hver måned på samme klokkeslæt, sidste gang { $last_when }. Du siger ja til dem, du kan; til resten finder jeg en anden.
    }{ $dates ->
        [nothing] {""}
       *[other] {" "}Dagene: { $dates }{ $more ->
            [0] .
           *[other] {" "}og { $more } til.
        }
    }
    Du behøver ikke have vagt da. Kan du? Du kan svare indtil { $until_when }.
appointment-offer-accepted = Du sagde ja til det her.
appointment-offer-declined = Du sagde nej til det her, og det er helt i orden.
appointment-offer-lapsed = Det her blev ikke besvaret i tide, og det er helt i orden. Jeg spørger andre.
appointment-offer-taken = En anden har sagt ja til det her. Tak alligevel.
appointment-offer-recalled = Der er ikke brug for det her mere. Tak alligevel.
appointment-offer-over = Det er allerede afgjort, så du behøver ikke gøre noget. Tak, fordi du svarede.

## Aftalt

appointment-confirmed = { $side ->
        [receiver] Det er aftalt: { $zoned }, { part-minutes }, { part-form-here }. En frivillig har sagt ja og glæder sig.
       *[volunteer] Det er aftalt: { $zoned }, { part-minutes }, { part-form-here }. Tak. Den anden ved, at der kommer nogen, men ikke hvem.
    }
    Når tiden kommer, åbner jeg selv kontakten her. Passer det dig alligevel ikke, så skriv **annuller**. Det er altid i orden.
appointment-cancelled = { $by ->
        [receiver] { $side ->
            [receiver] Jeg har taget din aftale { $zoned } tilbage. Det er helt i orden. Skriv **aftale**, når du gerne vil have en ny.
           *[volunteer] Aftalen { $zoned } bliver ikke til noget. Den anden har taget den tilbage, og det handler ikke om dig. Du behøver ikke gøre noget.
        }
        [volunteer] { $side ->
            [receiver] Den frivillige kan alligevel ikke komme { $zoned }, og det er for sent at finde en anden. Det er jeg ked af. Det handler ikke om dig.
           *[volunteer] Jeg har taget dig af aftalen { $zoned } og sørger for resten. Tak, fordi du siger det.
        }
       *[other] { $side ->
            [receiver] En koordinator har været nødt til at tage din aftale { $zoned } tilbage. Det er jeg ked af. Det handler ikke om dig.
           *[volunteer] En koordinator har taget aftalen { $zoned } tilbage. Du behøver ikke gøre noget.
        }
    }
appointment-could-not-begin = { $who ->
        [you] Det er tid til din aftale, men du er i kontakt med en anden, så jeg har ikke åbnet den. Den anden ved, at der kom noget imellem.
        [other] Det er tid til din aftale, men der er kommet noget imellem for den anden. Det er jeg ked af. Det handler ikke om dig.
       *[bot] Jeg kørte ikke, da det var tid til din aftale { $when }. Det er jeg ked af; det er min fejl og ingen andens.
    }
    { $side ->
        [receiver] Vi kan finde en anden tid. I fare: ring { $crisis }.
       *[volunteer] Du behøver ikke gøre noget.
    }

## Hvor man står

status-appointment = { $state ->
        [confirmed] { $side ->
            [receiver] Aftalt: { $zoned }, { part-minutes }, { part-form-here }. Der kommer en frivillig.
           *[volunteer] Aftalt: { $zoned }, { part-minutes }, { part-form-here }. Du er den, der giver.
        }
       *[sought] Ikke aftalt endnu: { $zoned }. { $asking ->
            [0] Lige nu bliver ingen spurgt, men jeg bliver ved indtil { $limit_when }.
            [one] Én frivillig bliver spurgt. Du hører fra mig senest { $limit_when }.
           *[other] { $asking } frivillige bliver spurgt. Du hører fra mig senest { $limit_when }.
        }
    }
cancel-which = Hvad skal jeg tage tilbage? Det er altid i orden.

## Til koordinatorer

alarm-appointment =
    Ingen har sagt ja til aftalen { $code } { $when }.
    { $asked ->
        [0] Der var ingen, jeg kunne spørge.
        [one] Én frivillig er blevet spurgt.
       *[other] { $asked } frivillige er blevet spurgt.
    }
    Kan I finde nogen? Jeg bliver ved med at spørge imens.
alarm-appointment-unmet = Ingen kunne komme til aftalen { $code } { $when }. Modtageren har fået det at vide og er vist andre veje.
alarm-appointment-off = Den frivillige til aftalen { $code } { $when } kan ikke komme, og det var for sent at spørge andre. Modtageren har fået det at vide og er vist andre veje.
alarm-appointment-hindered = Aftalen { $code } { $when } kunne ikke begynde. Begge har fået det at vide. Se gerne, om nogen har brug for et ord fra jer.

## At flytte

move-whom-ask = Med den samme frivillige, hvis vedkommende kan? Eller med den, der kan på det nye tidspunkt?
move-proposed =
    Det er det, jeg har forstået: i stedet for { $when } skal det være
    { $zoned }.
    { $cannot ->
        [yes] Den frivillige kan ikke dér, så jeg ville spørge andre, og den gamle tid blive opgivet. Er det rigtigt?
       *[no] Indtil det er aftalt, gælder den gamle tid. Er det rigtigt?
    }
move-cannot = Den tid kan det ikke blive: en af jer har noget andet der, eller det ville være for meget. Hvilken anden tid passer dig? Skriv **stop**, hvis den skal blive, hvor den er.
move-ask = { $side ->
        [receiver] Den frivillige spørger, om jeres aftale { $when } kan flyttes til
       *[volunteer] Den anden spørger, om aftalen { $when } kan flyttes til
    }
    { $zoned }.
    Passer det dig? Hvis ikke, bliver det, som det er, og det er helt i orden.
move-asked = Jeg har spurgt, om { $zoned } kan bruges i stedet for { $when }. Indtil der er svar, gælder den gamle tid.
move-unanswered = Der er ikke svar endnu på, om { $zoned } kan bruges. Den gamle tid gælder: { $when }. Passer den dig ikke, kan jeg tage den tilbage.
move-kept = { $mine ->
        [yes] Så bliver det, som det var: { $zoned }. Det er helt i orden.
       *[other] Den nye tid passer ikke den anden, så det bliver, som det var: { $zoned }. Passer det dig ikke, kan jeg tage den tilbage.
    }
move-without-you = Aftalen { $zoned } er flyttet til en tid, hvor andre bliver spurgt. Tak, fordi du sagde ja. Du behøver ikke gøre noget.
appointments-none = Du har ingen aftaler i vente. **aftale** laver en.
appointments-row = { $state ->
        [confirmed] { $side ->
            [receiver] Aftalt: { $zoned }, { part-minutes }, { part-form-here }. Der kommer en frivillig.
           *[volunteer] Aftalt: { $zoned }, { part-minutes }, { part-form-here }. Du er den, der giver.
        }
       *[sought] Ikke aftalt endnu: { $zoned }, { part-minutes }, { part-form-here }.
    }

## Påmindelser

appointment-reminder = { $side ->
        [receiver] En påmindelse om din aftale: { $zoned }, { part-minutes }. Der kommer en frivillig, og jeg åbner selv kontakten her.
       *[volunteer] En påmindelse om den aftale, du har sagt ja til: { $zoned }, { part-minutes }. Jeg åbner selv kontakten her.
    }{ $place ->
        [nothing] { $form ->
            [in-person] {" "}I har ikke aftalt et sted endnu.
           *[other] {""}
        }
       *[other] {" "}I mødes her: { $place }.
    }
    Passer det dig alligevel ikke, er det helt i orden.
reminder-thanks = Tak. Så begynder det kl. { $at }.
reminder-snoozed = Jeg minder dig om det igen kl. { $at }.
reminder-too-near = Det er næsten tid: { $when }. Jeg minder dig ikke om det igen, før det begynder.
reminders-now = { $leads ->
        [nothing] Jeg minder dig ikke om aftaler. **påmindelser til** ændrer det.
       *[other] Jeg minder dig om hver aftale så lang tid før: { $leads }. **påmindelser fra** slår det fra, og **påmindelser 1d 2t 30m** ændrer hvornår.
    }
reminders-how = Skriv **påmindelser til**, **påmindelser fra** eller hvor lang tid før, for eksempel **påmindelser 1d 2t 30m**: op til fire, fra ti minutter til fjorten dage.

## Når nogen ikke kommer

no-show-ask = { $spoke ->
        [yes] { $name } har ikke skrevet endnu. Der kan være kommet noget imellem; det handler ikke om dig.
       *[other] Er du der? { $name } er her. Er der kommet noget imellem, er det helt i orden.
    }
    Du kan vente lidt eller finde en anden tid.
no-show-another-time = I fik ikke talt sammen denne gang. Det sker, og det er ingens skyld. Skal vi finde en anden tid? I fare: ring { $crisis }.
