"""The licences of what policyparse needs: python tests/licences.py writes docs/licences.md from the installed packages."""

import re
import tomllib
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "licences.md"
SHOWN = ("ner", "html", "pdf", "store", "excel", "akn", "ray", "mcp", "bench")
"""Extras of users; `dev` and `docs` are not shipped with anything."""

NAMES = (
    ("Apache", "Apache-2.0"),
    ("MIT", "MIT"),
    ("BSD", "BSD"),
    ("MPL", "MPL-2.0"),
    ("Mozilla", "MPL-2.0"),
    ("ISC", "ISC"),
    ("PSF", "PSF-2.0"),
    ("Python Software Foundation", "PSF-2.0"),
    ("CNRI", "PSF-2.0"),
    ("Unlicense", "Unlicense"),
    ("Zlib", "Zlib"),
    ("GPL", "GPL"),
)
"""Words of a licence as packages print it, and its name here."""

ALLOWED = frozenset({"Apache-2.0", "MIT", "BSD", "MPL-2.0", "ISC", "PSF-2.0", "Unlicense", "Zlib"})
"""Licences that put no conditions on the code that uses the package."""


def needed() -> dict[str, str]:
    """The packages that policyparse needs, with the extra; an empty one for those that it always needs."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    found = {bare(requirement): "" for requirement in project["dependencies"]}
    for extra in SHOWN:
        for requirement in project["optional-dependencies"].get(extra, []):
            if bare(requirement) != "policyparse":
                found.setdefault(bare(requirement), extra)
    return found


def bare(requirement: str) -> str:
    """The name of a package in a requirement."""
    return re.split(r"[<>=!~;\[\s]", requirement, maxsplit=1)[0].lower()


def licence_of(name: str) -> str | None:
    """The licence that an installed package declares; None where it is not installed, or says nothing that is known."""
    try:
        metadata = distribution(name).metadata
    except PackageNotFoundError:
        return None
    classifiers = [value for value in metadata.get_all("Classifier") or [] if value.startswith("License")]
    for told in (metadata.get("License-Expression"), *classifiers, (metadata.get("License") or "")[:200]):
        for word, licence in NAMES if told else ():
            if re.search(rf"\b{re.escape(word)}", told or ""):
                return licence
    return None


def behind(names: list[str]) -> Iterator[str]:
    """The packages and all that they need, as far as they are installed."""
    waiting, seen = list(names), set[str]()
    while waiting:
        name = waiting.pop()
        if name in seen:
            continue
        seen.add(name)
        try:
            requirements = distribution(name).requires or []
        except PackageNotFoundError:
            continue
        yield name
        waiting += [bare(requirement) for requirement in requirements if "extra ==" not in requirement]


def rows() -> dict[str, tuple[str, str]]:
    """The table of the page: licence and extra by package."""
    cells = re.findall(r"^\| `([^`]+)` \| ([^|]+) \| ([^|]*) \|$", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    return {name: (licence.strip(), extra.strip(" `")) for name, licence, extra in cells}


def main() -> None:
    """Write the table; what is not installed keeps the licence that stands there."""
    known = rows() if PAGE.exists() else {}
    lines = [
        f"| `{name}` | {licence_of(name) or known.get(name, ('unknown', ''))[0]} | {f'`{extra}`' if extra else 'always'} |"
        for name, extra in needed().items()
    ]
    PAGE.write_text(
        "# Licences\n\npolicyparse is under Apache-2.0. What it needs is under licences that put no conditions on the code that uses "
        "it;\n`tests/test_licences.py` holds this page to `pyproject.toml`, to the installed packages and to all that they need.\n\n"
        "| package | licence | needed |\n| --- | --- | --- |\n" + "\n".join(lines) + "\n",
        encoding="utf-8",
    )


if __name__ == "__main__":
    main()
