# Tekster til modtagere. Reglerne i common.ftl gælder her.

## At ville tale med nogen

talk-topics-ask = Hvad vil du gerne tale om? Du kan vælge flere, for eksempel **1, 3**, eller springe over.
talk-language-ask = Hvilket sprog vil du gerne tale på?
talk-form-ask = Hvordan vil du helst tale: på skrift eller med stemmen?
talk-note-ask = { $platform ->
        [discord] Er der noget praktisk, den frivillige skal vide på forhånd, for eksempel hvor længe du har tid? Skriv ikke noget om helbred her, for Discord kan læse det. Eller spring over.
       *[other] Er der noget, den frivillige skal vide på forhånd? Skriv det her, så giver jeg det videre, eller spring over. Udelad navne og adresser.
    }

talk-looking =
    Jeg spørger de frivillige nu. Jeg kan ikke love, at der er en ledig, men du hører fra mig inden for et par minutter.
    Imens kan du skrive **status** for at se, hvordan det går, eller **annuller** for at tage dit ønske tilbage.
    Jeg er en bot og ikke en akut hjælpelinje. I fare: ring { $crisis }, eller skriv **akut**.
talk-looking-again =
    Jeg leder igen nu, og du kommer før andre. Jeg kan ikke love, at der er en ledig, men du hører fra mig inden for et par minutter.
    {"**"}status** og **annuller** virker imens. I fare: ring { $crisis }, eller skriv **akut**.
talk-still-looking =
    Jeg leder stadig. Du har ventet { part-waited }.
    { $asking ->
        [0] Lige nu er der ikke nogen, jeg kan spørge, men jeg bliver ved.
        [one] Én frivillig bliver spurgt lige nu.
       *[other] { $asking } frivillige bliver spurgt lige nu.
    }
    { $other_doors ->
        [yes] Jeg er ked af, at det varer så længe. Du kan gå til andre imens; i fare, så ring { $crisis }.
       *[other] Tak for din tålmodighed.
    }
talk-waiting-on = Så leder jeg videre, og du beholder din plads. Du hører fra mig.
talk-nobody-free =
    Du har ventet { part-waited }, og der var ingen ledig. Det er jeg ked af. Det handler ikke om dig eller det, du skrev. Her kan du gå hen nu:

    { $doors }

    Hvis du vil, leder jeg igen, og så kommer du før andre.
talk-withdrawn = Jeg har taget dit ønske tilbage, og ingen bliver spurgt mere. Det er helt i orden. Skriv **snak**, når du har lyst.
request-closed = En koordinator har afsluttet søgningen, så jeg leder ikke efter nogen nu. Du kan gå til andre, og du er velkommen til at skrive **snak** igen.
other-doors =
    Her kan du gå hen:

    { $doors }

    { $looking ->
        [yes] Jeg leder videre efter en frivillig imens.
       *[other] Skriv **snak**, hvis du vil have mig til at lede efter en frivillig.
    }

talk-already-in-contact = Du er allerede i kontakt med nogen eller venter på det. Én ad gangen: **!slut** afslutter en kontakt, **annuller** tager et ønske tilbage.
talk-already-looking = Jeg leder allerede efter en til dig og har gjort det i { part-waited }. Skriv **status** for at se, hvordan det går, eller **annuller** for at tage dit ønske tilbage.
talk-paused =
    { $message ->
        [nothing] Jeg kan ikke tage imod nye ønsker om at tale lige nu. Du er velkommen til at prøve igen senere.
       *[other] Jeg kan ikke tage imod nye ønsker om at tale lige nu. De, der driver stedet, siger: { $message }
    }
    Her kan du gå hen imens:

    { $doors }
talk-closed =
    Der er ingen frivillige her lige nu. Vi åbner { $when }, og så er du velkommen.
    Har du brug for nogen inden da, kan du gå hertil:

    { $doors }
talk-closed-for-good =
    Der er ingen frivillige her lige nu, og jeg ved ikke, hvornår der er det igen. Det er jeg ked af.
    Har du brug for nogen, kan du gå hertil:

    { $doors }
talk-limit =
    { $most ->
        [one] Du har talt med nogen én gang i dag, og der er plads til én samtale om dagen.
       *[other] Du har talt med nogen { $most } gange i dag, og mere er der ikke plads til på én dag.
    }
    Du er velkommen igen fra { $when }. Har du brug for nogen inden da, kan du gå hertil:

    { $doors }
talk-new-account =
    Den konto, du skriver fra, er ret ny. Med nye konti lader jeg der gå en time mellem to samtaler. Det siger ikke noget om dig: sådan er det for alle de første dage, for at passe på de frivillige, og det går over af sig selv.
    Du er velkommen igen fra { $when }, og alt andet virker som ellers. Har du brug for nogen inden da, kan du gå hertil:

    { $doors }
again-nobody-yet = Jeg kender ikke til nogen, du har talt med her før. Skriv **snak**, så leder jeg efter en.
again-asking = Hvis den frivillige, du sidst talte med, er der, spørger jeg vedkommende først, uden at nogen af jer får at vide, hvem den anden er. Kan vedkommende ikke, spørger jeg andre, så det kan blive en anden.

