"""What time zones are called: cities and countries in both languages (CLDR, tz database), and ours."""

from collections.abc import Mapping
from datetime import datetime
from functools import cache
from importlib.resources import files
from zoneinfo import ZoneInfo, available_timezones

from babel import Locale
from babel.core import get_global
from babel.dates import get_timezone_location

from bot.domain.zones import is_fixed
from bot.relaying.words import folded
from bot.texts.shapes import LANGUAGES

# Places and words people say that neither source has; a country's code stands for its zones.
_OURS: Mapping[str, str] = {
    "DK": "dansk tid, dansk, danish time, danish, danish summer time, dansk sommertid, aarhus, århus, "
    "odense, aalborg, ålborg, esbjerg, randers, kolding, horsens, vejle, roskilde, helsingør, herning, "
    "silkeborg, næstved, viborg, svendborg, sønderborg, rønne, bornholm, fyn, jylland, sjælland, kbh",
    "GL": "grønlandsk tid, nuuk, godthåb, ilulissat, sisimiut, qaqortoq",
    "FO": "færøsk tid, tórshavn, torshavn, faroes",
    "SE": "svensk tid, swedish time, göteborg, gothenburg, malmø, malmö, uppsala, lund",
    "NO": "norsk tid, norwegian time, bergen, trondheim, stavanger, tromsø",
    "FI": "finsk tid, tampere, turku, espoo",
    "IS": "islandsk tid",
    "DE": "tysk tid, german time, hamburg, munich, münchen, frankfurt, köln, cologne, flensburg, kiel, "
    "leipzig, stuttgart, düsseldorf",
    "GB": "uk, england, scotland, skotland, wales, great britain, britain, northern ireland, nordirland, "
    "edinburgh, glasgow, manchester, birmingham, liverpool, bristol, leeds, cardiff, belfast, british time",
    "NL": "holland, rotterdam, the hague, haag, utrecht",
    "FR": "lyon, marseille, nice, toulouse, bordeaux",
    "IT": "milan, milano, naples, napoli, florence, firenze, turin, venice, venedig",
    "Europe/Madrid": "barcelona, malaga, málaga, valencia, seville, sevilla, alicante, mallorca, ibiza",
    "Atlantic/Canary": "tenerife, gran canaria, lanzarote, fuerteventura, de kanariske øer, the canaries",
    "CH": "geneva, genève, basel, bern",
    "PL": "krakow, kraków, gdansk, wroclaw",
    "PT": "porto, algarve, faro",
    "GR": "thessaloniki, crete, kreta, rhodes, rhodos",
    "TR": "ankara, antalya, izmir",
    "RU": "russia, rusland",
    "Europe/Moscow": "st petersburg, saint petersburg, sankt petersborg",
    "US": "usa, us, united states of america, america, amerika",
    "America/New_York": "boston, washington, washington dc, miami, florida, philadelphia, atlanta, nyc, "
    "eastern time, est, edt",
    "America/Chicago": "houston, dallas, austin, texas, new orleans, minneapolis, nashville, central time",
    "America/Denver": "salt lake city, colorado, mountain time",
    "America/Los_Angeles": "san francisco, san diego, seattle, portland, las vegas, california, "
    "californien, pacific time, pst, pdt",
    "Pacific/Honolulu": "hawaii",
    "America/Toronto": "ottawa, montreal, quebec",
    "America/Edmonton": "calgary, banff",
    "America/Sao_Paulo": "rio, rio de janeiro, brasilia",
    "America/Mexico_City": "guadalajara",
    "CN": "beijing, shenzhen, guangzhou",
    "IN": "mumbai, delhi, new delhi, bangalore, bengaluru, chennai, hyderabad, goa",
    "JP": "osaka, kyoto",
    "VN": "hanoi, saigon",
    "Asia/Makassar": "bali, denpasar",
    "AE": "abu dhabi, uae",
    "IL": "tel aviv, haifa",
    "ZA": "cape town, durban, pretoria",
    "Australia/Sydney": "canberra",
    "NZ": "wellington, christchurch",
    "Europe/Copenhagen": "cet, cest, centraleuropæisk tid, central european time",
}  # fmt: skip


# Where most people of a country with several clocks live; they are offered before the others.
_GREATEST = {
    "America/Argentina/Buenos_Aires", "America/Edmonton", "America/Halifax", "America/Manaus",
    "America/Santiago", "America/Sao_Paulo", "America/Toronto", "America/Vancouver",
    "America/Winnipeg", "Asia/Almaty", "Asia/Shanghai", "Asia/Tashkent", "Australia/Adelaide",
    "Australia/Brisbane", "Australia/Perth", "Australia/Sydney", "Europe/Berlin", "Europe/Lisbon",
    "Europe/Moscow", "Pacific/Auckland",
}  # fmt: skip
_IDLE = str.maketrans("_,.!?", "     ")


@cache
def zone_names() -> Mapping[str, tuple[str, ...]]:
    """What is said, folded -> the zones it may mean, those of a country as it is most likely meant."""
    names: dict[str, tuple[str, ...]] = {}
    countries = _countries()
    named = frozenset(zone for zones in countries.values() for zone in zones)
    links = _links()
    for key in sorted(available_timezones()):
        if key.startswith("Etc/"):  # as the tz database means it, whole and never in part
            names[spoken(key)] = (key,)
        elif "/" in key:
            zone = key if key in named else links.get(key, key)
            names[spoken(key)] = (zone,)
            names.setdefault(spoken(key.rpartition("/")[2]), (zone,))
    for zone in named:
        for language in LANGUAGES:
            city = get_timezone_location(ZoneInfo(zone), locale=language, return_city=True)
            names[spoken(city)] = (zone,)
        names[spoken(zone.rpartition("/")[2])] = (zone,)
    for code, zones in countries.items():  # a country goes before a city of that name
        for language in LANGUAGES:
            if called := Locale(language).territories.get(code):
                names[spoken(called)] = zones
    for meant, listed in _OURS.items():
        for called in listed.split(","):
            names[spoken(called)] = countries.get(meant) or (meant,)
    return names


def spoken(text: str) -> str:
    """A name as it is compared: small letters, no underscores, nothing around it."""
    return " ".join(folded(text).translate(_IDLE).split())


def place_name(zone: str, language: str, now: datetime) -> str:
    """Whose clock it is: the city of the zone, or the offset ("GMT+02:00") if it is no place."""
    there = now.astimezone(ZoneInfo(zone))
    if is_fixed(zone):
        offset = f"{there:%z}"
        return f"GMT{offset[:3]}:{offset[3:]}"
    return str(get_timezone_location(there, locale=language, return_city=True))


def _countries() -> dict[str, tuple[str, ...]]:
    """Each country's zones, those first that CLDR takes for what most people there use."""
    found: dict[str, tuple[str, ...]] = {}
    for line in _table("zone.tab"):
        code, _, zone = line.split("\t")[:3]
        found[code] = (*found.get(code, ()), zone)
    usual = frozenset(get_global("windows_zone_mapping").values())
    return {
        code: tuple(sorted(zones, key=lambda zone: (zone not in _GREATEST, zone not in usual)))
        for code, zones in found.items()
    }


def _links() -> dict[str, str]:
    """Other names of zones, from before places were renamed."""
    lines = (line.split() for line in _table("tzdata.zi"))
    return {line[2]: line[1] for line in lines if line[0] == "L"}


def _table(name: str) -> list[str]:
    text = files("tzdata.zoneinfo").joinpath(name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]
