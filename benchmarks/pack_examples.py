"""Sets the examples of `pattern(...)` calls in full lines: as many in a tuple as the line takes.

    python benchmarks/pack_examples.py FILE [FILE …]

Chinese characters are two columns wide; `ruff format` leaves what comes out as it is.
"""

import ast
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path

WIDTH = 118
SIMPLE = (ast.Constant, ast.Tuple, ast.JoinedStr, ast.BinOp)


def width(text: str) -> int:
    """The columns that a text takes."""
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)


def sources(examples: ast.List, source: str) -> Iterator[str]:
    """The source of each example, those of a starred tuple one by one."""
    for element in examples.elts:
        inner = element.value if isinstance(element, ast.Starred) else None
        simple = isinstance(inner, ast.Tuple) and all(isinstance(part, SIMPLE) for part in inner.elts)
        for part in inner.elts if simple else [element]:
            yield ast.get_source_segment(source, part) or ""


def packed(examples: list[str], name: str, indent: int) -> str:
    """The list, on one line where it fits."""
    line = f"[{', '.join(examples)}]"
    if not any("\n" in example for example in examples) and width(line) + len(name) + indent + 2 <= WIDTH:
        return line
    lines: list[list[str]] = []
    for example in examples:
        alone = "\n" in example or example.startswith("*")
        taken = sum(width(other) + 2 for other in lines[-1]) if lines else 0
        if alone or not lines or lines[-1][0][0] in "*" or taken + width(example) + indent + 9 > WIDTH:
            lines.append([example])
        else:
            lines[-1].append(example)
    rows = (row[0] if len(row) == 1 else f"*({', '.join(row)})" for row in lines)
    return "[\n" + "".join(f"{' ' * (indent + 4)}{row},\n" for row in rows) + " " * indent + "]"


def pack(source: str) -> str:
    """The source of a module with its examples packed."""
    starts = [0]
    for line in source.split("\n"):
        starts.append(starts[-1] + len(line.encode()) + 1)
    edits = []
    for call in ast.walk(ast.parse(source)):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "pattern":
            for keyword in call.keywords:
                value = keyword.value
                if keyword.arg in ("matches", "rejects") and isinstance(value, ast.List) and value.end_lineno:
                    line = source.split("\n")[call.lineno - 1]
                    indent = len(line) - len(line.lstrip()) + 4
                    text = packed(list(sources(value, source)), keyword.arg, indent)
                    end = starts[value.end_lineno - 1] + (value.end_col_offset or 0)
                    edits.append((starts[value.lineno - 1] + value.col_offset, end, text))
    encoded = source.encode()
    for start, end, text in sorted(edits, reverse=True):
        encoded = encoded[:start] + text.encode() + encoded[end:]
    return encoded.decode()


if __name__ == "__main__":
    for file in map(Path, sys.argv[1:]):
        file.write_text(pack(file.read_text(encoding="utf-8")), encoding="utf-8")
