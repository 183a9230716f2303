"""Pins the floors of accuracy to the gold: python tests/gold/pin.py [--raise] [--lower SET/KIND FLOOR --reason WORDS].

Writes into floors.toml the digest of every gold that is there, and a seal over all floors, so that a floor changed by
hand is noticed (tests/test_floors.py). With --raise floors rise to what is reached now, rounded down to hundredths. A
floor is lowered only with --lower and a reason, which the file keeps.
"""

import argparse
import hashlib
import re
import sys
import tomllib
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
FLOORS = HERE / "floors.toml"
BESIDE = HERE.parents[1].parent / "shared" / "gold"
PLACES = {
    "own": HERE / "seeds",
    **{name: HERE / name for name in ("pages/first", "pages/second", "pages/reports")},
    **{name: BESIDE / name for name in ("seeds", "dev", "laws")},
}
"""Where the gold of a set lies."""

HEAD = "# Written by tests/gold/pin.py: the gold that the floors are of, a seal over them, and why some were lowered.\n"
PINS = re.compile(re.escape(HEAD) + r".*", re.DOTALL)


def digest(folder: Path) -> str:
    """The digest of the files of a folder, names and bytes."""
    whole = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.suffix in (".json", ".txt")):
        whole.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return whole.hexdigest()[:16]


def seal(floors: dict[str, Any]) -> str:
    """The seal over floors, digests and reasons; whoever changes one by hand breaks it."""
    parts = {key: value for key, value in floors.items() if key != "pinned"}
    pinned = {key: value for key, value in floors.get("pinned", {}).items() if key != "seal"}
    return hashlib.sha256(repr(sorted((str(k), str(v)) for k, v in {**parts, **pinned}.items())).encode()).hexdigest()[
        :16
    ]


def load() -> dict[str, Any]:
    """The file as it is."""
    return tomllib.loads(FLOORS.read_text(encoding="utf-8"))


def write(text: str, floors: dict[str, Any], lowered: dict[str, str]) -> None:
    """Write the file with new pins."""
    pins = floors.get("pinned", {}).get("gold", {})
    pins |= {name: digest(place) for name, place in PLACES.items() if place.is_dir()}
    body = PINS.sub("", text).rstrip() + "\n\n"
    listed = "".join(f'"{name}" = "{value}"\n' for name, value in sorted(pins.items()))
    reasons = "".join(f'"{name}" = "{reason}"\n' for name, reason in sorted(lowered.items()))
    made = f"{body}{HEAD}\n[pinned.gold]\n{listed}\n[pinned.lowered]\n{reasons}\n[pinned]\n"
    FLOORS.write_text(f'{made}seal = "{seal(tomllib.loads(made))}"\n', encoding="utf-8")


def with_floor(text: str, name: str, kind: str, floor: float) -> str:
    """The text of the file with another floor for a kind of fact of a set."""
    key = re.escape(kind) if kind.isidentifier() else re.escape(f'"{kind}"')
    table = re.escape(name if name.isidentifier() else f'"{name}"')
    form = re.compile(rf"(^\[{table}\][^\n]*\n(?:(?!\[)[^\n]*\n)*?{key} = )[0-9.]+", re.MULTILINE)
    changed, number = form.subn(lambda match: f"{match[1]}{floor}", text, count=1)
    if not number:
        raise SystemExit(f"there is no floor for {kind} in {name}")
    return changed


def raised(text: str, floors: dict[str, Any]) -> str:
    """The text of the file with the floors of the copies of the seeds raised to what is reached."""
    sys.path.insert(0, str(HERE.parent))
    from test_gold import own_f1

    for kind, reached in own_f1().items():
        floor = int(reached * 100) / 100
        if floor > floors["own"].get(kind, 0):
            text = with_floor(text, "own", kind, floor)
    return text


def main() -> None:
    """Read the arguments and write the file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--raise", dest="rises", action="store_true", help="raise the floors of the copies of the seeds"
    )
    parser.add_argument("--lower", nargs=2, metavar=("SET/KIND", "FLOOR"), help="a floor that becomes lower")
    parser.add_argument("--reason", default="", help="why it becomes lower")
    arguments = parser.parse_args()
    text, floors = FLOORS.read_text(encoding="utf-8"), load()
    lowered = dict(floors.get("pinned", {}).get("lowered", {}))
    if arguments.lower:
        if len(arguments.reason) < 10 or '"' in arguments.reason:
            parser.error("a floor is lowered only with a --reason of ten characters and more, without quotation marks")
        path, floor = arguments.lower
        name, _, kind = path.rpartition("/")
        text = with_floor(text, name, kind, float(floor))
        lowered[path] = f"from {floors[name][kind]} to {float(floor)}: {arguments.reason}"
    elif arguments.rises:
        text = raised(text, floors)
    write(text, floors, lowered)


if __name__ == "__main__":
    main()
