# Formularer på de platforme, der har dem: de samme spørgsmål som et ad gangen, med få ord. Et felts anden linje står mindre under
# den første. Højst 45 tegn i en titel eller en første linje, 100 i en anden. Reglerne i common.ftl gælder her.

form-open = Svar på det hele på én gang
form-talk = Før jeg spørger de frivillige
form-book = En tid til at tale sammen
form-apply = Om dig

field-topics = Hvad vil du gerne tale om?
field-language = Hvilket sprog vil du gerne tale på?
field-form = Hvordan vil du gerne tale?
field-note = { $platform ->
        [discord] Er der noget praktisk, man skal vide?
    Skriv ikke noget om helbred: Discord kan læse det. Udelad navne og adresser.
       *[other] Er der noget, den frivillige skal vide?
    Jeg giver det videre. Udelad navne og adresser.
    }
field-when = Hvornår vil du gerne tale med nogen?
    Skriv det, som du ville sige det, for eksempel: torsdag kl. 10.30
field-length = Hvor længe vil du gerne tale?
field-whom = Skal jeg først spørge den fra sidst?
    Ingen af jer får at vide, hvem den anden er. Kan de ikke, spørger jeg andre.
field-languages = Hvilke sprog kan du tale på?
field-forms = Hvordan vil du gerne tale med folk?
