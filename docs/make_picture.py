"""Makes the picture of the README: what `policyparse show` prints of an example, as SVG.

    python docs/make_picture.py

The same example gives the same picture; it names no font that has to be fetched.
"""

import re
from html import escape, unescape
from io import StringIO
from pathlib import Path

from rich.cells import cell_len
from rich.console import Console
from rich.terminal_theme import TerminalTheme

import policyparse
from policyparse.output.display.document import display

HERE = Path(__file__).parent
EXAMPLE = HERE / "examples" / "park.txt"
PICTURE = HERE / "show.svg"
WIDTH = 96

THEME = TerminalTheme(
    (255, 255, 255),
    (36, 41, 47),
    [
        (36, 41, 47),
        (180, 35, 24),
        (17, 99, 41),
        (154, 103, 0),
        (9, 79, 186),
        (130, 80, 223),
        (5, 90, 110),
        (110, 119, 129),
    ],
)
"""Dark words on white, each with a contrast of more than 4.5 to 1."""

ASPECT = 0.61
"""Width of a column by the height of a character."""

COLUMN = 20 * ASPECT
"""Width of a column in the units of the picture."""

_WORDS = re.compile(r'<text (class="[^"]*") x="([0-9.]+)" (y="[0-9.]+") textLength="[0-9.]+"([^>]*)>([^<]*)</text>')
_RUN = re.compile("[\u1100-\uffef]+|[^\u1100-\uffef\xa0 ]+")
FONTS = "ui-monospace, 'Noto Sans Mono CJK SC', 'Sarasa Mono SC', 'Microsoft YaHei', monospace"


def picture() -> str:
    """The picture as SVG."""
    source = policyparse.read(EXAMPLE)
    console = Console(
        record=True,
        file=StringIO(),
        width=WIDTH,
        force_terminal=True,
        color_system="truecolor",
        legacy_windows=False,
        markup=False,
        emoji=False,
        highlight=False,
    )
    console.print(display(policyparse.parse(source), text=source.text))
    svg = console.export_svg(
        title=f"policyparse show {EXAMPLE.name}", theme=THEME, unique_id="policyparse", font_aspect_ratio=ASPECT
    )
    svg = re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL)
    svg = _WORDS.sub(_of_its_width, svg)
    svg = svg.replace("Fira Code, monospace", FONTS).replace("font-family: arial", "font-family: sans-serif")
    return "\n".join(line.rstrip() for line in svg.splitlines()) + "\n"


def _of_its_width(match: re.Match[str]) -> str:
    """Words where they stand in a terminal: runs of wide and of narrow characters, each with its width in columns."""
    name, x, y, rest = match[1], float(match[2]), match[3], match[4]
    words, found = unescape(match[5]), []
    for run in _RUN.finditer(words):
        start, width = x + COLUMN * cell_len(words[: run.start()]), COLUMN * cell_len(run[0])
        text = escape(run[0], quote=False)
        adjusted = rest if cell_len(run[0]) > len(run[0]) else f' lengthAdjust="spacingAndGlyphs"{rest}'
        found.append(f'<text {name} x="{start:.1f}" {y} textLength="{width:.1f}"{adjusted}>{text}</text>')
    return "".join(found)


if __name__ == "__main__":
    PICTURE.write_text(picture(), encoding="utf-8")
