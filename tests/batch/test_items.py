"""The documents of a corpus: in order, each once, none read before its turn."""

import gzip
import io
import json
import os
import sys
import zipfile
from pathlib import Path

import pytest

from policyparse.batch import Failure, Item, find_items


def made(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("决定", encoding="utf-8")


def places(*paths: Path) -> list[str]:
    return [item.place for item in find_items(paths) if isinstance(item, Item)]


def test_a_folder_is_searched_with_all_that_is_below(tmp_path: Path) -> None:
    made(tmp_path, "b.txt", "a.md", "c.exe", "x/d.TXT", "x/y/e.markdown", ".git/f.txt", ".g.txt", "x/.h/i.txt", "z.txt")
    assert places(tmp_path) == ["a.md", "b.txt", "x/d.TXT", "x/y/e.markdown", "z.txt"]


def test_a_file_is_taken_as_it_is_and_once(tmp_path: Path) -> None:
    made(tmp_path, "a.dat", "b.txt")
    dat = tmp_path / "a.dat"
    found = list(find_items([dat, tmp_path, tmp_path / "." / "a.dat", tmp_path / "b.txt"]))
    assert [(item.name, item.path) for item in found if isinstance(item, Item)] == [
        (str(dat), dat),
        (str(tmp_path / "b.txt"), tmp_path / "b.txt"),
    ]


@pytest.mark.parametrize(
    ("names", "reason"),
    [(["a.exe"], "no document in this folder"), (["no"], "no document in this folder")],
)
def test_a_folder_without_documents_is_a_failure(tmp_path: Path, names: list[str], reason: str) -> None:
    made(tmp_path, *names)
    (failure,) = find_items([tmp_path])
    assert isinstance(failure, Failure)
    assert str(failure).startswith(f"{tmp_path}: {reason}")


def test_what_is_not_there_or_no_file_is_a_failure(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    os.symlink(tmp_path / "loop.txt", tmp_path / "loop.txt")
    made(tmp_path, "a.txt")
    reasons = {f.name.rsplit("/", 1)[-1]: f.reason for f in find_items([tmp_path]) if isinstance(f, Failure)}
    assert "no regular file" in reasons["pipe.txt"]
    assert "cannot be read" in reasons["loop.txt"]
    (missing,) = find_items([tmp_path / "none.txt"])
    assert isinstance(missing, Failure)


def test_links_to_folders_are_not_followed(tmp_path: Path) -> None:
    made(tmp_path, "x/a.txt")
    (tmp_path / "x" / "again").symlink_to(tmp_path, target_is_directory=True)
    assert places(tmp_path) == ["x/a.txt"]


def test_a_folder_that_cannot_be_read_is_a_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made(tmp_path, "a.txt", "x/b.txt")
    scandir = os.scandir

    def refuse(path: str | Path) -> object:
        if Path(path).name == "x":
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    found, failure = find_items([tmp_path])
    assert isinstance(found, Item)
    assert failure == Failure(
        str(tmp_path / "x"), "the folder cannot be read (Permission denied); change its mode or owner"
    )


def test_the_members_of_an_archive(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        for name in ("b/二.txt", "a.txt", "c.exe", "d/", ".e.txt"):
            archive.writestr(name, f"决定{name}".encode())
    items = [item for item in find_items([tmp_path]) if isinstance(item, Item)]
    assert [item.place for item in items] == ["a.zip!a.txt", "a.zip!b/二.txt"]
    assert items[1].load() == "决定b/二.txt".encode()


def test_a_damaged_archive_is_a_failure(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(b"PK\x03\x04 no archive")
    (failure,) = find_items([tmp_path])
    assert isinstance(failure, Failure)
    assert "archive cannot be read" in failure.reason


LINES = [{"text": "决定一", "url": "u"}, {"content": "决定二"}, "决定三", {"id": 4}, [5]]


def test_json_lines(tmp_path: Path) -> None:
    text = "\n".join(json.dumps(line, ensure_ascii=False) for line in LINES) + "\n\nno json\n"
    (tmp_path / "a.jsonl").write_text(text, encoding="utf-8")
    (tmp_path / "b.jsonl.gz").write_bytes(gzip.compress(text.encode()))
    for file in ("a.jsonl", "b.jsonl.gz"):
        found = list(find_items([tmp_path / file]))
        assert [item.load() for item in found if isinstance(item, Item)] == ["决定一", "决定二", "决定三"]
        assert [f.name for f in found if isinstance(f, Failure)] == [f"{tmp_path / file}#{n}" for n in (4, 5, 7)]
        assert isinstance(found[0], Item)
        assert found[0].metadata == {"url": "u"}


def test_a_cut_gzip_is_a_failure(tmp_path: Path) -> None:
    whole = gzip.compress(b'{"text": "\xe5\x86\xb3"}\n' * 3)
    (tmp_path / "a.jsonl.gz").write_bytes(whole[:-12])
    assert isinstance(list(find_items([tmp_path]))[-1], Failure)


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO('{"text": "决定"}\n'.encode())))
    (item,) = find_items([Path("-")])
    assert isinstance(item, Item)
    assert (item.name, item.load()) == ("-#1", "决定")


def test_markup_in_a_line_is_a_page(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"html": "<p>决定</p>", "url": "u"}\n', encoding="utf-8")
    (item,) = find_items([tmp_path / "a.jsonl"])
    assert isinstance(item, Item)
    assert (item.load(), item.metadata) == ("<p>决定</p>".encode(), {"url": "u"})
