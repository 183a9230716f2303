"""What all tests share: where things are, the documents at hand, and each of them parsed once."""

import shutil
import sys
import tomllib
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from hypothesis import settings

import policyparse
from generators.catalogue import constructs, made
from policyparse.figures.indicators import parse_indicators
from policyparse.model.base import Draft
from policyparse.model.diagnostics import Diagnostics
from policyparse.page.layout import Page, lay_out
from policyparse.plan.industry_plan import parse_plan
from policyparse.source.edits import RepairedText
from policyparse.source.source_text import SourceText

settings.register_profile("policyparse", deadline=None)  # no test asserts a time
settings.load_profile("policyparse")

REPOSITORY = Path(__file__).resolve().parents[1]
SHARED = REPOSITORY.parent / "shared"
GOLD = SHARED / "gold"

DECISION = """某市人民代表大会常务委员会关于加强河道保护的决定
（2023年5月25日某市第十七届人民代表大会常务委员会第三次会议通过）
为了加强河道保护，根据有关法律，结合本市实际，作如下决定：
一、市人民政府应当加强对河道保护工作的领导。
二、任何单位和个人不得向河道倾倒垃圾。
三、本决定自2023年7月1日起施行。
"""
"""A small decision in which nothing is wrong but that nobody says when it was published."""


def readable(path: Path) -> bool:
    """Whether there is Chinese text in a file: some cases are code, and no document at all."""
    try:
        return bool(policyparse.read(path).text)
    except policyparse.UnreadableInput:
        return False


def documents() -> list[Path]:
    """Every document at hand: the seeds, the cases of the tests and, where they are, those of the gold."""
    found = [*REPOSITORY.glob("seeds/*.txt"), *REPOSITORY.glob("tests/**/cases/**/*.txt"), *GOLD.glob("*/*.txt")]
    return sorted(path for path in found if readable(path))


@cache
def parsed(source: Path | tuple[str, str]) -> tuple[str, policyparse.Document]:
    """Text and document of a file, or of a construct that is made; a text of another kind (code, verse) is read as news."""
    today = None
    if isinstance(source, Path):
        text = policyparse.read(source).text
    else:
        text, today = made(*source, 0).text, made(*source, 0).today
    try:
        return text, policyparse.parse(text, reference_date=today)
    except policyparse.UnknownKind:
        return text, policyparse.parse(text, kind="briefing", reference_date=today)


TEMPLATE_OF_A_TYPE = REPOSITORY / "docs" / "document_type_template"
"""The package that a third party copies for a document type of its own."""


@pytest.fixture
def judgment_package(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The package of the template as pip would install it, on the path of this process."""
    site = tmp_path_factory.mktemp("site")
    project = tomllib.loads((TEMPLATE_OF_A_TYPE / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    shutil.copytree(TEMPLATE_OF_A_TYPE / "policyparse_judgment", site / "policyparse_judgment")
    register(site, project["name"], project["version"], project["entry-points"])
    monkeypatch.syspath_prepend(site)
    for name in [name for name in sys.modules if name.startswith("policyparse_judgment")]:
        monkeypatch.delitem(sys.modules, name)
    return site


def register(site: Path, name: str, version: str, entry_points: Mapping[str, Mapping[str, str]]) -> None:
    """Make a folder say that a package with entry points is installed in it."""
    information = site / f"{name.replace('-', '_')}-{version}.dist-info"
    information.mkdir()
    (information / "METADATA").write_text(
        f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n", encoding="utf-8"
    )
    lines = [
        line
        for group, entries in entry_points.items()
        for line in (f"[{group}]", *(f"{key} = {value}" for key, value in entries.items()))
    ]
    (information / "entry_points.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Adds the option that takes the list of known failures at its word."""
    parser.addoption("--strict-trials", action="store_true", help="fail where a known failure passes")


def source_name(source: Path | tuple[str, str]) -> str:
    """A short name of a file or of a construct that is made."""
    return source.relative_to(REPOSITORY.parent).as_posix() if isinstance(source, Path) else "/".join(source)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """`any_document` stands for each document at hand, `seed` for each of the five."""
    if "any_document" in metafunc.fixturenames:
        sources = [*documents(), *constructs()]
        metafunc.parametrize("any_document", sources, indirect=True, ids=map(source_name, sources))
    if "seed" in metafunc.fixturenames:
        seeds = sorted(REPOSITORY.glob("seeds/*.txt"))
        metafunc.parametrize("seed", seeds, ids=[path.stem for path in seeds])


@pytest.fixture
def any_document(request: pytest.FixtureRequest) -> tuple[str, policyparse.Document]:
    """Text and parse of one of the documents at hand."""
    return parsed(request.param)


@pytest.fixture(scope="session")
def repository() -> Path:
    """The root of the checkout."""
    return REPOSITORY


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with texts of others, which lies beside the checkout."""
    if not SHARED.is_dir():
        pytest.skip("needs the folder ../shared")
    return SHARED


@pytest.fixture(scope="session")
def gold(shared: Path) -> Path:
    """The folder of the gold cases and their scorer."""
    return shared / "gold"


@pytest.fixture
def decision_text() -> str:
    """The text of a small decision."""
    return DECISION


@pytest.fixture
def decision_file(tmp_path: Path) -> Path:
    """A file with a small decision."""
    path = tmp_path / "decision.txt"
    path.write_text(DECISION, encoding="utf-8")
    return path


REFERENCE = date(2024, 9, 25)


def page_of(body: str, title: str = "某地经济运行情况") -> Page:
    """A laid-out page."""
    return lay_out(RepairedText(SourceText(f"{title}\n\n{body}\n")), Diagnostics())


class Reading:
    """What a text says in numbers and plans."""

    def __init__(
        self, body: str, title: str, reference: date | None, issuer: str | None, outlets: tuple[str, ...]
    ) -> None:
        page = page_of(body, title)
        self.diagnostics = Diagnostics()
        self.text = page.text
        self.indicators: list[Draft] = parse_indicators(page, reference, self.diagnostics)
        self.plan = parse_plan(page, reference, self.diagnostics, issuer=issuer, outlets=outlets)

    @property
    def codes(self) -> list[str]:
        """Codes of the findings."""
        return [finding.code for finding in self.diagnostics.findings]

    @property
    def metrics(self) -> list[str]:
        """Metric, value and unit of each indicator, as one string."""
        return [f"{i['metric']} {i['value']}{i['unit']}" for i in self.indicators]

    @property
    def periods(self) -> list[str | None]:
        """Label of each indicator's period."""
        return [i["period"] and i["period"]["label"] for i in self.indicators]

    @property
    def kinds(self) -> list[str]:
        """Kind of each indicator."""
        return [i["kind"] for i in self.indicators]

    def names(self, what: str) -> list[str]:
        """Names of the chains, projects or initiatives of the plan."""
        return [item["name"] for item in self.plan[what]] if self.plan else []


@pytest.fixture(scope="session")
def page():
    """Lay out a body of text: `page(body, title=…)`."""
    return page_of


@pytest.fixture
def read_plan():
    """Read indicators and plan of a body of text: `read_plan(body, title=…, reference=…)`."""

    def reading(
        body: str,
        title: str = "某地经济运行情况",
        reference: date | None = REFERENCE,
        issuer: str | None = None,
        outlets: tuple[str, ...] = (),
    ) -> Reading:
        return Reading(body, title, reference, issuer, outlets)

    return reading
