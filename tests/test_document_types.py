"""Document types and readers of others: they take part where they are named, and what is wrong with one is said."""

import dataclasses
import inspect
from pathlib import Path
from typing import Any, Literal

import pytest
from pydantic import Field
from typer.testing import CliRunner

import policyparse
from conftest import DECISION, REPOSITORY, register
from policyparse import Document, DocumentType, FileReader, UnknownKind, UnusableExtension
from policyparse.batch.rules import rules_of
from policyparse.cli import app
from policyparse.output.tables import columns
from policyparse.output.validation import check_result, read_result
from policyparse.page.reading import read_front_matter
from policyparse.registry import DOCUMENT_TYPES, document_types

JUDGMENT = (REPOSITORY / "docs" / "examples" / "judgment.txt").read_text(encoding="utf-8")


VERSE = "春晓\n春眠不觉晓，处处闻啼鸟。\n夜来风雨声，花落知多少。\n"


class Poem(Document):
    """A poem (诗)."""

    kind: Literal["poem"] = Field(default="poem", description="Document type (文种).")
    lines: int = Field(description="Number of lines (行数).")


def read_lines(reading: policyparse.Reading) -> None:
    """How many lines it has."""
    reading.draft["lines"] = len(reading.page.blocks)


POEM = DocumentType(kind="poem", model=Poem, score=lambda page: 1.0, readers=(read_front_matter, read_lines))


def changed(**values: Any) -> DocumentType[Any]:
    return dataclasses.replace(POEM, **values)


def test_ours_come_first_and_one_that_is_named_twice_is_taken_once() -> None:
    assert document_types([POEM, "decision", POEM]) == (*DOCUMENT_TYPES, POEM)


@pytest.mark.parametrize("document_type", DOCUMENT_TYPES, ids=lambda one: one.kind)
def test_a_recipe_is_a_tuple_of_readers_with_one_signature(document_type: DocumentType[Any]) -> None:
    assert len(document_type.readers) >= 7
    for read in document_type.readers:
        assert list(inspect.signature(read).parameters) == ["reading"]
        assert inspect.signature(read).return_annotation is None
        assert read.__name__.startswith("read_")
        assert read.__doc__


def test_a_type_takes_part_where_it_is_named() -> None:
    document = policyparse.parse(VERSE, types=[POEM])
    assert isinstance(document, Poem)
    assert document.lines == 3
    assert policyparse.parse(VERSE, kind=POEM).model_copy(update={"diagnostics": document.diagnostics}) == document
    assert policyparse.parse(VERSE, kind="poem", types=[POEM]).kind == "poem"
    assert policyparse.parse(VERSE).kind == "briefing"
    assert policyparse.parse(DECISION).kind == "decision"
    assert policyparse.parse(DECISION, types=[POEM], kind="decision") == policyparse.parse(DECISION)


def test_a_kind_may_be_the_type_of_ours() -> None:
    assert policyparse.parse(DECISION, kind=DOCUMENT_TYPES[3]).kind == "briefing"


@pytest.mark.usefixtures("judgment_package")
def test_what_is_installed_takes_part_by_name_alone() -> None:
    assert policyparse.parse(JUDGMENT).kind == "briefing"
    assert policyparse.parse(JUDGMENT, types=["judgment"]).kind == "judgment"
    assert policyparse.parse(JUDGMENT, kind="judgment").kind == "judgment"


WRONG = {
    "kind": (changed(kind="A poem"), "small letters"),
    "kind_of_all": (changed(kind="document"), "small letters"),
    "model": (changed(model=dict), "extend policyparse.Document"),
    "other_kind": (changed(kind="song"), 'Literal\\["song"\\]'),
    "readers": (changed(readers=()), "no readers"),
    "taken": (changed(kind="decision", model=policyparse.Decision), "taken twice"),
}


@pytest.mark.parametrize(("wrong", "message"), WRONG.values(), ids=WRONG)
def test_a_type_that_does_not_fit_is_refused(wrong: DocumentType[Any], message: str) -> None:
    with pytest.raises(UnusableExtension, match=message):
        policyparse.parse(DECISION, types=[wrong])


def test_two_types_of_one_kind_are_refused() -> None:
    with pytest.raises(UnusableExtension, match="'poem' is taken twice"):
        policyparse.parse(DECISION, types=[POEM, changed(score=lambda page: 0.0)])


def test_a_draft_that_the_model_does_not_take_is_said() -> None:
    with pytest.raises(UnusableExtension, match=r"'poem' built .*\(/lines: Field required\)"):
        policyparse.parse(VERSE, types=[changed(readers=(read_front_matter,))])


