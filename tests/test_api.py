import gc
import json
import subprocess
import sys
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path

import pytest

import policyparse
from policyparse import UnknownKind, UnreadableInput


def test_a_text_its_bytes_its_file_and_its_source_give_the_same(decision_file: Path) -> None:
    text = decision_file.read_text(encoding="utf-8")
    document = policyparse.parse(text)
    assert document.source_digest is None
    data = text.encode("gb18030")
    for given in (text.encode(), data, decision_file, policyparse.read(decision_file)):
        parsed = policyparse.parse(given)
        read_from = data if given is data else text.encode()
        assert parsed.source_digest == "sha256:" + sha256(read_from).hexdigest()
        assert parsed.model_copy(update={"source_digest": None}) == document


@pytest.mark.parametrize(
    ("kind", "model"),
    [
        ("decision", policyparse.Decision),
        ("meeting", policyparse.Meeting),
        ("briefing", policyparse.NewsBriefing),
    ],
)
def test_a_kind_can_be_forced(decision_text: str, kind: str, model: type[policyparse.Document]) -> None:
    document = policyparse.parse(decision_text, kind=kind)
    assert type(document) is model
    assert document.kind == kind


def test_a_kind_that_does_not_exist_is_refused(decision_text: str) -> None:
    with pytest.raises(UnknownKind, match="decision, official_document, meeting, briefing"):
        policyparse.parse(decision_text, kind="law")
    with pytest.raises(UnknownKind, match="'law'"):
        policyparse.json_schema("law")


def test_where_no_kind_fits_the_scores_are_told(monkeypatch: pytest.MonkeyPatch, decision_text: str) -> None:
    monkeypatch.setattr(policyparse.api, "FIT", 1.1)
    with pytest.raises(UnknownKind, match="no kind fits") as caught:
        policyparse.parse(decision_text)
    assert list(caught.value.scores) == ["decision", "official_document", "meeting", "briefing"]
    assert all(0 <= score <= 1 for score in caught.value.scores.values())


@pytest.mark.parametrize("text", ["", " \n\u3000", "\ufeff", "……。"], ids=["empty", "blank", "mark", "punctuation"])
@pytest.mark.parametrize("as_bytes", [False, True], ids=["str", "bytes"])
def test_an_empty_document_is_refused(text: str, as_bytes: bool) -> None:
    with pytest.raises(UnreadableInput, match="empty"):
        policyparse.parse(text.encode() if as_bytes else text)


@pytest.mark.parametrize("document", [None, 3, ["决定"], bytearray(b"x")])
def test_a_document_of_another_type_is_refused(document: object) -> None:
    with pytest.raises(TypeError, match="document must be"):
        policyparse.parse(document)  # type: ignore[arg-type]


def test_a_reference_date_is_a_date(decision_text: str) -> None:
    on_the_day = policyparse.parse(decision_text, reference_date=date(2024, 2, 7))
    assert policyparse.parse(decision_text, reference_date=datetime(2024, 2, 7, 23, 59)) == on_the_day
    with pytest.raises(TypeError, match="reference_date must be"):
        policyparse.parse(decision_text, reference_date="2024-02-07")  # type: ignore[arg-type]


def test_a_lone_surrogate_stops_neither_parse_nor_json(decision_text: str) -> None:
    document = policyparse.parse(decision_text.replace("垃圾", "垃\udce5"))
    assert "垃\ufffd" in document.model_dump_json()


def test_a_document_says_of_what_text_it_is(decision_text: str) -> None:
    assert policyparse.parse(decision_text).digest != policyparse.parse(decision_text + " ").digest


ODD = {
    "two_characters": "决定",
    "digit": "3",
    "greeting": "你好，世界。",
    "english": "hello world",
    "label": "第一条",
    "open_quotation": "“他说",
    "open_brackets": "（" * 2000 + "一",
    "closing_marks": "”" * 50 + "第" * 50 + "条",
    "labels": "一、" * 500,
    "same_article": "\n".join(["第九条 应当"] * 300),
    "verbs": "会议指出，" * 400,
    "opened_speech": "说：“" * 400,
    "percent_signs": "%" * 500 + "年月日",
    "open_titles": "《" * 3000 + "法",
    "no_such_date": "2024年13月45日",
}


