# Discords egne ord: der, hvor svaret står et andet sted, og der, hvor en dør er lukket. Reglerne i common.ftl gælder her.

discord-start = Åbn en privat samtale med mig
discord-written-privately = Jeg har svaret dig i vores private samtale, hvor kun du og jeg er: { $chat }
discord-open-your-door =
    Jeg kan ikke skrive til dig privat, så du ser svaret her. Det er kun dig, der kan se det, og det forsvinder igen.
    Vil du have det et sted, hvor du kan finde det igen: tryk på serverens navn, vælg Privatlivsindstillinger, slå Direkte beskeder til, og skriv til mig.
discord-not-now = Det lykkedes ikke lige nu. Prøv igen om lidt.
discord-write = Skriv et svar
discord-write-title = Skriv til mig
discord-write-label = Det, du vil sige
