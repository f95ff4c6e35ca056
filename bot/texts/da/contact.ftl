# Tekster til de to, der er i kontakt. Reglerne i common.ftl gælder her.

contact-opened =
    { $side ->
        [volunteer] Du er i kontakt med { $name }, i op til { part-minutes }. Skriv bare: det går til { $name }, som venter på et første ord fra dig.
       *[other] Nu er { $name } her for dig, { $giver ->
            [coordinator] en koordinator
           *[other] en ligesindet
        }, i op til { part-minutes }. Skriv bare: det går til { $name }.
    }
    { $side ->
        [volunteer] { $topics ->
            [nothing] Der er ikke nævnt emner.
           *[other] Det handler om: { $topics }.
        }
       *[other] Ingen af jer får at vide, hvem den anden er.
    }
    { $side ->
        [volunteer] { $note ->
            [nothing] Ingen af jer får at vide, hvem den anden er.
           *[other] En besked til dig: { $note }
        }
       *[other] Jeg gemmer intet af det, du skriver, som jeg eller andre kan læse senere.
    }
    Kun ord, der begynder med **!**, er til mig: **!slut** afslutter når som helst, **!hjælp** viser mere. I fare: **!akut**.
contact-across =
    { $side ->
        [volunteer] Du er i kontakt med { $name }, som venter på dig på en side hos mig og ikke her:
       *[other] Nu er der en her for dig: { $name }. I mødes på en side hos mig og ikke her:
    }
    { $link }
    { $platform ->
        [discord] Discord ville kunne læse det, I skriver til hinanden her, så her giver jeg intet videre.
       *[other] Her giver jeg intet videre af det, to mennesker skriver til hinanden.
    }
    Linket er kun til dig, kræver ingen konto og åbner én gang. Skriv til mig her, hvis du har brug for et nyt. **!slut** afslutter kontakten. I fare: **!akut**.
contact-across-here =
    Jeg har ikke givet noget videre: det, du og { $name } skriver til hinanden, går ikke gennem { $platform ->
        [discord] Discord
       *[other] dette sted
    }. I mødes på min side med dette link:
    { $link }
    Det åbner én gang. Kun ord, der begynder med **!**, er til mig her: **!slut** afslutter kontakten, **!akut** viser, hvor du kan få hjælp i fare.
contact-across-again = Du er i kontakt med { $name }. Skriv bare. **!slut** afslutter når som helst.
contact-other-not-here-yet = { $name } har fået et link at komme ind ad og er her ikke endnu. Jeg har ikke gemt det, du skrev. Jeg siger til, så snart { $name } er her; skriv det så igen.
contact-other-here = { $name } er her nu. Skriv bare.
contact-unanswered = { $name } skrev til dig for nogle minutter siden og har ikke fået svar. Et kort ord er nok. Kan du ikke fortsætte, finder **!overdrag** en anden.
contact-unanswered-ask = { $name } har ikke svaret i ti minutter. Jeg ved ikke hvorfor; det har intet at gøre med det, du skrev. Skal jeg finde en anden? Så kommer du foran andre.
contact-waiting-on = Så lader jeg det være, som det er. **!slut** og **snak** finder en anden, når du vil.
contact-first-word = { $name } venter på et første ord fra dig. Et hej er nok. Passer det alligevel ikke, så skriv **!overdrag**, og jeg finder en anden.
contact-soon-over =
    Der er cirka { $minutes ->
        [one] et minut
       *[other] { $minutes } minutter
    } tilbage. { $side ->
        [volunteer] Det kan være et godt tidspunkt at begynde at runde af.
       *[other] Måske er der noget, du gerne vil nå at sige.
    }
contact-extended = I har { part-minutes } mere sammen.
already-extended = Den er blevet forlænget én gang, og mere er der ikke plads til. **!overdrag** giver den videre til en anden.
contact-ended =
    { $side ->
        [volunteer] { $by ->
            [volunteer] Du har afsluttet kontakten med { $name }. Tak, fordi du var der.
            [receiver] { $name } har afsluttet kontakten. Tak, fordi du var der.
            [time] Tiden er gået, og kontakten med { $name } er slut. Tak, fordi du var der.
            [handover] Kontakten er givet videre, og jeg finder en anden til { $name }. Tak for det, du gav.
            [drop] Jeg kunne ikke nå dig, så jeg finder en anden til { $name }, og du har fri indtil videre. Det kan ske. Skriv **vagt**, når du er tilbage.
            [nobody] Ingen af jer har skrevet, så jeg afslutter kontakten her. Det kan ske, og det er helt i orden.
           *[other] Kontakten med { $name } er slut. Tak, fordi du var der.
        }
       *[other] { $by ->
            [receiver] Du har afsluttet kontakten med { $name }. Jeg håber, den gjorde lidt godt.
            [volunteer] { $name } har afsluttet kontakten. Jeg håber, den gjorde lidt godt.
            [time] Tiden er gået, og kontakten med { $name } er slut. Jeg håber, den gjorde lidt godt.
            [nobody] Ingen af jer har skrevet, så jeg afslutter kontakten her. Det kan ske, og det er helt i orden.
           *[other] Kontakten med { $name } er slut.
        }
    }
    { $side ->
        [volunteer] Det, du skriver nu, går kun til mig.
       *[other] { $by ->
            [reported] Det, du skriver nu, går kun til mig. Du kan skrive **snak** igen. I fare: **akut**.
           *[other] Det, du skriver nu, går kun til mig. Du kan skrive **snak** igen, og **anmeld**, hvis noget ikke var i orden. I fare: **akut**.
        }
    }