@pytest.mark.parametrize("text", ODD.values(), ids=ODD)
def test_odd_texts_give_a_document_or_no_kind(text: str) -> None:
    for kind in (None, "decision", "official_document", "meeting", "briefing"):
        try:
            document = policyparse.parse(text, kind=kind)
        except UnknownKind:
            assert kind is None
        else:
            assert json.loads(document.model_dump_json())["kind"] in (
                "decision",
                "official_document",
                "meeting",
                "briefing",
            )


def test_the_public_names_are_there() -> None:
    assert {*policyparse.__all__} == {*policyparse._HOMES, "__version__"}
    assert {*policyparse.__all__} <= {*dir(policyparse)}
    for name in policyparse.__all__:
        assert getattr(policyparse, name) is not None
    with pytest.raises(AttributeError, match="prase"):
        policyparse.prase  # type: ignore[attr-defined]  # noqa: B018


def loaded_after(statement: str) -> set[str]:
    """The packages that a fresh interpreter has loaded after a statement."""
    program = f"import sys; {statement}; print(*{{name.split('.')[0] for name in sys.modules}})"
    return set(
        subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.split()
    )


def test_the_import_loads_no_dependency() -> None:
    assert {"pydantic", "regex"}.isdisjoint(loaded_after("import policyparse"))


def test_no_public_name_loads_what_is_heavy() -> None:
    heavy = {"jieba", "rjieba", "dateparser", "typer", "click", "rich", "lxml", "opencc", "multiprocessing", "unittest"}
    assert heavy.isdisjoint(loaded_after("from policyparse import *"))


def test_a_parse_is_the_same_in_another_process(decision_file: Path) -> None:
    program = "import sys, pathlib, policyparse; print(policyparse.parse(pathlib.Path(sys.argv[1])).model_dump_json())"
    seeds = ("0", "1")
    outputs = {
        subprocess.run(
            [sys.executable, "-X", "utf8", "-c", program, str(decision_file)],
            capture_output=True,
            check=True,
            env={"PYTHONHASHSEED": seed},
        ).stdout
        for seed in seeds
    }
    assert len(outputs) == 1


@pytest.mark.parametrize("collecting", [True, False], ids=["on", "off"])
def test_parse_leaves_garbage_collection_as_it_was(collecting: bool) -> None:
    before = gc.isenabled()
    try:
        (gc.enable if collecting else gc.disable)()
        policyparse.parse("某市召开会议，研究部署有关工作，要求各部门抓好落实。", kind="briefing")
        assert gc.isenabled() is collecting
    finally:
        (gc.enable if before else gc.disable)()


def test_parse_leaves_nothing_to_the_garbage_collector(decision_text: str) -> None:
    policyparse.parse(decision_text)
    gc.collect()
    gc.disable()
    try:
        policyparse.parse(decision_text)
        assert gc.collect() == 0
    finally:
        gc.enable()


def test_who_parses_text_loads_no_reader_of_files() -> None:
    program = (
        "import sys, policyparse\n"
        "policyparse.parse('某市公园管理办法\\n第一条 为了加强管理，制定本办法。\\n第二条 本办法自2024年3月1日起施行。')\n"
        "policyparse.read(b'\\xe5\\x86\\xb3\\xe5\\xae\\x9a')\n"
        "names = ('selectolax', 'pypdfium2', 'lxml', 'xml.etree', 'xml.parsers')\n"
        "readers = [f'policyparse.source.formats.{name}' for name in ('html', 'pdf', 'docx', 'ofd', 'package', 'printed')]\n"
        "print([name for name in sys.modules if name.startswith((*names, *readers))])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_every_public_name_is_there_and_told() -> None:
    for name in policyparse.__all__:
        value = getattr(policyparse, name)
        assert name.startswith("__") or (value.__doc__ or "").strip(), name
