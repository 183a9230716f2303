"""The documents of a corpus: in order, each once, none read before its turn."""

import gzip
import io
import json
import os
import sys
import time
import zipfile
from pathlib import Path
from typing import Any

import pytest

import policyparse
from policyparse.batch import Failure, Item, find_items, listing


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


def test_a_pattern_matches_below_its_folder(tmp_path: Path) -> None:
    made(tmp_path, "a/2024-1.txt", "a/2023-2.txt", "a/b/2024-3.txt", "c/2024-4.log", "a/.d/2024-5.txt", "2024-6.txt")
    assert places(tmp_path / "**" / "2024-*") == ["2024-6.txt", "a/2024-1.txt", "a/b/2024-3.txt"]
    assert places(tmp_path / "*" / "2024-?.txt") == ["a/2024-1.txt"]
    assert places(tmp_path / "a" / "**") == ["2023-2.txt", "2024-1.txt", "b/2024-3.txt"]
    assert places(tmp_path / "*" / "*.log") == ["c/2024-4.log"]
    (failure,) = find_items([tmp_path / "x*"])
    assert isinstance(failure, Failure)
    assert "no document matches this pattern" in failure.reason


def test_a_file_with_the_name_of_a_pattern_is_that_file(tmp_path: Path) -> None:
    made(tmp_path, "a[1].txt", "a1.txt")
    assert places(tmp_path / "a[1].txt") == ["a[1].txt"]


def test_a_folder_of_many_names_is_sorted_on_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names = [f"{n * 7919 % 1000:03}.txt" for n in range(50)]
    made(tmp_path, *names)
    monkeypatch.setattr(listing, "NAMES_AT_ONCE", 7)
    monkeypatch.setattr(listing, "NAMES_READ_BACK", 2)
    assert places(tmp_path) == sorted(names)


def test_folders_may_lie_deep(tmp_path: Path) -> None:
    deep = tmp_path
    for _ in range(400):
        deep = deep / "d"
        deep.mkdir()
    (deep / "a.txt").write_text("决定", encoding="utf-8")
    assert places(tmp_path) == ["d/" * 400 + "a.txt"]


def test_what_is_left_out(tmp_path: Path) -> None:
    made(tmp_path, "a.txt", "out/manifest.jsonl", "out/b.txt", "out.jsonl")
    found = find_items([tmp_path], without=[tmp_path / "out", tmp_path / "out.jsonl"])
    assert [item.place for item in found if isinstance(item, Item)] == ["a.txt"]


def test_places_tell_paths_apart(tmp_path: Path) -> None:
    made(tmp_path, "a/x.txt", "b/x.txt", "b/c/x.txt")
    found = find_items([tmp_path / "a", tmp_path / "b" / "x.txt", tmp_path / "b" / "*" / "*.txt"], apart=True)
    assert [item.place for item in found if isinstance(item, Item)] == ["a/x.txt", "b/x.txt", "b/c/x.txt"]
    alone = find_items([tmp_path / "b"], apart=True)
    assert [item.place for item in alone if isinstance(item, Item)] == ["c/x.txt", "x.txt"]


def test_twelve_thousand_paths_are_compared_in_linear_time(tmp_path: Path) -> None:
    paths = [tmp_path / f"{n}.txt" for n in range(3_000)]
    started = time.process_time()
    assert len(list(find_items(paths))) == 3_000
    assert time.process_time() - started < 2


def test_an_archive_is_opened_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        for n in range(20):
            archive.writestr(f"{n}.txt", f"决定{n}".encode())
    items = [item for item in find_items([tmp_path / "a.zip"]) if isinstance(item, Item)]
    opened = 0
    whole = zipfile.ZipFile.__init__

    def counted(self: zipfile.ZipFile, *arguments: Any, **others: Any) -> None:
        nonlocal opened
        opened += 1
        whole(self, *arguments, **others)

    monkeypatch.setattr(zipfile.ZipFile, "__init__", counted)
    assert len({item.load() for item in items}) == 20
    assert opened == 1


def test_two_members_of_one_name(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("a.txt", "决定一")
        with pytest.warns(UserWarning, match="Duplicate name"):
            archive.writestr("a.txt", "决定二")
    item, failure = find_items([tmp_path / "a.zip"])
    assert isinstance(item, Item)
    assert isinstance(failure, Failure)
    assert "another member of this name" in failure.reason


def test_a_member_that_is_damaged_is_an_error_of_policyparse(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", "决定" * 1000)
    data = bytearray((tmp_path / "a.zip").read_bytes())
    data[45:60] = b"\xff" * 15
    (tmp_path / "a.zip").write_bytes(data)
    (item,) = find_items([tmp_path / "a.zip"])
    assert isinstance(item, Item)
    with pytest.raises(policyparse.UnreadableInput, match="cannot be taken out"):
        item.load()


def test_what_a_line_says_of_its_document() -> None:
    said = Item("a", "a", text="决定", metadata={"published_at": "2024-05-01", "url": "u", "id": 7}).known()
    assert said is not None
    assert (str(said.published_at)[:10], said.url) == ("2024-05-01", "u")
    assert Item("a", "a", text="决定", metadata={"id": 7}).known() is None
    with pytest.raises(policyparse.UnreadableInput, match="published_at"):
        Item("a", "a", text="决定", metadata={"published_at": "once"}).known()