@pytest.mark.parametrize("types", ["poem", POEM, [3], [None]], ids=["name", "type", "number", "none"])
def test_types_are_a_list_of_names_and_types(types: Any) -> None:
    with pytest.raises(TypeError, match=r"types must be a list|named by a str"):
        policyparse.parse(DECISION, types=types)


@pytest.mark.usefixtures("judgment_package")
def test_a_name_that_nobody_registers_lists_those_that_are() -> None:
    known = "decision, official_document, meeting, briefing, judgment"
    for wanted in ({"types": ["poems"]}, {"kind": "poems"}):
        with pytest.raises(UnknownKind, match=f"'poems'; choose one of {known}"):
            policyparse.parse(DECISION, **wanted)


BROKEN = {
    "module": ("no_such_module_here:TYPE", "cannot be imported .*No module named"),
    "name": ("policyparse.registry:NOTHING", "cannot be imported .*NOTHING"),
    "object": ("policyparse.model.kinds:KINDS", "is tuple, not DocumentType"),
    "kind": ("policyparse.registry:DECISION", "is the document type 'decision'; register it"),
}


@pytest.mark.parametrize(("value", "message"), BROKEN.values(), ids=BROKEN)
def test_a_broken_registration_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, value: str, message: str
) -> None:
    register(tmp_path, "policyparse-poem", "1.0", {"policyparse.document_types": {"poem": value}})
    monkeypatch.syspath_prepend(tmp_path)
    assert policyparse.parse(DECISION).kind == "decision"
    with pytest.raises(UnusableExtension, match=f"'poem'.*{message}"):
        policyparse.parse(DECISION, types=["poem"])
    result = CliRunner().invoke(app, ["check", str(REPOSITORY / "docs/examples/judgment.txt"), "--type", "poem"])
    assert result.exit_code == 2
    assert "'poem'" in result.stderr


def test_a_name_of_two_packages_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("policyparse-poem", "policyparse-song"):
        register(tmp_path, name, "1.0", {"policyparse.document_types": {"poem": f"{name.replace('-', '_')}:T"}})
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(UnusableExtension, match=r"two packages \(policyparse-poem 1.0, policyparse-song 1.0\)"):
        policyparse.parse(DECISION, types=["poem"])


def test_a_result_comes_back_where_its_type_is_named() -> None:
    document = policyparse.parse(VERSE, types=[POEM], with_text=True)
    json = document.model_dump_json()
    assert read_result(json, [Poem]) == document
    assert check_result(json, None, [Poem]) == (document, [])
    assert check_result(policyparse.parse(DECISION, with_text=True).model_dump_json(), None, [Poem])[1] == []
    with pytest.raises(policyparse.PolicyParseError, match=r"kind 'poem'.*--type"):
        read_result(json)


def test_the_schema_has_a_type_that_is_named() -> None:
    schema = policyparse.json_schema("poem", [POEM])
    assert schema["properties"]["lines"] == {"description": "Number of lines (行数).", "type": "integer"}
    assert {"$ref": "#/$defs/Poem"} in policyparse.json_schema("document", [POEM])["oneOf"]
    assert "Poem" not in policyparse.json_schema("document")["$defs"]


def test_a_model_that_is_called_like_one_of_ours_is_refused() -> None:
    class Statement(Poem):
        """A poem."""

        __module__ = "elsewhere"
        kind: Literal["verse"] = "verse"  # type: ignore[assignment]

    verse = changed(kind="verse", model=Statement)
    with pytest.raises(UnusableExtension, match="two models are named Statement"):
        policyparse.json_schema("document", [verse])


def test_a_page_shows_what_a_type_found() -> None:
    document = policyparse.parse(VERSE, types=[POEM], with_text=True)
    assert "lines" in document._repr_html_()
    assert "春眠不觉晓" in policyparse.review(document)


@pytest.mark.usefixtures("judgment_package")
def test_what_a_type_found_is_in_tables_and_chunks() -> None:
    document = policyparse.parse(JUDGMENT, types=["judgment"], with_text=True)
    tables = policyparse.rows([document])
    assert [(row["kind"], row["title"]) for row in tables["documents"]] == [("judgment", "民事判决书")]
    found = [(row["pointer"], row["field"], row["quote"]) for row in tables["extensions"]]
    assert found[:2] == [
        ("/case_number", "case_number", "（2023）江0102民初123号"),
        ("/parties/0", "parties", "原告：陈某"),
    ]
    assert len(found) == 5
    assert '"name":"陈某"' in tables["extensions"][1]["value"]
    assert tables["extensions"][1].keys() == columns("extensions").keys()
    assert "".join(chunk.text for chunk in policyparse.chunks(document)).startswith("原告：陈某")
    with pytest.raises(ValueError, match="text of a judgment is needed"):
        policyparse.chunks(document.model_copy(update={"text": None}))


