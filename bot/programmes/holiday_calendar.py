"""Public holidays of a country, from the library `holidays`. It is large, so it is loaded when asked."""

from datetime import date
from functools import lru_cache

from bot.domain.opening import Holiday

OUR_PRESETS = "DK"
_ITS_LANGUAGES = {"da": "da", "en": "en_US"}  # what the library calls ours


def is_known(country: str) -> bool:
    """Whether this is a country, by its two letters, whose holidays we can tell."""
    if country == OUR_PRESETS:  # so that a start of ours need not load it
        return True
    if len(country) != 2 or not country.isupper():  # the library takes names, too, and aliases
        return False
    import holidays  # noqa: PLC0415 - large, and most processes never ask

    try:
        holidays.country_holidays(country)
    except NotImplementedError:
        return False
    return True


def between(country: str, first: date, last: date) -> tuple[Holiday, ...]:
    """The holidays of a country from `first` to `last`, both included; none without a country."""
    if not country:
        return ()
    years = range(first.year, last.year + 1)
    found = (one for year in years for one in _of_year(country, year))
    return tuple(one for one in found if first <= one.day <= last)


@lru_cache(maxsize=64)
def _of_year(country: str, year: int) -> tuple[Holiday, ...]:
    import holidays  # noqa: PLC0415 - as above

    names: dict[date, dict[str, str]] = {}
    for ours, its in _ITS_LANGUAGES.items():
        known = holidays.country_holidays(country, years=year, language=its)
        for day, name in known.items():
            names.setdefault(day, {})[ours] = name
    return tuple(Holiday(day, names[day]) for day in sorted(names))
