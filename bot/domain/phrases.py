"""Return phrases: four short words that can be written down, said aloud and typed in any language."""

_CONSONANTS = "bdfghklmnprstv"  # those that Danes and English people write alike
_VOWELS = "aeiou"
WORDS = 4
SYLLABLES = 2
_EACH = len(_CONSONANTS) * len(_VOWELS)


def phrase(number: int) -> str:
    """The phrase of a number; of a random one of 64 bits it has 49 bits that cannot be guessed."""
    words = []
    for _ in range(WORDS):
        word = ""
        for _ in range(SYLLABLES):
            number, which = divmod(number, _EACH)
            word += _CONSONANTS[which // len(_VOWELS)] + _VOWELS[which % len(_VOWELS)]
        words.append(word)
    return " ".join(words)


def plain(typed: str) -> str:
    """A phrase as it is looked up: its letters alone, however it was typed."""
    return "".join(letter for letter in typed.casefold() if letter in _CONSONANTS + _VOWELS)
