# Aftaler, der kommer igen. Reglerne i common.ftl gælder her.

part-series = { $rhythm ->
    [weekly] hver uge, { $times } gange, { part-minutes } hver gang
    [fortnightly] hver anden uge, { $times } gange, { part-minutes } hver gang
   *[other] hver måned, { $times } gange, { part-minutes } hver gang
}
series-proposed =
    Det er det, jeg har forstået:
    { part-series }, { part-form-here }.
    Den første: { $zoned }. Den sidste: { $last_when }.{ $steady ->
        [yes] {" "}Klokkeslættet er det samme hele tiden, også når uret bliver stillet.
       *[no] {" "}En nat, hvor uret bliver stillet, kan det være en time senere.
    }{ $out ->
        [0] {""}
        [one] {" "}En dag, hvor du har noget andet, er udeladt.
       *[other] {" "}{ $out } dage, hvor du har noget andet, er udeladt.
    }{ $special ->
        [nothing] {""}
       *[other] {" "}Bemærk: { $special }. Sådanne dage spørger jeg om som de andre; hver dag kan tages tilbage for sig senere.
    }
    { $same ->
        [yes] Jeg spørger først den frivillige, du sidst talte med.
       *[other] Jeg leder efter én frivillig til det hele.
    }
    Er det rigtigt?
series-special-day = { $date } ({ $name ->
        [nothing] der har vi lukket
       *[other] { $name }{ $closed ->
            [yes] {", og vi har lukket"}
           *[no] {""}
        }
    })
series-left-out = { $side ->
        [volunteer] Af de aftaler, du har sagt ja til, bliver disse ikke til noget: { $dates }. Den anden er ikke ledig der, eller det var for sent at søge en. Du behøver ikke gøre noget.
       *[other] Af dine aftaler bliver disse ikke til noget: { $dates }. Du har noget andet der, eller det er for tæt på til at finde nogen. **aftale** finder en anden tid.
    }
series-how-many = Hvor mange gange skal det være? Jeg kan aftale fra 2 gange og op til et år, for eksempel **hver tirsdag kl. 19, 8 gange**. Skriv gerne det hele igen.
series-seeking =
    Jeg spørger frivillige, om de kan være der: { part-series }, første gang { $zoned }. Intet er aftalt, før en af dem har sagt ja, og jeg kan ikke love, at nogen kan.
    Du hører fra mig, så snart en siger ja, og senest { $when }. **status** viser, hvordan det går, **annuller** tager det tilbage.
series-confirmed =
    { $side ->
        [volunteer] Det er aftalt: { part-series }, første gang { $zoned }, sidste gang { $last_when }. Tak. Den anden ved, at der kommer nogen, og ikke hvem.
       *[other] Det er aftalt: { part-series }, første gang { $zoned }, sidste gang { $last_when }. En frivillig har sagt ja og glæder sig.
    }{ $others ->
        [0] {""}
        [one] {" "}Til en af dagene leder jeg efter en anden.
       *[other] {" "}Til { $others } af dagene leder jeg efter en anden.
    }{ $dates ->
        [nothing] {""}
       *[other] {" "}Disse bliver ikke til noget, fordi der er noget andet, eller det er for tæt på til at finde nogen: { $dates }.
    }
    Hver gang minder jeg dig om det og åbner selv kontakten her. **aftaler** viser dagene; hver af dem kan flyttes eller tages tilbage, og dem alle sammen også.
series-given-back = Jeg har taget dig af alle de dage, der er tilbage, og tager mig af resten. Tak, fordi du siger det, og fordi du har været der indtil nu.
series-seeking-again =
    { $times ->
        [one] Den frivillige kan ikke fortsætte. Det er jeg ked af. Det handler ikke om dig. Jeg leder efter en anden til den dag, der er tilbage, { $zoned }.
       *[other] Den frivillige kan ikke fortsætte. Det er jeg ked af. Det handler ikke om dig. Jeg leder efter en anden til de { $times } dage, der er tilbage, den næste { $zoned }.
    }
    Du kommer før andre, og du hører fra mig senest { $when }.
series-cancelled =
    { $by ->
        [coordinator] { $side ->
            [volunteer] En koordinator har taget de aftaler tilbage, der endnu skulle komme. Du behøver ikke gøre noget. Tak, fordi du har været der indtil nu.
           *[other] En koordinator har været nødt til at tage alle { $left } dage tilbage, der endnu skulle komme. Det er jeg ked af. Det handler ikke om dig. Skriv **aftale**, når du vil have en ny, og er du i fare, så ring { $crisis }.
        }
        [you] Jeg har taget alle { $left } dage tilbage, der endnu skulle komme. Det er helt i orden. Skriv **aftale**, når du vil have en ny.
       *[other] De aftaler, der endnu skulle komme, bliver ikke til noget. Den anden har taget dem tilbage, og det handler ikke om dig. Tak, fordi du har været der indtil nu.
    }
series-one-more =
    { $side ->
        [volunteer] Der er én aftale tilbage af dem, du sagde ja til: { $last_when }. Jeg har spurgt den anden, om de vil fortsætte bagefter; i så fald spørger jeg dig først.
       *[other] Der er én af dine aftaler tilbage: { $last_when }. Vil du gerne fortsætte bagefter? Jeg spørger i så fald den samme frivillige først.
    }
series-enough-thanks = { $left ->
        [0] Tak, fordi du siger det. Der er ingen tilbage. Du kan altid skrive **aftale** igen.
       *[other] Tak, fordi du siger det. Den sidste er { $when }. Du kan altid skrive **aftale** igen.
    }
series-ended =
    { $side ->
        [volunteer] De aftaler, du sagde ja til, er nu slut. Tak, fordi du har været der igen og igen.
       *[other] Dine aftaler er nu slut. Jeg håber, de gjorde lidt godt. Skriv **aftale**, når du vil have flere, eller **snak** for at finde en nu.
    }
series-row =
    { $state ->
        [sought] Ikke aftalt endnu:
       *[other] Aftalt:
    } { part-series }, sidste gang { $last_when }.{ $side ->
        [volunteer] {" "}Du er den frivillige.
       *[other] {""}
    }
    { $left ->
        [one] Der er én dag tilbage: { $next }.
       *[other] Der er { $left } dage tilbage, de næste: { $next }.
    }
series-stop-confirm =
    { $side ->
        [volunteer] { $left ->
            [one] Skal jeg finde en anden til den dag, der er tilbage?
           *[other] Skal jeg finde en anden til alle { $left } dage, der er tilbage?
        }
       *[other] { $left ->
            [one] Skal jeg tage den dag tilbage, der endnu skal komme?
           *[other] Skal jeg tage alle { $left } dage tilbage, der endnu skal komme?
        }
    } Det er altid i orden.
cancel-series = { $left ->
    [one] Den ene dag, der er tilbage: { $when }
   *[other] Alle { $left } dage, den næste { $when }
}
cancel-which-more = Hvilken af dem skal jeg tage tilbage? Det er altid i orden.
