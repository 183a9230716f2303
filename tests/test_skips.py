"""Why a test is skipped: few reasons, each understood by a newcomer."""

import ast
from collections.abc import Iterator
from pathlib import Path

REASONS = {
    "needs the folder ../shared": "texts of others, which cannot be given away, lie beside the checkout",
    "needs an optional package": "an extra of pyproject.toml, or a tool that it is compared with, is not installed",
    "runs in .ci/full": "what needs modules of npm or a new installation is tried there",
    "needs a POSIX system": "terminals, signals and modes of files are those of POSIX",
}
"""The reasons, and what a newcomer should know about each."""


def reasons(path: Path) -> Iterator[tuple[str, str | None]]:
    """Each call in a file that skips a test, with its reason; None where it has none."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
            continue
        if node.func.attr in ("skipif", "importorskip"):
            given = next((key.value for key in node.keywords if key.arg == "reason"), None)
        elif node.func.attr == "skip" and isinstance(node.func.value, ast.Name) and node.func.value.id == "pytest":
            given = node.args[0] if node.args else None
        else:
            continue
        yield f"{path.name}:{node.lineno}", given.value if isinstance(given, ast.Constant) else None


def test_there_are_few_reasons_to_skip(repository: Path) -> None:
    found = {place: reason for path in (repository / "tests").rglob("*.py") for place, reason in reasons(path)}
    assert {place for place, reason in found.items() if reason is None} == set()
    assert len(set(found.values()) | REASONS.keys()) <= 5


def test_reasons_are_found(tmp_path: Path) -> None:
    path = tmp_path / "test_x.py"
    path.write_text(
        'pytest.skip("a")\npytest.importorskip("b")\n@pytest.mark.skipif(True, reason="c")\ndef test(): skip("d")\n',
        encoding="utf-8",
    )
    assert sorted(str(reason) for _, reason in reasons(path)) == ["None", "a", "c"]
