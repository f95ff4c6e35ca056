"""Names made for one contact: from nature, nobody's, and the same word in Danish and English texts."""

NAMES = (
    "Ahorn", "Alm", "Anemone", "Ask", "Aster", "Birk", "Blomme", "Bregne", "Bøg", "Drossel",
    "Due", "Eg", "Ene", "Fjord", "Flint", "Fyr", "Glente", "Gran", "Hassel",
    "Havre", "Hejre", "Hind", "Hyben", "Hyld", "Ibis", "Iris", "Isfugl", "Jasmin", "Kaprifol",
    "Kastanje", "Kilde", "Klint", "Kløver", "Krokus", "Lærke", "Lavendel", "Lilje", "Lind",
    "Lyng", "Malurt", "Mejse", "Mynte", "Mose", "Nøddetræ", "Odder", "Oliven", "Orion", "Pil",
    "Poppel", "Primula", "Rav", "Ribs", "Rosmarin", "Røn", "Salvie", "Sejl", "Siv", "Skov",
    "Slåen", "Solsort", "Stær", "Svale", "Syren", "Terne", "Timian", "Tjørn", "Tulipan", "Uldgræs",
    "Valmue", "Vibe", "Viol", "Ært", "Æble", "Ørn", "Åkande",
)  # fmt: skip


def pair(id: str, but: str = "") -> tuple[str, str]:
    """Two different names for the two sides of the contact with this id, told from `id`.

    Never `but`, what the volunteer is called here: "you are in touch with Birk" would puzzle Birk,
    and nobody else is to learn that name by chance.
    """
    names = [name for name in NAMES if name != but]
    number = int(id[:12], 32)
    first = number % len(names)
    second = (first + 1 + (number // len(names)) % (len(names) - 1)) % len(names)
    return names[first], names[second]


def free(id: str, taken: frozenset[str]) -> str:
    """A name that nobody in `taken` has, told from `id`; numbered when all are taken."""
    start = int(id[:12], 32) % len(NAMES)
    in_turn = NAMES[start:] + NAMES[:start]
    rounds = 1
    while True:
        for name in in_turn:
            candidate = name if rounds == 1 else f"{name} {rounds}"
            if candidate not in taken:
                return candidate
        rounds += 1
