# Browsersidens egne ord, rundt om samtalen. Reglerne i common.ftl gælder her, men uden fed: det hele er almindelig tekst.

## Hvem det er, og hvor man kan ringe

web-who = Jeg er { $service }, en bot fra { $organisation }. Jeg kan sætte dig i kontakt med en frivillig, der også selv har haft det svært. Du behøver hverken navn eller konto.
web-no-script = Din browser kører ikke scripts på denne side, så vi kan ikke skrive sammen. Numrene her virker alligevel.
web-skip = Gå til samtalen
web-doors-heading = I fare? Ring
web-doors-more = Flere numre

## Forbindelse

web-starting = Åbner samtalen…
web-connected = Forbundet
web-lost = Forbindelsen er væk. Det, du skriver, bliver sendt, når den er tilbage.
web-sending-now = Sender…
web-wait-seconds = Der er travlt her lige nu. Jeg prøver selv igen om cirka { $seconds } sekunder.
web-wait-minutes = Der er travlt her lige nu. Jeg prøver selv igen om cirka { $minutes } minutter.
web-own-window = Åbn i et vindue for sig
web-cookies-off = Åbner den ikke her, lader din browser måske ikke siden huske dig. Det kan hjælpe at åbne den i et vindue for sig.

## Samtalen

web-conversation = Samtale
web-you = Dig
web-bot = { $service } (bot)
web-writing = { $service } skriver…
web-below = Nye beskeder nedenfor
web-answers = Svar på: { $words }
web-choices = Svar, du kan vælge
web-chosen = valgt
web-picture = Billede: { $name }
web-download = Hent { $name } ({ $size })
web-file-shown = Fil: { $name } ({ $size })

web-state-sending = sender…
web-state-waiting = venter på forbindelsen
web-state-slow = venter et øjeblik
web-state-sent = sendt
web-state-failed = ikke sendt
web-edited = rettet
web-deleted = Beskeden er slettet.
web-try-again = Prøv igen
web-discard = Fjern

web-more = Mere om beskeden
web-reply = Svar
web-edit = Ret
web-delete = Slet
web-react-heart = Reagér med et hjerte
web-react-thumb = Reagér med tommelen op
web-react-hug = Reagér med et kram
web-react-thanks = Reagér med tak
web-reaction = Reaktion: { $key }
web-reaction-own = Din reaktion: { $key }. Tryk for at tage den tilbage

web-too-long = Det er meget langt. Kan du sende det i mindre dele?
web-too-fast = Der kom mange beskeder på én gang. Jeg sender den selv igen om et øjeblik.
web-cannot = Det kunne ikke lade sig gøre. Din besked er, som den var før.
web-not-sent = En besked blev ikke sendt. Du kan prøve igen.

## At skrive

web-write = Skriv en besked
web-send = Send
web-save = Gem
web-file = Tilføj et billede eller en fil
web-file-too-large = Filen er for stor. Der kan sendes op til { $limit }.
web-editing = Du retter: { $words }
web-replying = Du svarer på: { $words }
web-cancel = Annuller

## Menu

web-menu = Menu
web-come-back = Kom tilbage senere
web-have-phrase = Jeg har ord at komme tilbage med
web-sound = Lyd ved nye beskeder
web-on = til
web-off = fra
web-other-language = English
web-leave = Gå uden spor
web-exit = Hurtigt væk
web-exit-explain = Hurtigt væk skjuler siden med det samme og afslutter dit besøg. Du kan også trykke Esc tre gange hurtigt.

web-phrase-explain = Skriv de fire ord, du fik. Så kender jeg dig igen, og vi fortsætter derfra.
web-phrase-label = Dine fire ord
web-phrase-go = Fortsæt
web-phrase-unknown = Jeg kender ikke de ord, eller også er tiden løbet ud. Måske er der et bogstav galt i et af dem?
web-tries-wait = Der har været mange forsøg lige nu. Du er velkommen til at prøve igen om cirka { $minutes } min.
web-no-answer = Jeg kan ikke nås lige nu. Prøv igen om et øjeblik.

web-time-here = Efter uret på denne enhed: { $time }
web-clock-here = Skriv tider til mig efter uret på denne enhed

web-leave-ask = Gå uden spor?
web-leave-explain = Dit besøg slutter, og det, du har skrevet, slettes her og hos mig. Er du i kontakt med nogen, slutter det også. Kom du ind med et login-link, bliver du logget ud. Browserens egen historik viser stadig, at siden har været åben.
web-leave-yes = Ja, gå
web-leave-no = Nej, bliv
web-left-title = Siden er lukket
web-left = Denne side er lukket. Du kan lukke vinduet.
web-left-again = Åbn igen

## At logge ind og ud

web-enter-heading = Log ind
web-enter-explain = Dit link virker én gang. Derefter er denne browser logget ind, til tiden løber ud, eller du går.
web-enter-go = Log ind
web-enter-refused = Linket er brugt, eller tiden er løbet ud. Bed din koordinator om et nyt.

web-over-heading = Dit besøg er slut
web-over-left = Du er gået, måske i et andet vindue. Intet af det vises længere.
web-over-signed-out = Du er blevet logget ud. Vil du tilbage, så bed din koordinator om et nyt link.
web-over-run-out = Der blev ikke skrevet noget i lang tid, så besøget sluttede af sig selv. Intet af det vises længere.
web-begin-anew = Begynd forfra

## På en organisations egen side

web-embed-open = Skriv med os
web-embed-unread = Nye beskeder: { $count }
web-embed-title = Chat med { $service }
web-embed-close = Luk chatten
