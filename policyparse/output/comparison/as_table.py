"""A comparison as a table in two columns, as gazettes print it (修改前后对照表): page and Markdown."""

import hashlib
from base64 import b64encode
from collections.abc import Callable, Iterator
from html import escape

from policyparse.output.comparison.columns import CHANGES_ZH, Columns, Line, Version
from policyparse.output.comparison.model import ComparedRow, ComparedVersion, Comparison, Fragment

LEGEND = "黑体字为修改或者新增的内容，阴影部分为删去的内容"
"""What the page says of its marks."""

ADDED, GONE = "（新增）", "（删去）"
"""What stands opposite a provision that is new, or gone."""

_STYLE = """
:root { color-scheme: light dark; --line: #999; --gone: #d8d8d8; --note: #555; }
@media (prefers-color-scheme: dark) { :root { --line: #777; --gone: #555; --note: #bbb; } }
body { font: 1rem/1.8 "Noto Serif CJK SC", "Source Han Serif SC", SimSun, serif; margin: 2rem auto; max-width: 72rem;
  padding: 0 1rem; }
h1 { font-size: 1.3rem; text-align: center; }
p.legend, p.counts { color: var(--note); text-align: center; margin: .3rem; }
table { border-collapse: collapse; table-layout: fixed; width: 100%; margin-top: 1rem; }
th, td { border: 1px solid var(--line); padding: .4rem .8rem; text-align: left; vertical-align: top;
  overflow-wrap: anywhere; }
th { text-align: center; }
td p { margin: 0; text-indent: 2em; }
td p.division, td p.title { text-align: center; text-indent: 0; font-weight: bold; }
td p.none { color: var(--note); text-indent: 0; text-align: center; }
ins { font-family: "Noto Sans CJK SC", "Source Han Sans SC", SimHei, sans-serif; font-weight: bold;
  text-decoration: none; }
del { background: var(--gone); text-decoration: none; }
@media print { body { margin: 0; max-width: none; } thead { display: table-header-group; }
  del { print-color-adjust: exact; } }
"""

_MARKDOWN = str.maketrans({c: f"\\{c}" for c in "\\`*_[]|~#"} | {"<": "&lt;", ">": "&gt;", "&": "&amp;", "\n": " "})


def comparison_html(comparison: Comparison, *, full: bool = False) -> str:
    """The comparison as a page: one file that asks for no other, to be read on a screen and printed.

    Args:
        comparison: The comparison.
        full: Also what did not change.
    """
    style = b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{style}'"
    title = f"{comparison.new.title or comparison.old.title or ''}修改前后对照表"
    return (
        "\n".join(
            [
                "<!doctype html>",
                '<html lang="zh"><head><meta charset="utf-8">',
                f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
                '<meta name="viewport" content="width=device-width, initial-scale=1">',
                f"<title>{escape(title)}</title>",
                f"<style>{_STYLE}</style></head><body>",
                f"<h1>{escape(title)}</h1>",
                f'<p class="legend">（{LEGEND}）</p>',
                f'<p class="counts">{counts_zh(comparison)}</p>',
                "<table><thead><tr>"
                f'<th scope="col">修改前{escape(_day(comparison.old))}</th>'
                f'<th scope="col">修改后{escape(_day(comparison.new))}</th></tr></thead><tbody>',
                *_html_rows(comparison, full),
                "</tbody></table></body></html>",
            ]
        )
        + "\n"
    )


def comparison_markdown(comparison: Comparison, *, full: bool = False) -> str:
    """The comparison as a table in Markdown; `<ins>` and `<del>` mark words, for `**` fails beside Chinese marks.

    Args:
        comparison: The comparison.
        full: Also what did not change.
    """
    title = (comparison.new.title or comparison.old.title or "").translate(_MARKDOWN)
    head = f"| 修改前{_day(comparison.old)} | 修改后{_day(comparison.new)} |"
    lines = [f"# {title}修改前后对照表", "", counts_zh(comparison), "", head, "| --- | --- |"]
    columns = Columns(comparison)
    for row in shown_rows(comparison, full):
        old, new = (_cell(row, columns, version, _markdown_line, "<br>") for version in ("old", "new"))
        lines.append(f"| {old or ADDED} | {new or GONE} |")
    return "\n".join(lines) + "\n"


def shown_rows(comparison: Comparison, full: bool) -> Iterator[ComparedRow]:
    """The rows of a table: those that changed, or all; a preamble or an attachment that changed row by row."""
    for row in comparison.rows:
        yield from _shown(row, full)


def _shown(row: ComparedRow, full: bool) -> Iterator[ComparedRow]:
    if row.unit in ("attachment", "annex", "preamble", "opening", "closing") and row.old and row.new:
        for below in row.rows:
            yield from _shown(below, full)
    elif full or row.changes:
        yield row


def counts_zh(comparison: Comparison) -> str:
    """The counts in Chinese: 修改3，新增1."""
    counts = comparison.counts()
    return "，".join(f"{word}{counts[kind]}" for kind, word in CHANGES_ZH.items() if kind in counts)


def _day(version: ComparedVersion) -> str:
    return f"（{version.on.isoformat()}）" if version.on else ""


def _html_rows(comparison: Comparison, full: bool) -> Iterator[str]:
    columns = Columns(comparison)
    for row in shown_rows(comparison, full):
        old, new = (_cell(row, columns, version, _html_line, "") for version in ("old", "new"))
        kinds = " ".join(row.changes) or "same"
        old, new = old or f'<p class="none">{ADDED}</p>', new or f'<p class="none">{GONE}</p>'
        yield f'<tr class="{kinds}"><td>{old}</td><td>{new}</td></tr>'


def _cell(
    row: ComparedRow, columns: Columns, version: Version, printed: Callable[[Line, Version], str], between: str
) -> str:
    return between.join(printed(line, version) for line in columns.lines(row, version))


def _html_line(line: Line, version: Version) -> str:
    tag = "del" if version == "old" else "ins"
    words = "".join(_marked(word, tag, escape(word.text)) for word in line.words)
    name = f' class="{line.unit}"' if line.unit in ("division", "title") else ""
    return f"<p{name}>{escape(line.label)}{words}</p>"


def _markdown_line(line: Line, version: Version) -> str:
    tag = "del" if version == "old" else "ins"
    words = "".join(_marked(word, tag, word.text.translate(_MARKDOWN)) for word in line.words)
    return line.label.translate(_MARKDOWN) + words


def _marked(word: Fragment, tag: str, text: str) -> str:
    return f"<{tag}>{text}</{tag}>" if word.changed else text
