"""The house: what keeps its shape when nobody looks."""

import json
import re
import shutil
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from importlinter.cli import lint_imports

from house import LEXICONS, MODULES, PACKAGE, RULES, breaches, is_body_list, texts
from policyparse.model.codes import catalogue

HERE = Path(__file__).parent
DEBTS = tomllib.loads((HERE / "debts.toml").read_text(encoding="utf-8"))
LONGEST = 400

COMMON_TO_ALL = frozenset({"习近平"})
"""Names in the gold of the seeds that any document may need."""


def relative(path: Path) -> str:
    return path.relative_to(PACKAGE.parent).as_posix()


def contents() -> str:
    """All that stands in the code and data of the package."""
    return "\n".join(path.read_text(encoding="utf-8") for path in [*MODULES, *LEXICONS])


def test_imports_go_one_way_down(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(PACKAGE.parent)
    assert lint_imports(no_cache=True) == 0


@pytest.mark.parametrize("path", MODULES, ids=relative)
def test_a_file_is_one_concept(path: Path) -> None:
    lines = len(path.read_text(encoding="utf-8").splitlines())
    assert lines <= LONGEST, f"{lines} lines are two concepts: split the file by concept"
    assert path.stem not in {"utils", "helpers", "common", "misc", "tools"}


@pytest.mark.parametrize("path", MODULES, ids=relative)
def test_a_module_says_its_concept(path: Path) -> None:
    assert re.match(r'r?"""\S', path.read_text(encoding="utf-8")), "the file starts with a docstring"


@pytest.mark.parametrize("rule", RULES)
def test_a_concept_has_one_recogniser(rule: str) -> None:
    """What breaks the rule is no more than the debts that are written down."""
    grown = {file: n for file, n in breaches(rule).items() if n > DEBTS.get(rule, {}).get(file, 0)}
    assert grown == {}, RULES[rule][2]


def test_what_breaks_a_rule_is_counted(tmp_path: Path) -> None:
    file = tmp_path / "module.py"
    file.write_text(
        'A = r"第[0-9]{1,3}条"\n'
        'B = rf"{A}[一二三四五六七八九十]"\n'
        'C = "人民政府|法院|检察院|委员会"\n'
        'D = ("政协", "人大", "公司", "银行")\n'
        'E = "\\0"\n'
        "import tomllib\n"
        'F = pattern("", matches=["第[0-9]条", "人民政府和法院、检察院、委员会"], rejects=["[一二三]"])\n',
        encoding="utf-8",
    )
    counts = {rule: count(file) for rule, (count, _, _) in RULES.items()}
    assert counts == {"numeral_classes": 1, "label_grammars": 1, "body_lists": 2, "toml_loaders": 1, "masks": 1}
    assert not is_body_list(["政协", "人大", "公司"])
    assert "第[0-9]条" not in texts(file)


def test_a_file_with_a_ladder_is_on_the_list_and_no_other() -> None:
    if not shutil.which("ruff"):
        pytest.skip("needs an optional package")
    settings = tomllib.loads((PACKAGE.parent / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["ruff"]["lint"]
    listed = {
        file
        for file, codes in settings["per-file-ignores"].items()
        if file.startswith("policyparse") and "C901" in codes
    }
    complexity = f"lint.mccabe.max-complexity={settings['mccabe']['max-complexity']}"
    command = [
        "ruff",
        "check",
        str(PACKAGE),
        "--isolated",
        "--select",
        "C901",
        "--config",
        complexity,
        "--output-format",
        "json",
    ]
    found = json.loads(subprocess.run(command, capture_output=True, text=True, check=False).stdout)
    assert {relative(Path(one["filename"])) for one in found} == listed


def test_the_layers_name_every_package() -> None:
    contracts = tomllib.loads((PACKAGE.parent / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
    layers = next(contract for contract in contracts["contracts"] if contract["type"] == "layers")
    assert layers["exhaustive"], "a package that no layer names is an error"


RECIPE_LENGTH = 120
"""Maximum length of a document type's file (form and recipe), in lines."""


def test_a_document_type_is_a_form_and_a_recipe() -> None:
    for path in (PACKAGE / "documents").glob("*.py"):
        assert len(path.read_text(encoding="utf-8").splitlines()) <= RECIPE_LENGTH, path.name


def raised() -> set[str]:
    """The codes that the package raises."""
    return {code for path in MODULES for code in re.findall(r'"(PP\d{3})"', path.read_text(encoding="utf-8"))}


def test_every_code_raised_is_in_the_catalogue() -> None:
    assert raised() <= catalogue().keys()


def test_every_code_of_the_catalogue_is_raised() -> None:
    assert catalogue().keys() <= raised()


@pytest.mark.parametrize("code", catalogue())
def test_every_code_has_a_test(code: str) -> None:
    only_named = {"test_architecture.py", "test_cli.py", "test_docs.py", "test_diagnostics.py", "test_codes.py"}
    tests = (path for path in HERE.rglob("test_*.py") if path.name not in only_named)
    assert any(code in path.read_text(encoding="utf-8") for path in tests), f"no test raises {code}"


def lists(node: Any, path: str = "") -> Iterator[tuple[str, list[Any]]]:
    """The lists of a lexicon, by their place."""
    if isinstance(node, list):
        yield path, node
    elif isinstance(node, dict):
        for key, value in node.items():
            yield from lists(value, f"{path}.{key}" if path else key)


@pytest.mark.parametrize("path", LEXICONS, ids=relative)
def test_a_lexicon_names_its_source_and_repeats_nothing(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.startswith("# "), "a lexicon starts by saying what it holds and from where"
    for place, words in lists(tomllib.loads(text)):
        repeated = sorted({word for word in words if isinstance(word, str) and words.count(word) > 1})
        assert repeated == [], place


def names_of_the_seeds() -> set[str]:
    """Names of people, companies and projects in the gold of the seeds."""
    names: set[str] = set()
    for path in (HERE / "gold" / "seeds").glob("*.json"):
        gold = json.loads(path.read_bytes())
        names.update(gold.get("authors") or ())
        names.update(filter(None, (gold.get("publisher"), gold.get("site"), gold.get("organizer"), gold.get("issuer"))))
        names.update(project["name"] for project in gold.get("projects") or ())
        names.update(sight for visit in gold.get("visits") or () for sight in visit["sites"])
        for speaker in gold.get("speakers") or ():
            if speaker["kind"] == "person":
                names.add(speaker["name"])
            held = [position["organization"] or "" for position in speaker["positions"]]
            names.update(body for body in held if re.search("公司|集团|大学", body))
    return {name for name in names - COMMON_TO_ALL if len(name) > 1}


def test_the_code_knows_no_seed() -> None:
    known = contents()
    assert len(names_of_the_seeds()) > 60
    assert sorted(name for name in names_of_the_seeds() if name in known) == []
    assert re.findall(r"365|滨海|津沽|津城|kangtaow|db:", known) == []


def test_nothing_points_to_this_machine() -> None:
    assert re.findall(r"/(?:home|work|root|tmp|Users)/|localhost|127\.0\.0\.1", contents()) == []
