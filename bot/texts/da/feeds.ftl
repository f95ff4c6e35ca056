# Et link til ens egen kalender. Reglerne i common.ftl gælder her.

feed-link =
    { $link }
    Giv din kalender dette link som et abonnement ("fra URL"). Det viser, hvornår du har aftaler og vagter, ikke med hvem eller hvorom, og kalenderen henter det selv igen.
    Den, der har linket, ser tiderne, også firmaet bag din kalender, og at de kommer herfra. **kalenderlink fra** gør, at det ikke åbner noget.{ $before ->
        [yes] {" "}Det link, du havde før, åbner ikke noget mere.
       *[other] {""}
    }
feed-is = { $on ->
        [yes] Du har et link til din kalender. Jeg gemmer det ikke selv, så jeg kan ikke vise det igen. Vil du have et andet i stedet, eller intet?
       *[other] Du har ikke noget link til din kalender. Vil du have et?
    }
feed-off = Så er det slået fra: linket åbner ikke noget mere. Det, din kalender allerede har hentet, kan du slette dér.
feed-none = Du har ikke noget link til din kalender, så der er intet at slå fra. **kalenderlink** laver et.
feed-no-page = Her kan kalendere ikke læses med et link, for vi har ingen side. Det, der er aftalt, flyttet eller aflyst, kommer med en fil til din kalender.
