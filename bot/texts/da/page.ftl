# Det, botten siger, fordi nogen er på vores egen side. Reglerne i common.ftl gælder her.

## At komme og gå

welcome-back = Velkommen tilbage. Her er, hvor du står.
signed-in-coordinator = Du er logget ind, og du er koordinator her. **kø** viser, hvem der venter, **frivillige**, hvem der er, **inviter** lukker nogen ind, og **hjælp** viser resten.
come-back-phrase =
    Med disse fire ord kan du komme tilbage hertil senere, fra enhver browser, og så kender jeg dig igen:

    {"**"}{ $phrase }**

    Skriv dem ned et sted, hvor kun du ser. De gælder til { $until_day }. Spørger du igen, får du nye, og så virker disse ikke længere. Det, vi har skrevet, vises ikke igen.
come-back-not-needed = Det behøver du ikke her: skriv til mig fra den samme konto, så kender jeg dig igen.
sign-out-not-here = Du skriver fra din egen konto, så her er ikke noget at logge ud af.
sign-out-visitor = Du er ikke logget ind; du er her bare. **Forlad uden spor** på siden afslutter dit besøg, og **glem mig** sletter det, jeg gemmer.

## I en kontakt

contact-other-away =
    { $name } har ikke haft siden åben i et stykke tid og kan ikke se, hvad du skriver lige nu. Måske kommer vedkommende tilbage.
    { $side ->
        [volunteer] Du kan vente lidt. **!slut** afslutter kontakten, og det er helt i orden.
       *[other] Det har intet med dig at gøre. Du kan vente lidt, eller skrive **!slut** og så **snak** for at finde en anden.
    }

## Til koordinatorer

invite-no-page = Der er ingen egen side her, så ingen kan inviteres til den. Den, der passer maskinen, kan slå den til med [platforms.web].
invite-link =
    Giv dette link til den, det er til, ad en vej du stoler på. Det virker én gang, indtil { $until_when }:

    { $link }

    { $coordinates ->
        [yes] Den, der åbner det, er koordinator her fra da af.
       *[other] En ny frivillig skriver **frivillig** efter at være logget ind.
    }
invite-coordinator-confirm = Den, der åbner linket, er koordinator her fra da af og ser det, du ser. Skal jeg lave et?
invite-not-on-page = { $name } kommer ikke ind ad vores side og har ikke brug for et link.
signed-in =
    { $count ->
        [one] Én er logget ind på siden:
       *[other] { $count } er logget ind på siden:
    }
signed-in-row =
    { $name }: { $count ->
        [one] én browser
       *[other] { $count } browsere
    }, sidst her { $seen_when }
signed-in-none = Ingen er logget ind på siden. **inviter** laver et link til nogen.
sign-out-done = { $name } er logget ud overalt på siden, og ubrugte links virker ikke længere. **inviter { $name }** laver et nyt til en frivillig.
alarm-rattled = Nogen har prøvet { $count } links eller tilbagevendingsord, der ikke findes, inden for en time. Jeg sætter farten ned for dem, og ingen af dem virkede. Du behøver ikke gøre noget.

## Hjælp

help-come-back = giver dig fire ord at komme tilbage med
help-come-back-more =
    {"**"}{ $usage }** giver dig fire ord at komme tilbage med.
    Med dem kan du komme tilbage til denne side senere, fra enhver browser, og så kender jeg dig igen. Jeg gemmer dem kun som en hash.
    { part-words }

help-sign-out = logger dig ud af denne side i alle browsere
help-sign-out-more =
    {"**"}{ $usage }** logger dig ud af denne side i alle browsere.
    Det er til dem, der kom ind med et link. En koordinator kan give dig et nyt.
    { part-words }

help-invite = laver et link, der lukker nogen ind på vores side
help-invite-more =
    {"**"}{ $usage }** laver et link, der lukker nogen ind på vores side.
    Uden navn er det til en ny frivillig. Med en frivilligs navn kan vedkommende logge ind igen. **inviter koordinator** er til en koordinator; jeg spørger dig én gang først.
    { part-words }

help-signed-in = viser, hvem der er logget ind på vores side
help-signed-in-more =
    {"**"}{ $usage }** viser, hvem der er logget ind på vores side.
    Jeg viser frivillige ved navn og koordinatorer ved kode, i hvor mange browsere de er logget ind, og hvornår de sidst var der.
    { part-words }

help-sign-out-somebody = logger nogen ud af vores side
help-sign-out-somebody-more =
    {"**"}{ $usage }** logger nogen ud af vores side.
    De bliver logget ud i alle browsere på én gang, og links, de ikke har brugt, virker ikke længere. Det er for eksempel til en mistet telefon.
    { part-words }