contact-taken-up-again =
    { $by ->
        [handover] { $name } kunne ikke fortsætte, og det handler ikke om dig. Kontakten er slut.
       *[other] Jeg kan ikke nå { $name } længere, så kontakten er slut. Jeg er ked af, at du sad og ventede.
    }
    Jeg leder efter en anden nu, og du kommer før andre. **status** viser, hvordan det går, **annuller** tager dit ønske tilbage.
    I fare: ring { $crisis }, eller skriv **akut**.
not-in-contact-yet = Du har ikke været i kontakt med nogen her endnu, så der er ikke nogen, det kan handle om.
stop-in-contact = Du er i kontakt med nogen. Skal jeg afslutte det for jer begge?
report-thanks = Tak, fordi du siger det. En koordinator får besked straks, under koden { $code }, og I to bliver ikke sat sammen igen. Intet af det, du skrev, bliver givet videre. Vil du gerne sige mere, kan jeg bede en koordinator om at skrive til dig. I fare: ring { $crisis }.
block-done = I to bliver ikke sat sammen igen, og ingen får at vide hvorfor.

## At give videre

relay-contact-details-ask =
    Det har jeg ikke sendt endnu: det ligner en måde at finde dig eller en anden på uden for det her sted. Når det er sendt, kan den anden beholde det.
    Her kender I ikke hinanden, og det beskytter jer begge. Skal jeg sende det alligevel?
    { $masked ->
        [yes] Adressen på en konto eller et rum dækker jeg til alligevel: dem viser jeg kun, når I begge ønsker det, med **!rum**.
       *[other] {""}
    }
relay-not-sent = Så har jeg ikke sendt det. Du kan bare skrive videre.
relay-not-changed = { $over ->
        [yes] Den kontakt er slut, så jeg har ikke ændret din besked hos den anden. Sletter du den, sletter jeg den også dér.
       *[other] Jeg har ikke ændret din besked hos den anden: den er tom nu, eller den ligner en måde at finde nogen på uden for det her sted. Du kan skrive den som en ny besked.
    }
relay-not-delivered =
    En besked fra dig kom ikke frem. { $why ->
        [unreachable] Jeg kan ikke nå den anden lige nu.
        [gone] Den anden er der ikke længere.
        [late] Den var for længe undervejs, så jeg er holdt op med at prøve.
        [too-large] Den var for stor.
        [refused] Den kunne ikke vises der, hvor den anden er.
        [file-none-passed] Jeg giver ikke filer videre her. Skriv det gerne med ord.
        [file-only-pictures] Jeg giver kun billeder videre her.
        [file-kind-not-passed] Jeg giver ikke den slags filer videre, for de kan vise, hvem du er.
        [file-empty] Filen var tom.
        [file-too-large] Filen var for stor. En mindre kan måske komme frem.
        [file-too-many-pixels] Billedet var for stort. Et mindre kan måske komme frem.
        [file-not-readable] Jeg kunne ikke læse filen og kunne derfor ikke gøre den tryg at give videre.
       *[other] Noget gik galt hos mig. Du kan prøve en gang til.
    }

## Et fælles rum

room-wish =
    Jeg kan åbne et rum til jer to, så intet går gennem mig.
    { $platform ->
        [discord] Det er en privat tråd: I ser hinandens konto, og Discord og de, der driver serveren, kan læse med. Den lukkes, når kontakten slutter.
       *[other] Jeg går ud af det, når I begge er der. Det viser jer hinandens rigtige adresse på Matrix, og rummet bliver, når kontakten slutter.
    } Det kan ikke fortrydes. Skal jeg spørge den anden?
room-ask =
    { $name } vil gerne have et rum, hvor kun I to er, uden mig.
    { $platform ->
        [discord] Det er en privat tråd: I ser hinandens konto, og Discord og de, der driver serveren, kan læse med. Den lukkes, når kontakten slutter.
       *[other] Det viser jer hinandens rigtige adresse på Matrix, og rummet bliver, når kontakten slutter.
    } Det kan ikke fortrydes. Et nej er helt i orden, og så fortsætter alt som nu. Vil du gerne det?
room-asked = Jeg har spurgt. Indtil der er et svar, fortsætter alt her som før.
room-not = Det bliver, som det er: I skriver til hinanden her, gennem mig.
room-opened = { $platform ->
        [discord] Rummet er åbent, og I er begge i det. Jeg læser ikke, hvad I skriver der. Skriv **!slut** til mig her for at afslutte.
       *[other] Rummet er åbent, og jeg har inviteret jer begge. Når I begge er der, går jeg, og intet af det, I skriver i det, går gennem mig.
    }
room-not-possible = Jeg kan ikke åbne et rum til jer to. Alt fortsætter som før.
