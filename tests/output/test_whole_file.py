import os
import stat
from pathlib import Path

import pytest

from policyparse.output.whole_file import write_whole


def test_folders_are_made_and_line_ends_kept(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "决定.json"
    write_whole(path, "一\n二\r\n")
    assert path.read_bytes() == "一\n二\r\n".encode()
    assert [p.name for p in path.parent.iterdir()] == ["决定.json"]


def test_what_stood_there_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    write_whole(path, "first, and longer")
    write_whole(path, "second")
    assert path.read_text(encoding="utf-8") == "second"


@pytest.mark.skipif(os.name != "posix", reason="needs a POSIX system")
def test_others_may_read_it_as_the_umask_says(tmp_path: Path) -> None:
    old = os.umask(0o022)
    try:
        write_whole(tmp_path / "a.json", "x")
    finally:
        os.umask(old)
    assert stat.S_IMODE((tmp_path / "a.json").stat().st_mode) == 0o644


def test_a_failure_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.json").mkdir()
    with pytest.raises(OSError, match=r"a\.json"):
        write_whole(tmp_path / "a.json", "x")
    assert [p.name for p in tmp_path.iterdir()] == ["a.json"]
