# Parts of other texts, never said alone. The rules of common.ftl hold here.

part-minutes = { $minutes ->
        [one] a minute
       *[other] { $minutes } minutes
    }
part-waited = { $waited ->
        [0] less than a minute
        [one] a minute
       *[other] { $waited } minutes
    }
part-form = { $form ->
        [chat] in writing
        [voice] by voice
        [in-person] face to face
       *[other] { $form }
    }
part-form-here = { $form ->
        [chat] in writing here
        [voice] by voice
        [in-person] face to face
       *[other] { $form }
    }
part-language = { $language ->
        [da] Danish
        [en] English
       *[other] { $language }
    }
part-step = { $step ->
        [introduction] introduction
        [shadowing] shadowing
       *[other] { $step }
    }
part-words = You can write: { $words }.
part-turn = { $last ->
        [yes] Among those who fit equally well, I first ask whoever has rested the longest since their last contact.
       *[other] You have not had a contact yet, so your turn comes early.
    }
part-weekday = { $weekday ->
        [monday] Monday
        [tuesday] Tuesday
        [wednesday] Wednesday
        [thursday] Thursday
        [friday] Friday
        [saturday] Saturday
       *[sunday] Sunday
    }
