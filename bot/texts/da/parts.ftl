# Dele af andre tekster, som aldrig siges alene. Reglerne i common.ftl gælder her.

part-minutes = { $minutes ->
        [one] et minut
       *[other] { $minutes } minutter
    }
part-waited = { $waited ->
        [0] mindre end et minut
        [one] et minut
       *[other] { $waited } minutter
    }
part-form = { $form ->
        [chat] på skrift
        [voice] som samtale
        [in-person] ansigt til ansigt
       *[other] { $form }
    }
part-form-here = { $form ->
        [chat] på skrift her
        [voice] som samtale
        [in-person] ansigt til ansigt
       *[other] { $form }
    }
part-language = { $language ->
        [da] dansk
        [en] engelsk
       *[other] { $language }
    }
part-step = { $step ->
        [introduction] introduktion
        [shadowing] følvagt
       *[other] { $step }
    }
part-words = Du kan skrive: { $words }.
part-turn = { $last ->
        [yes] Blandt dem, der passer lige godt, spørger jeg først den, der har hvilet længst siden sin sidste kontakt.
       *[other] Du har ikke haft en kontakt endnu, så det bliver tidligt din tur.
    }
part-weekday = { $weekday ->
        [monday] mandag
        [tuesday] tirsdag
        [wednesday] onsdag
        [thursday] torsdag
        [friday] fredag
        [saturday] lørdag
       *[sunday] søndag
    }