@pytest.mark.usefixtures("judgment_package")
def test_a_store_gives_back_what_its_types_are_named_for(tmp_path: Path) -> None:
    path = tmp_path / "store.duckdb"
    document = policyparse.parse(JUDGMENT, types=["judgment"], with_text=True)
    with policyparse.Store(path) as store:
        store.load([document])
        asked = "SELECT value->>'name' AS name FROM extensions WHERE field = 'parties' ORDER BY pointer"
        assert [row["name"] for row in store.query(asked)] == ["陈某", "某商贸有限公司"]
        with pytest.raises(policyparse.PolicyParseError, match="kind 'judgment'"):
            list(store.documents())
    with policyparse.Store(path, types=["judgment"]) as store:
        assert list(store.documents()) == [document]


CSV = FileReader(name="rows", endings=(".rows",), read=lambda data: data.decode().replace(";", "\n"))
ROWS = DECISION.strip().replace("\n", ";").encode()


def test_a_reader_takes_part_where_it_is_named(tmp_path: Path) -> None:
    path = tmp_path / "决定.rows"
    path.write_bytes(ROWS)
    assert policyparse.read(path, readers=[CSV]).text == DECISION.strip()
    assert policyparse.read(path).text == ROWS.decode()
    document = policyparse.parse(path, readers=[CSV])
    assert document.kind == "decision"
    assert (document.produced_by or "").endswith(", rows")


def test_a_reader_goes_by_the_name_of_the_file_then_by_its_bytes() -> None:
    by_bytes = dataclasses.replace(CSV, endings=(), recognises=lambda data: b";" in data)
    assert policyparse.read(ROWS, readers=[CSV]).format == "plain"
    assert policyparse.read(ROWS, readers=[by_bytes]).format == "rows"


def fails(data: bytes) -> str:
    raise ValueError("no row")


@pytest.mark.parametrize(
    ("read", "error", "message"),
    [
        (fails, policyparse.UnreadableInput, r"'rows' failed on it \(ValueError: no row\)"),
        (lambda data: 3, UnusableExtension, "gives int and no text"),
        (lambda data: "", policyparse.UnreadableInput, "empty"),
    ],
    ids=["raises", "no_text", "empty"],
)
def test_a_reader_that_fails_is_said(read: Any, error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        policyparse.read(ROWS, readers=[FileReader("rows", (), read, lambda data: True)])


def test_a_reader_that_nobody_registers_is_said() -> None:
    with pytest.raises(UnusableExtension, match=r"no reader 'odt' \(policyparse.readers: "):
        policyparse.read(ROWS, readers=["odt"])
    with pytest.raises(TypeError, match="readers must be a list"):
        policyparse.read(ROWS, readers="odt")


@pytest.mark.usefixtures("judgment_package")
def test_the_configuration_names_types_and_readers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("policyparse.toml").write_text(
        'types = ["judgment"]\nreaders = ["eml"]\nmin-fields = ["case_number"]\nignore = ["PP203"]\n', encoding="utf-8"
    )
    Path("a.txt").write_text(JUDGMENT.replace("（2023）江0102民初123号\n", ""), encoding="utf-8")
    Path("b.eml").write_text(f"Subject: 1\nContent-Type: text/plain; charset=utf-8\n\n{JUDGMENT}", encoding="utf-8")
    checked = CliRunner().invoke(app, ["check"])
    assert [line.split(": ", 1)[1].split(" ")[0] for line in checked.stdout.splitlines()] == ["PP403", "PP705"]
    parsed = CliRunner().invoke(app, ["parse", ".", "--compact"])
    assert parsed.stdout.count('"kind":"judgment"') == 2
    corpus = CliRunner().invoke(app, ["run", ".", "--into", "out", "--jobs", "2"])
    assert "2 judgment" in corpus.stderr
    assert CliRunner().invoke(app, ["diff", "out/b.eml.json", "b.eml"]).exit_code == 0


def test_the_rules_of_a_run_change_with_the_package(judgment_package: Path) -> None:
    options = {"types": ["judgment"], "readers": []}
    before = rules_of("json", options)
    assert "policyparse-judgment 0.1.0" in before
    assert rules_of("json", {}) in before.replace(before[before.index(" {") :], " {}")
    recipe = judgment_package / "policyparse_judgment" / "recipe.py"
    recipe.write_text(recipe.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    assert rules_of("json", options) != before
