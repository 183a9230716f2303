"""Files that were cut or changed on their way: each is read or refused, and none ends in another error."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import policyparse
from policyparse import SourceText, UnreadableInput

EXAMPLES = Path(__file__).resolve().parents[3] / "examples"
NAMES = ("notice.html", "regulation.docx", "decision.pdf", "meeting.ofd")
DATA = {name: (EXAMPLES / name).read_bytes() for name in NAMES}
OFTEN = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def attempt(document: bytes | Path) -> SourceText | UnreadableInput:
    try:
        return policyparse.read(document)
    except UnreadableInput as error:
        return error


def read_or_refused(data: bytes) -> None:
    source = attempt(data)
    if isinstance(source, UnreadableInput):
        assert re.search(r"; \S|\(OCR\)|pip install", source.message), f"no remedy in {source.message!r}"
        return
    assert source.text
    previous = -1
    for block in source.blocks:
        assert previous < block.start < block.end <= len(source.text)
        assert block.start == previous + 1
        assert "\n" not in source.text[block.start : block.end]
        assert source.place(block)
        previous = block.end


@pytest.mark.parametrize("name", NAMES)
@given(st.data())
@OFTEN
def test_files_that_are_cut(name: str, data: st.DataObject) -> None:
    read_or_refused(DATA[name][: data.draw(st.integers(0, len(DATA[name])))])


@pytest.mark.parametrize("name", NAMES)
@given(st.data())
@OFTEN
def test_files_with_other_bytes(name: str, data: st.DataObject) -> None:
    changed = bytearray(DATA[name])
    for _ in range(data.draw(st.integers(1, 12))):
        changed[data.draw(st.integers(0, len(changed) - 1))] = data.draw(st.integers(0, 255))
    read_or_refused(bytes(changed))


TAGS = re.compile(r"<[^<>]*>|[^<>]+")


@pytest.mark.parametrize("part", ["word/document.xml", "word/numbering.xml", "word/_rels/document.xml.rels"])
@given(st.data())
@OFTEN
def test_documents_of_word_with_other_markup(
    part: str, make_zip: Callable[..., bytes], unzip: Callable[[bytes], dict[str, bytes]], data: st.DataObject
) -> None:
    """Parts whose XML is well formed, with attributes and elements that mean nothing."""
    members = unzip(DATA["regulation.docx"])
    pieces = TAGS.findall(members[part].decode())
    for _ in range(data.draw(st.integers(1, 4))):
        i = data.draw(st.integers(0, len(pieces) - 1))
        value = data.draw(st.sampled_from(["", "-1", "0", "99999999999", "x", "１２", "第%1%2条", "bullet", "rId1"]))
        kind = data.draw(st.sampled_from(["value", "drop", "name"]))
        if kind == "value":
            pieces[i] = re.sub(r'="[^"]*"', f'="{value}"', pieces[i], count=1)
        elif kind == "drop" and pieces[i].endswith("/>"):
            pieces[i] = ""
        elif kind == "name" and pieces[i].endswith("/>"):
            pieces[i] = re.sub(
                r"w:\w+", data.draw(st.sampled_from(["w:tbl", "w:tc", "w:p", "w:numPr"])), pieces[i], count=1
            )
    read_or_refused(make_zip({**members, part: "".join(pieces)}))


@pytest.mark.parametrize("name", ["notice.html", "meeting.ofd"])
@given(st.binary(max_size=300))
@OFTEN
def test_any_bytes_by_any_name(tmp_path: Path, name: str, data: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    result = attempt(path)
    assert result.text if isinstance(result, SourceText) else str(result).startswith(str(path))