## At blive spurgt senere

call-back-hours-ask =
    Så behøver du ikke vente. Hvornår må jeg spørge dig? For eksempel **17-21**, **hverdage 17-21**, **lørdag efter 12**, **i aften** eller **om aftenen**. Spring over, hvis jeg må, når som helst vi har åbent.
    Jeg skriver til dig her, når der måske er en ledig, og leder kun, når du siger ja.
call-back-kept =
    Jeg skriver til dig her, når der måske er en ledig, senest { $last_day }: { $days ->
        [every] hver dag
        [weekdays] mandag til fredag
        [weekends] lørdag og søndag
        [monday] om mandagen
        [tuesday] om tirsdagen
        [wednesday] om onsdagen
        [thursday] om torsdagen
        [friday] om fredagen
        [saturday] om lørdagen
        [sunday] om søndagen
       *[date] { $on_day }
    }{ $hours ->
        [any] , når vi har åbent
       *[other] {" "}kl. { $hours }, mens vi har åbent
    }.
    Jeg kan ikke love, at der er en. **status** viser det, **annuller** tager det tilbage, **snak** leder med det samme. I fare: ring { $crisis }, eller skriv **akut**.
call-back-ask =
    Der er måske en, der kan tale med dig nu. Skal jeg lede? Så kommer du før andre. Jeg kan ikke love, at nogen siger ja.
    Jeg venter { part-minutes } på dit svar. Ikke nu er helt i orden.
call-back-unanswered = Jeg spurgte, om jeg skulle lede, og det passede måske ikke så godt. Det er helt i orden. Jeg spørger igen en anden gang.
call-back-later = Det er helt i orden. Jeg spørger igen en anden gang. **annuller**, hvis du hellere vil være fri for at blive spurgt.
call-back-dropped = Så spørger jeg dig ikke mere om det. Skriv **snak**, når du har lyst.
call-back-over =
    { $why ->
        [asked] Jeg har spurgt dig nogle gange, og det passede ikke så godt, så nu lader jeg det ligge.
       *[time] Jeg har ikke fundet en inden for dine tider, så nu holder jeg op med at kigge efter det. Det er jeg ked af. Det handler ikke om dig.
    }
    Du er velkommen til at skrive **snak**, når du har lyst. I fare: ring { $crisis }, eller skriv **akut**.
status-call-back = Jeg skriver til dig, når der måske er en ledig, senest { $last_day }. **annuller** tager det tilbage, **snak** leder med det samme.

## Hvor du står

status-in-contact =
    Du er i kontakt med { $name }.
    { $minutes ->
        [0] Tiden er næsten gået.
        [one] Der er et minut tilbage.
       *[other] Der er { $minutes } minutter tilbage.
    }
    Det, du skriver, går til { $name }. **!slut** afslutter.
status-waiting =
    Jeg leder efter en til dig og har gjort det i { part-waited }.
    { $ahead ->
        [0] Der er ingen foran dig.
        [one] Én anden har ventet længere end du.
       *[other] { $ahead } andre har ventet længere end du.
    }
    { $asking ->
        [0] Lige nu er der ikke nogen, jeg kan spørge, men jeg bliver ved.
        [one] Én frivillig bliver spurgt lige nu.
       *[other] { $asking } frivillige bliver spurgt lige nu.
    }
    {"**"}annuller** tager dit ønske tilbage.
status-nothing = Du venter ikke på noget, og du er ikke i kontakt med nogen her. Skriv **snak**, når du gerne vil det.
cancel-nothing = Der er ikke noget at tage tilbage: du venter ikke på nogen. Skriv **status** for at se, hvor du står.
language-choose = Hvilket sprog skal vi skrive på? Which language shall we write in?

## Hvad jeg gemmer

my-data =
    Det her er alt, hvad jeg har gemt om dig, skrevet, så både mennesker og programmer kan læse det:

    { $data }

    Skriv **glem mig**, hvis du vil have det slettet.
forget-ask =
    Skal jeg slette alt, hvad jeg har gemt om dig? Det kan ikke fortrydes.
    Er du i kontakt med nogen, eller venter du på det, slutter det også. Kun tal uden personer bliver, for eksempel hvor mange samtaler der har været.
forgotten = Jeg har slettet det, jeg havde gemt om dig. Kun tal uden personer bliver. Du er velkommen til at skrive igen; så begynder vi forfra. Pas godt på dig selv. I fare: ring { $crisis }.

## I fare

crisis-coordinator-told = Jeg har sagt til koordinatorerne, at du gerne vil have, at de skriver til dig, og intet om, hvad du skrev. Jeg kan ikke love, at nogen læser det straks. Kan du ikke vente, så ring { $crisis }.

crisis-coordinator-ready =
    En koordinator er klar til at skrive med dig. Du er i kontakt med en frivillig nu, og der kan kun være én ad gangen.
    Skal jeg slutte den kontakt venligt og sætte dig i kontakt med koordinatoren i stedet?
