import os
from functools import partial
from pathlib import Path

import pytest

from policyparse import PolicyParseError, UnreadableInput, batch
from policyparse.batch import Failure, Found, find_documents, for_each


def made(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("决定", encoding="utf-8")


def test_a_folder_is_searched_with_all_that_is_below(tmp_path: Path) -> None:
    made(tmp_path, "b.txt", "a.md", "c.pdf", "c.png", "x/d.TXT", "x/y/e.markdown", ".git/f.txt", ".g.txt", "x/.h/i.txt")
    assert [found.name.as_posix() for found in find_documents([tmp_path]) if isinstance(found, Found)] == [
        "a.md",
        "b.txt",
        "c.pdf",
        "x/d.TXT",
        "x/y/e.markdown",
    ]


def test_a_file_is_taken_as_it_is_and_once(tmp_path: Path) -> None:
    made(tmp_path, "a.dat", "b.txt")
    dat, missing = tmp_path / "a.dat", tmp_path / "no.txt"
    found = list(find_documents([dat, missing, tmp_path, tmp_path / "." / "a.dat", missing]))
    assert found == [
        Found(dat, Path("a.dat")),
        Found(missing, Path("no.txt")),
        Found(tmp_path / "b.txt", Path("b.txt")),
    ]


def test_a_folder_without_documents_is_a_failure(tmp_path: Path) -> None:
    made(tmp_path, "a.png")
    (failure,) = find_documents([tmp_path])
    assert isinstance(failure, Failure)
    assert str(failure).startswith(f"{tmp_path}: no document in this folder")


def test_a_folder_that_cannot_be_read_is_a_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made(tmp_path, "a.txt", "x/b.txt")
    scandir = os.scandir

    def refuse(path: str | Path) -> object:
        if Path(path).name == "x":
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    found, failure = find_documents([tmp_path])
    assert isinstance(found, Found)
    assert failure == Failure(tmp_path / "x", "the folder cannot be read; change its mode or owner")


def test_one_bad_file_does_not_stop_the_rest() -> None:
    def task(path: Path) -> str:
        if path.name == "bad":
            raise UnreadableInput("it is empty", path=str(path))
        if path.name == "worse":
            raise ZeroDivisionError("division by zero")
        return path.name

    first, second, third, last = for_each(task, [Path("a"), Path("bad"), Path("worse"), Path("b")])
    assert (first, last) == ("a", "b")
    assert second == Failure(Path("bad"), "it is empty")
    assert isinstance(third, Failure)
    assert "ZeroDivisionError: division by zero" in third.reason
    assert "report" in third.reason


def test_an_interrupt_is_not_swallowed() -> None:
    def task(path: Path) -> str:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        list(for_each(task, [Path("a")]))


@pytest.fixture
def tasks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> object:
    """A module that other processes can import too."""
    (tmp_path / "tasks_of_test_batch.py").write_text(
        "import os\n"
        "def name_of(path, mark=''):\n"
        "    if path.name == mark:\n"
        "        os._exit(9)\n"
        "    return path.name, os.getpid()\n",
        encoding="utf-8",
    )
    monkeypatch.syspath_prepend(str(tmp_path))
    import tasks_of_test_batch

    return tasks_of_test_batch


def test_processes_give_the_results_in_order(tasks: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batch, "CHUNK", 3)
    paths = [Path(str(i)) for i in range(10)]
    results = list(for_each(tasks.name_of, paths, jobs=2))  # type: ignore[attr-defined]
    assert [name for name, _ in results] == [path.name for path in paths]
    assert os.getpid() not in {process for _, process in results}


def test_a_process_that_dies_costs_one_document(tasks: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batch, "CHUNK", 2)
    paths = [Path(str(i)) for i in range(5)]
    results = list(for_each(partial(tasks.name_of, mark="2"), paths, jobs=2))  # type: ignore[attr-defined]
    names = [result.path.name + "!" if isinstance(result, Failure) else result[0] for result in results]
    assert names == ["0", "1", "2!", "3", "4"]


def test_few_documents_need_no_process(tasks: object) -> None:
    results = list(for_each(tasks.name_of, [Path("a")] * batch.CHUNK, jobs=8))  # type: ignore[attr-defined]
    assert {process for _, process in results} == {os.getpid()}


def test_a_reader_that_stops_early_stops_the_processes(tasks: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batch, "CHUNK", 2)
    results = for_each(tasks.name_of, [Path("a")] * 20, jobs=2)  # type: ignore[attr-defined]
    assert next(results)
    results.close()  # type: ignore[attr-defined]


def test_a_failure_is_no_error() -> None:
    assert not issubclass(Failure, PolicyParseError)
