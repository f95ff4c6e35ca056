# Sådan skriver vi, i alle filer i denne mappe:
# - Varmt, enkelt og kort, som ét menneske til et andet: "du" og "jeg". Én tanke pr. sætning.
# - Bebrejd aldrig, stil aldrig en diagnose, lov aldrig, at der er nogen. Sig, hvad der er, og hvad man kan gøre.
# - Ord bærer meningen, ikke tegn; en emoji må kun gentage, hvad ordene siger.
# - **fed** er et ord, man kan skrive. Ingen anden markering. Linjeskift bliver stående.
# - Højst 600 tegn og ni linjer, numre og tomme linjer talt med; velkomsten højst fem linjer.
# - Id er <emne>-<hvad>. Et id, dets variabler og attributter er de samme på da og en.
# - Tider: et argument, der hedder at (19:30), day (torsdag 26. november) eller when (begge), eller ender på _at ...
# - Tal er tal, så man kan vælge: { $minutes -> [one] et minut *[other] { $minutes } minutter }.
# - Findes altid uden at blive givet: $service, $organisation, $crisis, $doors, $young_doors, $age.

## De første ord

welcome =
    Hej, jeg er { $service }, en bot fra { $organisation }. Jeg kan sætte dig i kontakt med en frivillig, der også selv har haft det svært.
    De frivillige er ligesindede med egne erfaringer, ikke fagfolk. Ingen af jer får at vide, hvem den anden er.
    Det, I skriver til hinanden, går gennem mig og slettes, når det er leveret. Jeg gemmer, låst inde: hvor jeg kan nå dig, dit sprog, dine ønsker og aftaler.
    { $platform ->
        [matrix] Din Matrix-server kan se, at du skriver til mig og hvornår, men ikke hvad.
        [discord] Discord kan læse alt, hvad du skriver og trykker på her, og kender din konto. { $relays ->
            [yes] Det gælder også det, I to skriver til hinanden.
           *[no] Det, I to skriver til hinanden, går ikke gennem Discord.
        }
        [web] Den, der driver siden, kan se, at en enhed er på, men ikke hvis. Kun denne browser kan vise ordene igen, i et døgn.
       *[other] Den tjeneste, du skriver fra, kan se, at du skriver til mig.
    }
    Er du eller en anden i fare: ring { $crisis }. Du kan altid skrive **akut**.

language-ask = Skal vi skrive på dansk? Shall we write in English?
language-set = Så skriver vi på dansk.

adult-ask = Er du fyldt { $age } år?
too-young =
    Tak, fordi du siger det. Her er kun for dem, der er fyldt { $age }, men du skal ikke være alene med det, der er svært. Her kan du gå hen:

    { $young_doors }

    Jeg har ikke gemt noget om dig.

consent-ask = Er det i orden, at jeg gemmer det, jeg skal bruge for at hjælpe dig? Du kan se det med **mine data** og få det slettet med **glem mig**, når du vil.
consent-thanks = Tak. Skriv **snak**, når du gerne vil tale med nogen, og **hjælp** for at se, hvad jeg ellers kan.
consent-declined =
    Det er helt i orden. Jeg har ikke gemt noget om dig.
    Du er velkommen til at skrive igen en anden gang. I fare: ring { $crisis }.

## I fare

crisis-card =
    Det lyder, som om det er meget svært lige nu. Du behøver ikke være alene med det. Jeg er en bot og ikke en akut hjælpelinje, men her kan du få fat i mennesker:

    { $doors }

    Det er altid i orden at ringe, også hvis du er i tvivl. Er der ingen, der svarer, så prøv den næste.
    Jeg kan også lede efter en frivillig til dig: skriv **snak**. Intet af det, du var i gang med her, er stoppet.

## At finde rundt

help =
    Jeg er en bot. Du kan skrive de her ord, på dansk eller engelsk:

    { $commands }

    {"**"}hjælp snak** fortæller mere om **snak**, og så videre. I fare: ring { $crisis }, eller skriv **akut**.
help-in-contact =
    Det, du skriver, går til den anden. Kun de her ord er til mig, og de begynder med **!**:

    { $commands }

    I fare: ring { $crisis }, eller skriv **!akut**.
help-unknown = Jeg kender ikke ordet **{ $word }**. Skriv **hjælp** for at se de ord, jeg kender.


