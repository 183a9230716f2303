"""Files, streams and signals as they come: one clear line, never a traceback, and nothing half written or left behind."""

import json
import os
import signal
import subprocess
import sys
import time
import unicodedata
from pathlib import Path
from xml.etree import ElementTree

import pytest

import policyparse

TEXT = (
    "某市人民代表大会常务委员会关于加强河道保护的决定\n（2023年5月25日某市第十七届人民代表大会常务委员会第三次会议通过）\n"
    "一、市人民政府应当\x1b[31m加\u202e强\x9b2J领导。\n二、本决定自2023年13月45日\u2066起施行。\n"
)
NAMES = [
    "a\x1b[2J.txt",
    "b\nc.txt",
    "d\u202ee.txt",
    'f"g<h>&.txt',
    "i j%20#?.txt",
    "k:l.txt",
    "::error::m.txt",
    "n\\o.txt",
    "中文.txt",
    "p\x9b.txt",
    "q\u2028.txt",
    os.fsdecode(b"r\xff.txt"),
]
HARMFUL = {"Cc", "Cf", "Cs", "Zl", "Zp"}
ENVIRONMENT = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path), "COLUMNS": "200"}
PROGRAM = [sys.executable, "-m", "policyparse"]


def shell(command: str, folder: Path, timeout: float = 60) -> subprocess.CompletedProcess[bytes]:
    """Run a shell line in which `pp` is policyparse."""
    script = f'pp() {{ "{sys.executable}" -m policyparse "$@"; }}; {command}'
    return subprocess.run(["bash", "-c", script], cwd=folder, env=ENVIRONMENT, capture_output=True, timeout=timeout)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of documents with names and texts that would drive a terminal or break a format."""
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "in").mkdir()
    for name in NAMES:
        (folder / "in" / name).write_text(TEXT, encoding="utf-8")
    (folder / "in" / "bad\x1b[31m\u202e.txt").write_text(" ", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("plain")
    (folder / "in").mkdir()
    for n in range(3):
        (folder / "in" / f"{n}.txt").write_text(TEXT.replace("河道", f"第{n}段河道"), encoding="utf-8")
    os.mkfifo(folder / "fifo.txt")
    os.symlink("loop.txt", folder / "loop.txt")
    os.symlink("/dev/zero", folder / "device.txt")
    return folder


def raw(written: bytes) -> list[str]:
    """The characters of an output that may not stand there."""
    text = written.decode("utf-8", "surrogateescape")
    return [c for c in text if c != "\n" and unicodedata.category(c) in HARMFUL]


COMMANDS = [
    "pp check in",
    "pp check in --format json",
    "pp check in --format github",
    "pp check in --format junit",
    "pp check in --format sarif",
    "pp check in --lang zh",
    "pp parse in --out out",
    "pp run in --into run2 --jobs 2",
    "pp clean --diff in/d*",
    "pp clean in/bad*",
    "pp diff in/a* in/d*",
    "pp diff in/a* in/b* in/d*",
    "pp explain $'\\x1b[31m\\xe2\\x80\\xae'",
    "pp parse $'none\\x1b[31m.txt'",
    "pp verify in/a* --against in",
]


@pytest.mark.parametrize("command", COMMANDS)
def test_nothing_raw_reaches_a_terminal(command: str, hostile: Path) -> None:
    done = shell(command, hostile)
    assert b"Traceback" not in done.stderr
    assert raw(done.stdout) == []
    assert raw(done.stderr) == []


def test_one_finding_is_one_line(hostile: Path) -> None:
    lines = shell("pp check in", hostile).stdout.decode().splitlines()
    found = json.loads(shell("pp check in --format json", hostile).stdout)
    assert len(lines) == len(found) > len(NAMES)
    commands = shell("pp check in --format github", hostile).stdout.decode().splitlines()
    assert len(commands) == len(found)
    assert all(line.startswith("::") for line in commands)


def test_formats_are_valid_for_any_name(hostile: Path) -> None:
    found = json.loads(shell("pp check in --format json", hostile).stdout)
    assert {Path(entry["file"]).name for entry in found} == set(NAMES)
    sarif = json.loads(shell("pp check in --format sarif", hostile).stdout)
    uris = [
        result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for result in sarif["runs"][0]["results"]
    ]
    assert len(set(uris)) == len(NAMES)
    assert all(uri.isascii() and not set(uri) & set(' "<>\\^`{}|') for uri in uris)
    junit = ElementTree.fromstring(shell("pp check in --format junit", hostile).stdout)
    assert len(junit.findall("testsuite")) == len(NAMES)


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs a POSIX system")
@pytest.mark.parametrize("command", ["parse in/1.txt", "check in", "explain", "--help"])
@pytest.mark.parametrize("where", ["> /dev/full", ">&-"])
def test_output_that_cannot_be_written_is_one_line(command: str, where: str, plain: Path) -> None:
    done = shell(f"pp {command} {where}", plain)
    assert done.returncode == 2
    said = done.stderr.decode().splitlines()
    assert said[-1].startswith("policyparse: standard output cannot be written")
    assert "Traceback" not in done.stderr.decode()


@pytest.mark.parametrize("command", ["parse in", "check in", "explain"])
def test_a_reader_that_goes_away(command: str, plain: Path) -> None:
    done = shell(f"pp {command} | true; exit ${{PIPESTATUS[0]}}", plain)
    assert done.returncode in (0, 1)
    assert b"Traceback" not in done.stderr
    assert b"Exception" not in done.stderr


def test_a_run_needs_no_streams(plain: Path) -> None:
    assert shell("pp run in --into closed <&- >&- 2>&-", plain).returncode == 0
    assert len(list((plain / "closed").glob("*.json"))) == 3
    assert all(json.loads(path.read_bytes()) for path in (plain / "closed").glob("*.json"))


@pytest.mark.parametrize(
    "command",
    [
        "parse fifo.txt loop.txt device.txt /dev/zero /dev/null",
        "check fifo.txt loop.txt device.txt",
        "clean fifo.txt",
        "clean device.txt",
        "clean loop.txt",
        "diff fifo.txt in/0.txt",
        "verify fifo.txt --against in",
        "run fifo.txt loop.txt device.txt --into special",
    ],
)
def test_what_is_no_file_is_refused_at_once(command: str, plain: Path) -> None:
    done = shell(f"pp {command}", plain, timeout=30)
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr
    assert b"no regular file" in done.stderr or b"symbolic links" in done.stderr


def test_the_library_refuses_a_pipe_too(plain: Path) -> None:
    with pytest.raises(policyparse.UnreadableInput, match="no regular file"):
        policyparse.parse(plain / "fifo.txt")


@pytest.mark.parametrize(
    ("command", "number"),
    [
        ("parse in --out out --jobs 2", signal.SIGTERM),
        ("run in --into out --jobs 2", signal.SIGTERM),
        ("run in --into out --jobs 2", signal.SIGKILL),
    ],
)
def test_no_process_outlives_a_command(command: str, number: signal.Signals, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for n in range(600):
        (tmp_path / "in" / f"{n}.txt").write_text(TEXT * 20, encoding="utf-8")
    process = subprocess.Popen(
        [*PROGRAM, *command.split()], cwd=tmp_path, env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    offspring = wait_for_offspring(process.pid)
    process.send_signal(number)
    said = process.communicate(timeout=30)[1]
    assert b"Traceback" not in said
    assert process.returncode == -signal.SIGKILL if number == signal.SIGKILL else process.returncode in (130, 143)
    deadline = time.monotonic() + 20
    while (left := [pid for pid in offspring if is_alive(pid)]) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert left == []
    if number == signal.SIGTERM:
        assert not list(tmp_path.rglob("*.part"))


def wait_for_offspring(pid: int) -> list[int]:
    """The processes below a process, as soon as two of them work."""
    deadline = time.monotonic() + 60
    found: list[int] = []
    while len(found) < 4 and time.monotonic() < deadline:  # the tracker of resources, the server, two workers
        parents = {}
        for stat in Path("/proc").glob("[0-9]*/stat"):
            try:
                parents[int(stat.parent.name)] = int(stat.read_text().rpartition(")")[2].split()[1])
            except (OSError, ValueError):
                continue
        children = [child for child, parent in parents.items() if parent == pid]
        found = children + [child for child, parent in parents.items() if parent in children]
        time.sleep(0.05)
    assert len(found) >= 4
    return found


def is_alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_nothing_is_written_through_a_link(plain: Path, tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_text("as before", encoding="utf-8")
    for name in (".out.jsonl.journal", ".out.jsonl.state"):
        link = tmp_path / name
        link.unlink(missing_ok=True)
        link.symlink_to(victim)
        done = shell(f"pp run in --into {tmp_path}/out.jsonl", plain)
        assert done.returncode == 2
        assert b"Traceback" not in done.stderr
        assert victim.read_text(encoding="utf-8") == "as before"
        link.unlink()
    (tmp_path / "0.json").symlink_to(victim)
    assert shell(f"pp parse in/0.txt --out {tmp_path}", plain).returncode == 0
    assert victim.read_text(encoding="utf-8") == "as before"
    assert not (tmp_path / "0.json").is_symlink()


def test_names_of_files_that_are_not_whole_cannot_be_guessed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from policyparse.output.whole_file import write_whole

    names: list[str] = []
    replace = os.replace

    def watched(path: str, target: Path) -> None:
        names.append(os.path.basename(path))
        replace(path, target)

    monkeypatch.setattr(os, "replace", watched)
    for _ in range(2):
        write_whole(tmp_path / "a.json", "{}")
    assert len(set(names)) == 2
    assert all(name.startswith(".") and len(name) > 16 and str(os.getpid()) not in name.split(".") for name in names)
