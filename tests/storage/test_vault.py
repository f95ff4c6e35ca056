"""The vault: only we can read it, only where it stands, and a moved or changed value does not open."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.vault import Key, Vault, VaultError

ANY_TEXT = st.text(st.characters(codec=None, exclude_categories=()))


@given(text=ANY_TEXT)
def test_what_is_sealed_can_be_read_again(key: Key, text: str):
    vault = Vault(key)

    assert vault.unseal("people.place", "rosa", vault.seal("people.place", "rosa", text)) == text


def test_a_value_moved_to_another_row_or_column_does_not_open(key: Key):
    vault = Vault(key)
    sealed = vault.seal("people.address_sealed", "rosa", "matrix:@rosa:example.org")

    for column, row in (("people.address_sealed", "mia"), ("people.place_sealed", "rosa")):
        with pytest.raises(VaultError):
            vault.unseal(column, row, sealed)


@given(data=st.data())
def test_a_value_with_one_changed_bit_does_not_open(key: Key, data: st.DataObject):
    vault = Vault(key)
    sealed = bytearray(vault.seal("people.place_sealed", "rosa", "!room:example.org"))
    bit = data.draw(st.integers(0, len(sealed) * 8 - 1))
    sealed[bit // 8] ^= 1 << bit % 8

    with pytest.raises(VaultError):
        vault.unseal("people.place_sealed", "rosa", bytes(sealed))


def test_a_value_cut_short_does_not_open(key: Key):
    vault = Vault(key)
    sealed = vault.seal("people.place_sealed", "rosa", "!room:example.org")

    for length in range(len(sealed)):
        with pytest.raises(VaultError):
            vault.unseal("people.place_sealed", "rosa", sealed[:length])


def test_the_same_words_are_never_sealed_alike(key: Key):
    vault = Vault(key)

    assert vault.seal("a.b", "rosa", "hello") != vault.seal("a.b", "rosa", "hello")


def test_another_key_opens_nothing(key: Key):
    sealed = Vault(key).seal("a.b", "rosa", "hello")

    with pytest.raises(VaultError, match="does not open with this key"):
        Vault(Key.new()).unseal("a.b", "rosa", sealed)


def test_a_rotated_key_opens_the_old_and_seals_with_the_new(key: Key):
    old, rotated = Vault(key), Vault(key.rotated())
    sealed = old.seal("a.b", "rosa", "hello")

    assert rotated.unseal("a.b", "rosa", sealed) == "hello"
    assert rotated.is_stale(sealed) and not rotated.is_stale(rotated.seal("a.b", "rosa", "hello"))


def test_without_the_old_key_what_was_sealed_with_it_is_gone(key: Key):
    sealed = Vault(key).seal("a.b", "rosa", "hello")

    with pytest.raises(VaultError, match=r"no key for a value in a\.b"):
        Vault(key.rotated().only_current()).unseal("a.b", "rosa", sealed)


def test_rotation_leaves_every_blind_index_as_it_was(key: Key):
    assert Vault(key).index("address", "a:b") == Vault(key.rotated()).index("address", "a:b")


def test_a_blind_index_belongs_to_one_purpose_and_one_key(key: Key):
    vault = Vault(key)
    seen = {
        vault.index("address", "a:b"),
        vault.index("event", "a:b"),
        vault.index("address", "a:c"),
        Vault(Key.new()).index("address", "a:b"),
    }

    assert len(seen) == 4
    assert vault.index("address", "a:b") == vault.index("address", "a:b")
    assert all(len(index) == 26 for index in seen)


def test_a_key_can_be_rotated_254_times_and_then_says_what_to_do(key: Key):
    for _ in range(254):
        key = key.rotated()

    with pytest.raises(VaultError, match="drop the old ones first"):
        key.rotated()


def test_a_key_is_not_to_be_seen_in_its_repr(key: Key):
    secret = key.written().split()[1]

    assert secret not in repr(key) and "Key(" in repr(key)
    assert repr(replace(key)) == repr(key)