not-understood = Jeg er ikke sikker på, hvad du mener. Jeg er en bot og kender kun bestemte ord. Du kan vælge et af de her:
not-understood-waiting = Jeg er en bot og forstod det ikke, men intet er ændret:
not-understood-offer = Jeg er en bot og forstod det ikke. Du er spurgt, om du tager { $code }: skriv **tag** eller **nej tak**, og **hvorfor** for at se, hvorfor jeg spurgte dig.
not-understood-here = Det ord kender jeg ikke. Skriv **!hjælp** for at se de ord, jeg kender her.
not-understood-in-contact = Det ord kender jeg ikke, så jeg har ikke gjort noget. Vil du skrive til den anden, så udelad udråbstegnet.
not-a-choice = Jeg kunne ikke få det til at passe med et af valgene. Svar med et tal eller et ord fra listen, eller skriv **stop**.
did-you-mean = Mente du **{ $word }**?
command-usage = Skriv det sådan her: **{ $usage }**. Med **hjælp { $command }** fortæller jeg mere.
dialogue-started-over = Jeg er blevet ændret, siden vi begyndte, så vi må starte forfra. Undskyld besværet.
dialogue-stopped = Det har jeg stoppet. Skriv **hjælp** for at se, hvad du kan gøre.
nothing-to-go-back-to = Der er ikke noget spørgsmål at gå tilbage til. Skriv **status** for at se, hvor du er.
nothing-done = Så lader jeg det være.
you-are-welcome = Selv tak. Du kan altid skrive til mig.
stop-while-waiting = Jeg leder efter en til dig. Skal jeg tage dit ønske tilbage eller lede videre?
nothing-to-stop = Der er ikke noget i gang, der kan stoppes. Skriv **hjælp** for at se, hvad du kan gøre.

## Grænser, sagt venligt

not-allowed = Det kan jeg ikke gøre for dig her. Skriv **hjælp** for at se, hvad du kan gøre.
not-a-volunteer = Det ord er for frivillige. Vil du gerne være frivillig, så skriv **frivillig**.
not-in-contact = Det ord er til, når du er i kontakt med nogen. Skriv **snak**, hvis du gerne vil det.
too-late = Det valg er forbi, så jeg har ikke gjort noget.
too-fast = Jeg fik mange beskeder på én gang og skal lige følge med. Vent lidt, og skriv så igen. **akut** virker altid.
too-long = Din besked var meget lang, så kun begyndelsen kom med. Du kan sende resten i mindre dele.
note-shortened = Det var langt, så jeg giver de første { $most } tegn af det videre.
empty-message = Din besked kom uden ord, jeg kan læse. Skriv den gerne igen.
file-not-here = Jeg kan ikke bruge en fil her. Skriv det gerne med ord.
undecryptable =
    Jeg fik en besked fra dig, men kunne ikke læse den, fordi nøglen til den aldrig kom.
    Skriv den gerne igen. Hjælper det ikke, så log ud af din app og ind igen, eller brug en anden app.
edit-is-no-command = Jeg så, at du rettede en besked. Jeg handler ikke på rettede beskeder, så skriv det gerne som en ny.
write-me-directly = Skriv det gerne til mig i en direkte besked. Her kan andre læse med.

## Når der er noget galt med botten

something-went-wrong = Noget gik galt hos mig, og jeg kunne ikke sige det, jeg ville. Du har ikke gjort noget forkert. Skriv **hjælp** for at komme videre, eller **akut** for at se, hvor du kan ringe.
safe-mode =
    Jeg kan ikke arbejde lige nu, og jeg kan ikke finde nogen til dig. De, der driver mig, har fået besked.
    Har du brug for nogen nu, kan du gå hertil:

    { $doors }
safe-mode-why =
    Jeg kunne ikke starte rigtigt og viser kun folk, hvor de kan ringe i fare. Det er galt:
    { $reason }
database-trouble =
    Jeg kan ikke gemme noget lige nu, så jeg har ikke gjort det, du bad om. Prøv igen om lidt.
    Har du brug for nogen nu, kan du gå hertil:

    { $doors }

too-fast-in-contact = Der kom mange beskeder på én gang, og de sidste er ikke givet videre. Vent lidt, og send dem så igen. **akut** virker altid.
alarm-database = Jeg kan ikke læse eller skrive i min database, så ingen kan findes eller nås gennem mig nu. Den, der skriver til mig, får det at vide og får vist, hvor man kan gå hen. Den, der passer maskinen, finder mere i loggen.
