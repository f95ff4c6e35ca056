# Aftaler, som koordinatorer foreslår, flytter og aflyser. Reglerne i common.ftl gælder her.

## Hvilken og hvornår

plan-no-such-code = Jeg kender ingen aftale med koden { $code } her. **kalender** viser dem, der er.
plan-when = Jeg kunne ikke finde ét sikkert tidspunkt i det. Skriv dag og tid, for eksempel **torsdag kl. 10.30** eller **3. december kl. 14**.
plan-which-time = Jeg er ikke sikker på, hvilket tidspunkt du mener: { $times }? Skriv det hele igen, for eksempel **torsdag kl. 10.30**.
plan-once-only = Det ville være flere gange. Skriv én tid; en række aftaler er modtagerens at aftale.
plan-over = Ved { $code } kan intet ændres længere: { calendar-state }.
plan-same-time = { $code } er allerede på det tidspunkt, så jeg har ikke gjort noget.
plan-with-its-series = { $code } er en af flere dage, som jeg leder efter én frivillig til, og kan ikke flyttes alene lige nu. **aflys** virker.
preview-line =
    { $first ->
        [no] I så fald læser { $who ->
            [receiver] modtageren:
           *[volunteer] { $name ->
                [nothing] den frivillige:
               *[other] { $name }:
            }
        }
       *[yes] { $who ->
            [receiver] Modtageren læser:
           *[volunteer] { $name ->
                [nothing] Den frivillige læser:
               *[other] { $name } læser:
            }
        }
    } »{ $said }«
preview-asked = { $asked ->
        [one] Én frivillig, der bliver spurgt, læser, at der ikke er brug for det mere.
       *[other] { $asked } frivillige, der bliver spurgt, læser, at der ikke er brug for det mere.
    }

## Foreslået

propose-no-such-code = Jeg kender ingen med koden { $code } her. **kø** viser, hvem der venter, **kalender** en uges aftaler.
propose-already = De har fået foreslået en anden tid og har ikke svaret endnu. **kalender** viser den, **aflys** tager den tilbage.
propose-not-then = { $why ->
        [book-past] Det tidspunkt er gået.
        [book-too-soon] Det er for tæt på: modtageren skal have tid til at svare, og de frivillige også.
        [book-too-far] Det er længere frem, end der kan aftales her.
        [book-at-that-time] Modtageren har noget andet omkring det tidspunkt.
        [book-day-full] Modtageren har så mange aftaler den dag, som der må være.
       *[book-enough] Modtageren har så mange aftaler, som der må være.
    } Hvilken anden tid kan det være?
propose-confirm =
    Skal jeg foreslå dette til den, { $receiver } hører til: { $zoned }, i { part-minutes }?
    { $preview }
    De læser det med det samme, eller om morgenen, hvis det er nat, hvor de er. Før de har sagt ja, hører ingen andre om det, og ingen bliver spurgt. De kan svare indtil { $until_when }.
propose-done = Jeg spørger dem: { $code }, { $when }. Du hører, hvad de siger.
propose-ask =
    En koordinator foreslår en tid, hvor du kan tale med en frivillig: { $zoned }, i { part-minutes }, { part-form-here }.
    Passer det dig? Så spørger jeg de frivillige, og jeg kan ikke love, at nogen kan. Et nej er altid i orden. Du kan svare indtil { $until_when }.
propose-lapsed = En koordinator foreslog en tid her, og svartiden er gået. Det er helt i orden. **aftale** finder en anden.
propose-taken-back = En koordinator foreslog en tid her og har taget den tilbage. Du behøver ikke gøre noget. **aftale** finder en anden.
propose-declined-thanks = Så lader vi det være, og det er helt i orden. Skriv **aftale**, hvis du vil have en tid en anden dag.
proposal-answer = { $answer ->
        [yes] { $code }, { $when }: modtageren siger ja. Jeg spørger frivillige nu.
        [another] { $code }, { $when }: det passer ikke modtageren, som er ved at finde en anden tid.
        [no] { $code }, { $when }: modtageren vil hellere lade være.
        [late] { $code }, { $when }: modtageren har ikke svaret i tide. Måske passer det ikke, eller de har ikke været her.
        [gone] { $code }, { $when }: modtageren er her ikke mere.
       *[undelivered] { $code }, { $when }: jeg kunne ikke få fat i modtageren.
    }

## Flyttet

reschedule-confirm =
    { $code }, { $when }, skal være { $zoned }?
    { $preview }
    { $settled ->
        [yes] Indtil begge har sagt ja, gælder den gamle tid.
       *[no] Siger de ja, spørger jeg de frivillige om den nye tid. Indtil da gælder den gamle.
    }
reschedule-done = Jeg har spurgt modtageren om { $code }. Du hører, hvordan det går.
reschedule-not-then = { $who ->
        [receiver] Modtageren har noget andet omkring det tidspunkt.
       *[volunteer] Den frivillige kan ikke dér: noget andet eller deres grænser.
    } Hvilken anden tid kan det være? Eller **aflys** aftalen.
move-suggested =
    En koordinator spørger, om din aftale { $when } kan flyttes til
    { $zoned }.
    Passer det dig? Ellers bliver den, hvor den er, og det er helt i orden.
move-answer = { $answer ->
        [receiver-yes] { $code }: { $when } passer modtageren. Nu spørger jeg den anden side.
        [moved] { $code } er flyttet til { $when }. Begge ved det.
        [no] { $code } bliver, som den var: { $when } passer ikke.
        [no-answer] { $code }: der er ikke svar endnu på { $when }. Den gamle tid gælder, til der er.
       *[not-possible] { $code } bliver, som den var: { $when } kan ikke lade sig gøre længere.
    }

## Aflyst

call-off-how = Skriv **aflys { $code }** for én aftale, eller **aflys { $code } alle** for alle dage i rækken.
call-off-no-series = { $code } er ikke i en række, der stadig er i gang. **aflys { $code }** aflyser den alene.
call-off-confirm =
    { $all ->
        [yes] { $left ->
            [one] Skal jeg aflyse den ene dag, der er tilbage i rækken med { $code }?
           *[other] Skal jeg aflyse alle { $left } dage, der er tilbage i rækken med { $code }?
        }
       *[no] Skal jeg aflyse { $code }, { $when }?{ $in_series ->
            [yes] {" "}Det er én dag i en række; **aflys { $code } alle** er for det hele.
           *[no] {""}
        }
    }
    { $preview }
call-off-done = { $all ->
        [yes] Rækken med { $code } er aflyst, og alle har fået besked.
       *[no] { $code } er aflyst, og alle har fået besked.
    }
