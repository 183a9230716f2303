"""What hostile files cost: each is read or ends as one `UnreadableInput`, within 2 s and 300 MB of a process.

The time is processor time, of the process with its start and of those that it starts,
so that a busy machine changes little.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[3] / "shared" / "files"
if not os.environ.get("POLICYPARSE_FULL"):
    pytest.skip("runs in .ci/full", allow_module_level=True)
if not SHARED.exists():
    pytest.skip("needs the folder ../shared", allow_module_level=True)

SECONDS = 2.0
"""Longest processor time of a process that reads one file, with its start, in seconds."""

MEBIBYTES = 300
"""Largest memory of that process or one that it starts, in MiB."""

READ = {
    "enc_owner.pdf",
    "entity.html",
    "gbk_declared_utf8.html",
    "html_as.doc",
    "lt_flood.html",
    "nul.html",
    "premature_close.html",
    "secret.txt",
    "unclosed_comment.html",
}
"""Files that are odd and harm nobody: they are read. So are the documents with numbering (`num_*.docx`)."""

REFUSED = {
    "bomb1g.docx": "unpacks to more than",
    "bomb1g.pdf": "as bombs do",
    "deep.docx": "as no document does",
    "empty.pdf": "empty",
    "enc_user.pdf": "password",
    "garbage.pdf": "truncated",
    "laughs.docx": "DOCTYPE",
    "loop.pdf": "1000000 pages",
    "million_glyphs.pdf": "as bombs do",
    "nested100k.html": "nests more than",
    "nested100k_span.html": "nests more than",
    "ole.docx": "save it as .docx",
    "trunc.docx": "truncated",
    "trunc.pdf": "truncated",
    "xxe.docx": "DOCTYPE",
}
"""Files that are refused, each with words of the reason."""

PROGRAM = """
import json, resource, sys
from pathlib import Path
import policyparse
given = {"limits": policyparse.Limits()} if sys.argv[2] == "limits" else {}
answer = {"text": "", "error": ""}
try:
    answer["text"] = policyparse.parse(Path(sys.argv[1]), with_text=True, **given).text[:100]
except policyparse.UnknownKind:
    pass
except policyparse.UnreadableInput as error:
    answer["error"] = str(error)
used = [resource.getrusage(user) for user in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
answer["seconds"] = sum(one.ru_utime + one.ru_stime for one in used)
answer["memory"] = max(one.ru_maxrss for one in used) / 1024
print(json.dumps(answer))
"""


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the hostile files, made from a PDF document of the shared folder."""
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "files" / "pdf").mkdir(parents=True)
    (folder / "files" / "pdf" / "民营经济.pdf").write_bytes((SHARED / "pdf-01.pdf").read_bytes())
    subprocess.run([sys.executable, str(SHARED / "make_hostile.py")], cwd=folder, check=True, timeout=120)
    return folder / "host"


def test_every_file_of_the_maker_is_expected(host: Path) -> None:
    made = {path.name for path in host.iterdir() if not path.name.startswith("num_")}
    assert made == READ | REFUSED.keys()


@pytest.mark.parametrize("limits", ["limits", "none"])
def test_each_file_ends_soon_in_little_memory(host: Path, limits: str) -> None:
    beyond = []
    for path in sorted(host.iterdir()):
        done = subprocess.run(
            [sys.executable, "-c", PROGRAM, str(path), limits], capture_output=True, text=True, check=True, timeout=60
        )
        answer = json.loads(done.stdout)
        error = answer["error"]
        if path.name in REFUSED:
            right = error.startswith(f"{path}: ") and REFUSED[path.name] in error and "\n" not in error
        else:
            right = error == "" and "SECRET" not in answer["text"]
        told = f"{path.name}: {answer['seconds']:.2f} s, {answer['memory']:.0f} MiB, {error or 'read'}"
        print(told)
        if not right or done.stderr or answer["seconds"] > SECONDS or answer["memory"] > MEBIBYTES:
            beyond.append(told)
    assert beyond == []


def test_the_command_line_tells_each_refusal_in_one_line(host: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "policyparse",
            "parse",
            *map(str, sorted(host.iterdir())),
            "--out",
            str(tmp_path / "out"),
        ],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert "Traceback" not in done.stderr
    for name in REFUSED:
        assert sum(str(host / name) in line for line in done.stderr.splitlines()) == 1, name
