"""What is sealed to a visit opens with its secret, at its place, whole; else not at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.visitor_seal import NotOpened, VisitKey, new_secret, sealed_to

places = st.text(min_size=1, max_size=30)
data = st.binary(max_size=200)


@given(data, places)
def test_it_opens_with_the_secret_it_was_sealed_to(said: bytes, place: str):
    secret = new_secret()
    sealed = sealed_to(VisitKey(secret).seal_to, place, said)
    assert VisitKey(secret).opened(place, sealed) == said
    assert len(said) < 8 or said not in sealed


@given(data, places, places)
def test_it_opens_at_its_own_place_only(said: bytes, place: str, other: str):
    key = VisitKey(new_secret())
    sealed = sealed_to(key.seal_to, place, said)
    if place != other:
        with pytest.raises(NotOpened):
            key.opened(other, sealed)


@given(data)
def test_it_opens_for_nobody_else(said: bytes):
    sealed = sealed_to(VisitKey(new_secret()).seal_to, "here", said)
    with pytest.raises(NotOpened):
        VisitKey(new_secret()).opened("here", sealed)


@given(data, st.integers(0, 400), st.integers(1, 255))
def test_one_changed_byte_and_it_does_not_open(said: bytes, at: int, by: int):
    key = VisitKey(new_secret())
    sealed = bytearray(sealed_to(key.seal_to, "here", said))
    at %= len(sealed)
    sealed[at] ^= by
    if at == 32 and by == 0x80:
        return  # the top bit of a public key says nothing (RFC 7748)
    with pytest.raises(NotOpened):
        key.opened("here", bytes(sealed))


@given(st.binary(max_size=120))
def test_whatever_is_no_seal_is_not_opened(said: bytes):
    with pytest.raises(NotOpened):
        VisitKey("any secret").opened("here", said)


@pytest.mark.parametrize("public", [bytes(32), b"\x01" + bytes(31), b"\xff" * 32])
def test_a_public_key_that_is_none_is_not_opened(public: bytes):
    with pytest.raises(NotOpened):
        VisitKey("any secret").opened("here", b"\x01" + public + b"x" * 40)


def test_the_same_said_twice_is_sealed_differently():
    key = VisitKey(new_secret())
    sealed = {sealed_to(key.seal_to, "here", b"the same") for _ in range(50)}
    assert len(sealed) == 50
    assert len({new_secret() for _ in range(50)}) == 50
