"""A gentle warning before somebody says how to reach them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.relaying.contact_details import PUBLIC_NUMBERS, contact_details


@pytest.mark.parametrize(
    "words",
    [
        "ring til mig på 12345678",
        "12 34 56 78",
        "mit nr er 1234 5678.",
        "12 345 678",
        "12.34.56.78",
        "1 2 3 4 5 6 7 8",
        "+45 12 34 56 78",
        "0045 12345678",
        "+44 (0)20 7946 0958",
        "１２３４５６７８",
        "1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣8️⃣",
        "١٢٣٤٥٦٧٨",
        "12\u200b34\u200b56\u200b78",
        "010190-1234",
        "rosa@example.org",
        "rosa (at) example (dot) org",
        "rosa snabel-a example punktum dk",
        "skriv til @rosa_92",
        "Rosa#1234",
        "insta: rosa92",
        "snapchat = rosa.92",
        "tilføj mig på snap",
        "my instagram is rosa",
        "@rosa:example.org",
        "https://matrix.to/#/@rosa:example.org",
        "https://www.instagram.com/rosa",
        "fb.com/rosa.b",
        "t.me/rosa",
        "https://wa.me/4512345678",
        "https://mastodon.social/@rosa",
        "linkedin.com/in/rosa",
        "<@123456789012345678>",
        "discord.gg/abc",
        "tel:12345678",
    ],
)
def test_a_way_to_reach_somebody_is_noticed(words: str):
    assert contact_details(words)


@pytest.mark.parametrize(
    "words",
    [
        "ring 112",
        "Livslinien har 70 201 201, og så er der 116 111 og 1888",
        "70201201 / +45 70 20 12 01",
        "Psykiatrifonden 39 25 25 25, SIND 70 23 27 50",
        "jeg er 23 år og bor på 3. sal",
        "den 22.11.2026 kl. 14.30-15.30",
        "2026-11-22 14:30",
        "det koster 10.000.000 kr, altså 12345678 kr",
        "vi ses @ caféen, @here",
        "facebook gør mig ked af det",
        "læs https://www.sundhed.dk/borger/patienthaandbogen/",
        "3,14159265358",
        "",
        "❤️ 5-6 gange, 50%",
    ],
)
def test_ordinary_words_and_crisis_lines_are_not(words: str):
    assert not contact_details(words)


@pytest.mark.parametrize("number", sorted(PUBLIC_NUMBERS))
def test_every_public_number_may_be_passed_on_however_it_is_grouped(number: str):
    pairs = " ".join(number[at : at + 2] for at in range(0, len(number), 2))

    assert not contact_details(f"ring {number}")
    assert not contact_details(f"ring {pairs}, nu")
    assert not contact_details(f"ring +45 {number}")


def test_the_deployments_own_doors_count_as_public():
    assert contact_details("ring 33 12 34 56")
    assert not contact_details("ring 33 12 34 56", also_public=["33 12 34 56"])


def test_a_private_number_beside_a_crisis_line_is_noticed():
    assert contact_details("70 201 201 eller 12 34 56 78")


@given(st.text(st.characters(exclude_categories=()), max_size=80))
def test_it_never_fails(text: str):
    assert contact_details(text) in (True, False)
