# Anonym opfølgning. Reglerne i common.ftl gælder også her.
# Det, der spørges om i en runde, skal være lige langt, uanset hvad der blev svaret før: kun tal skifter.

check-in-invite =
    { $who ->
        [volunteer] Må jeg en gang om måneden spørge dig, hvordan det er at være frivillig her?
       *[receiver] Må jeg spørge dig, hvordan det var, nu og igen senere?
    } Det er { $many ->
        [one] et kort spørgsmål
       *[other] { $many } korte spørgsmål
    }, der besvares med et tal, og hvert af dem kan springes over.
    Når du er færdig, lægges dine svar sammen med andres, uden navn og adresse, så ingen kan se, hvilke der er dine; heller ikke jeg. De viser, om det her hjælper.
    Et nej er lige så fint, og så spørger jeg ikke igen.
check-in-agreed =
    Tak. { $now ->
        [yes] Her kommer det første.
       *[no] Jeg spørger dig, når det er tid.
    } {"**"}opfølgning fra** stopper det når som helst.
check-in-round-ask =
    { $again ->
        [1] Jeg spurgte dig for lidt siden, og det er fint, hvis det ikke passer dig:{"\u000A"}
       *[0] {""}
    }{ $who ->
        [volunteer] Må jeg spørge dig, hvordan den sidste måned var som frivillig?
        [staff] Må jeg spørge dig om det sted, du arbejder?
       *[receiver] { $round ->
            [end] Du har talt med en her igen. Må jeg spørge dig, hvordan det var?
            [series-end] Din række af samtaler her er slut. Må jeg spørge dig, hvordan det er nu?
           *[later] For noget tid siden talte du med en her. Må jeg spørge dig, hvordan det er nu?
        }
    } Det er { $many ->
        [one] et kort spørgsmål
       *[other] { $many } korte spørgsmål
    }. Ingen kan se, hvilke svar der er dine.
check-in-item =
    { $low ->
        [1] Det lyder svært, og du behøver ikke være alene med det. Her kan du få fat i nogen, også hvis du er i fare:{"\u000A"}{ $doors }{"\u000A\u000A"}
       *[0] {""}
    }{ $again ->
        [1] Vi var kommet til det her:{"\u000A"}
       *[0] {""}
    }{ $n } af { $of }: {"**"}{ $statement }**
    { $scale ->
        [words] Hvor meget af tiden er det sådan?
       *[ten] Fra 0 (slet ikke) til 10 (helt)
    }
check-in-keep-ask = Du har svaret på noget af det. Må jeg beholde de svar, eller skal jeg slette dem? Siger du ingenting, sletter jeg dem.
check-in-left = Det er helt i orden. Intet bliver gemt.
check-in-gone = Så er de slettet. Tak alligevel.
check-in-thanks =
    { $low ->
        [1] Noget af det lyder svært, og du behøver ikke være alene med det. Her kan du få fat i nogen, også hvis du er i fare:{"\u000A"}{ $doors }{"\u000A\u000A"}
       *[0] {""}
    }{ $who ->
        [receiver] Tak. Fra nu af kan ingen se, at de svar er dine.
        [volunteer] Tak. Fra nu af kan ingen se, at de svar er dine. **kollega** finder en kollega, du kan tale med.
       *[staff] Tak. Fra nu af kan ingen se, at de svar er dine.
    }
check-ins-not-here = Det spørger jeg ikke om her, for andre kunne læse, hvad du svarer.
check-in-comment-words-ask = Skriv det her, eller spring det over. Koordinatorerne læser det om nogle uger, blandet med mindst fire andres, og aldrig, hvis der er færre. Jeg kan ikke skjule, hvordan du skriver, så udelad navne og det, kun du ville sige. Har du brug for hjælp nu, så skriv **akut** eller **snak**.
check-in-comment-thanks = Tak. Det er lagt sammen med andres.
check-in-comment-none = Så ikke. Tak for dine svar.
check-in-comment-not-kept = Jeg har ikke gemt det, du skrev, og ingen får det at vide. Vil du gerne have, at et menneske ved det, så sig til ovenfor.
check-ins-off =
    Så spørger jeg ikke mere. { $half ->
        [yes] Der er én ting tilbage:
       *[no] **opfølgning til** tager det frem igen, når du har lyst.
    }
check-ins-are = { $state ->
        [running] Jeg spørger dig af og til, hvordan det er, som du sagde, jeg må. **opfølgning fra** stopper det.
        [on] Du sagde, at jeg må spørge, hvordan det var, og det gør jeg efter din næste kontakt. **opfølgning fra** stopper det.
        [off] Jeg spørger dig ikke, hvordan det var. **opfølgning til** ændrer det.
       *[never] Jeg har ikke spurgt dig endnu, om jeg må. Det gør jeg efter en kontakt; **opfølgning til** eller **opfølgning fra** siger det nu.
    }
check-ins-how = Skriv **opfølgning fra** eller **opfølgning til**.
status-check-in = Nogle spørgsmål om, hvordan det var, står åbne. **opfølgning** viser dem igen, og de må gerne få lov at ligge.
check-in-comments =
    { $many } mennesker har i de sidste uger føjet deres egne ord til deres svar. De står uden orden, og ingen ved, hvis de er. Lad være med at gætte.

    { $comments }

## Organisationens egen runde

staff-round-confirm =
    { $many ->
        [0] Alle koordinatorer er spurgt i dette kvartal eller vil helst være fri. Jeg giver dig koden til andre.
        [one] Jeg spørger én koordinator, hver for sig,
       *[other] Jeg spørger { $many } koordinatorer, hver for sig,
    } { $items ->
        [one] et kort spørgsmål
       *[other] { $items } korte spørgsmål
    } om organisationen. Ingen kan se, hvis svar der er hvis, og færre end fem vises aldrig. Skal jeg?
staff-round-begun =
    Tak. Det er i gang. Til andre, der arbejder her, er der en kode, som gælder resten af kvartalet: den, der skriver **personalekode { $code }** til mig, bliver også spurgt og er lige så anonym.
    { $page ->
        [nothing] De skriver til mig samme sted som dig.
       *[other] De kan gøre det her, uden nogen konto: { $page }
    }
staff-round-none = Den her indsats spørger ikke personalet om noget. Dens fil siger, hvad den spørger om, under [check_ins].
staff-code-unknown = Den kode kender jeg ikke, eller dens kvartal er slut. Den, der gav dig den, kan få en ny.
staff-answered = Du er allerede spurgt i dette kvartal. Tak.
