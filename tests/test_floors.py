"""The floors of accuracy are those of the gold that they were measured on, and none was lowered by hand."""

from pathlib import Path

import pytest

from gold import pin


def test_no_floor_was_changed_by_hand() -> None:
    floors = pin.load()
    assert floors["pinned"]["seal"] == pin.seal(floors), "change floors with python tests/gold/pin.py"


@pytest.mark.parametrize("name", [name for name, place in pin.PLACES.items() if place.is_relative_to(pin.HERE)])
def test_our_gold_is_that_of_the_floors(name: str) -> None:
    assert pin.load()["pinned"]["gold"][name] == pin.digest(pin.PLACES[name]), "run python tests/gold/pin.py"


@pytest.mark.parametrize("name", ["seeds", "dev", "laws"])
def test_the_gold_beside_the_checkout_is_that_of_the_floors(gold: Path, name: str) -> None:
    assert pin.load()["pinned"]["gold"][name] == pin.digest(gold / name), "run python tests/gold/pin.py"


@pytest.fixture
def floors(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the file."""
    copy = tmp_path / "floors.toml"
    copy.write_bytes(pin.FLOORS.read_bytes())
    monkeypatch.setattr(pin, "FLOORS", copy)
    return copy


def lower(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> None:
    monkeypatch.setattr("sys.argv", ["pin.py", *arguments])
    pin.main()


def test_a_floor_is_lowered_with_a_reason_alone(floors: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = floors.read_bytes()
    with pytest.raises(SystemExit):
        lower(monkeypatch, "--lower", "dev/indicator kind", "0.9")
    assert floors.read_bytes() == before
    lower(monkeypatch, "--lower", "dev/indicator kind", "0.9", "--reason", "the gold counts ranks since today")
    made = pin.load()
    assert made["dev"]["indicator kind"] == 0.9
    assert made["pinned"]["lowered"]["dev/indicator kind"].endswith("to 0.9: the gold counts ranks since today")
    assert made["pinned"]["seal"] == pin.seal(made)


def test_a_floor_changed_by_hand_breaks_the_seal(floors: Path) -> None:
    text = floors.read_text(encoding="utf-8")
    floors.write_text(text.replace("chains = 0.95", "chains = 0.5", 1), encoding="utf-8")
    assert pin.load()["pinned"]["seal"] != pin.seal(pin.load())


def test_pinning_again_changes_nothing(floors: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = floors.read_bytes()
    lower(monkeypatch)
    assert floors.read_bytes() == before
