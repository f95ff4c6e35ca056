# Aftaler som samtale og ansigt til ansigt. Reglerne i common.ftl gælder her.

## Som samtale: hvordan man får fat i hinanden

way-ask =
    I skal tale sammen { $zoned }. Hvis du vil, kan du fortælle mig, hvordan den anden kan ringe til dig: et nummer eller et link til et opkald.
    Jeg viser det først, når tiden kommer, gemmer det låst indtil da og sletter det en time efter, at I har talt. Du kan også lade være og aftale det på skrift, når I begynder.
way-how-ask = Hvordan kan den anden ringe til dig? Skriv et nummer eller et link. Den, der har det, kan også ringe senere, så et link, der er lavet til dette ene opkald, fortæller mindst om dig.
way-proposed =
    Når tiden kommer til din aftale { $zoned }, viser jeg dette til den anden:
    { $way }
    Er det rigtigt?
way-kept = Det er gemt, låst, og bliver vist til den anden { $zoned }. Du kan tage det tilbage indtil da.
way-not-told = Intet bliver givet videre. Når tiden kommer, kan I aftale på skrift, hvordan I vil tale.
way-shown =
    { $way ->
        [nothing] { $mine ->
            [yes] { $name } har nu fået vist, hvordan du kan ringes op.
           *[other] Ingen af jer har fortalt mig, hvordan I kan ringes op. Skriv til hinanden her, og aftal, hvordan I vil tale.
        }
       *[other] Du kan ringe til { $name } nu: { $way }
    }
    Det, du skriver her, når { $name } hele tiden. Hører I ikke fra hinanden, så skriv her.
reached-ask = Har du og { $name } fundet hinanden? Er der kommet noget imellem, er det helt i orden, og det handler ikke om dig.
reached-thanks = Godt. Så spørger jeg ikke mere.

## Ansigt til ansigt: hvor man mødes

place-ask =
    I skal mødes { $zoned }. Vælg et offentligt sted, hvor der er andre mennesker, for eksempel en café eller et bibliotek; ikke derhjemme, og ingen behøver kende dit navn der.
    Vil du foreslå et sted? Den anden kan også gøre det.
place-where-ask = Hvor kan I mødes, og hvordan finder I hinanden der? For eksempel **biblioteket i Vejle, ved det lange bord ved vinduet**. Udelad navne, numre og hjemmeadresser.
place-holds-details = Der ser ud til at være et nummer, en mailadresse eller et navn i det. Skriv kun stedet, så ingen af jer får at vide, hvem den anden er. Tryk **foreslå** igen, eller skriv det på en anden måde senere.
place-later = I orden. Den anden kan foreslå et sted, og du kan stadig gøre det, når jeg minder dig om aftalen.
place-passed-on = Jeg har spurgt, om dette sted passer: { $place }. Du hører fra mig.
place-suggested =
    Der er foreslået et sted til jeres aftale { $zoned }: { $place }
    Passer det dig? Det bør være et offentligt sted. Du kan også foreslå et andet.
place-agreed =
    Det er aftalt, hvor I mødes { $zoned }: { $place }
    Et kvarter inde i det, og igen når du nok er hjemme, spørger jeg, om du har det godt. Svarer du ikke to gange, eller trykker du, at du har brug for hjælp, får en koordinator det at vide med det samme, og så også hvor I ville mødes. Ellers ser ingen det, og jeg sletter det et døgn senere.
meet-now =
    { $way ->
        [nothing] Det er tid, og jeg kender ikke noget sted endnu. Skriv til { $name } her, og aftal et offentligt.
       *[other] Det er tid. I mødes her: { $way }
    }
    Det, du skriver her, når { $name }, også hvis I ikke kan finde hinanden. Du kan gå, når du vil. I fare: ring { $crisis }.

## Om de har det godt

safety-met-ask =
    { $again ->
        [yes] Jeg har ikke hørt fra dig endnu, så jeg spørger igen: har I mødt hinanden, og har du det godt?
       *[other] Har I mødt hinanden, og har du det godt?
    }
    Svarer du ikke, siger jeg det til en koordinator. I fare: ring { $crisis }.
safety-home-ask =
    { $again ->
        [yes] Jeg har ikke hørt fra dig endnu, så jeg spørger igen: er du kommet godt hjem?
       *[other] Er du kommet godt hjem?
    }
    Svarer du ikke, siger jeg det til en koordinator. I fare: ring { $crisis }.
safety-met-thanks = Godt at høre. Kl. { $at } spørger jeg én gang til, om du er kommet godt hjem.
safety-home-thanks = Godt at høre. Tak, fordi du svarede.
safety-coordinator-told = { $why ->
        [help] Koordinatorerne har fået at vide, at du har brug for hjælp, og hvor I ville mødes. I fare: ring { $crisis }.
       *[silence] Jeg har ikke hørt fra dig, så koordinatorerne har fået det at vide, og hvor I ville mødes. Har du det godt, så svar dem, når de skriver til dig. I fare: ring { $crisis }.
    }
alarm-safety =
    { $why ->
        [help] { $side ->
            [volunteer] Den frivillige i { $code } har brug for hjælp.
           *[receiver] Modtageren i { $code } har brug for hjælp.
        }
       *[silence] { $side ->
            [volunteer] Den frivillige i { $code } har to gange ikke svaret på, om { $step ->
                [home] vedkommende er kommet godt hjem.
               *[met] alt er vel.
            }
           *[receiver] Modtageren i { $code } har to gange ikke svaret på, om { $step ->
                [home] vedkommende er kommet godt hjem.
               *[met] alt er vel.
            }
        }
    }
    Det var en aftale ansigt til ansigt, { $when }. { $place ->
        [nothing] Jeg ved ikke hvor.
       *[other] De ville mødes her: { $place }
    }
    Vælger du at skrive, åbner en kontakt her, gennem mig. Svarer ingen, og frygter du for nogen, så ring 112.
