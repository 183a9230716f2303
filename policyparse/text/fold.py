"""Width folding: one form for characters that differ only in width, offset for offset the same.

Patterns are written once, against folded text: full-width `，：；！？（）`, ASCII digits, letters, `%` and
space, curly quotation marks. Values are taken from the text as printed, at the same offsets. NFKC would do
more and move offsets (`…` `㎡` `℃`), so it is not used.
"""

import re

_ASCII = {c + 0xFEE0: c for c in range(0x21, 0x7F)}  # ！..～ to !..~
_TABLE: dict[int, str] = {c: chr(a) for c, a in _ASCII.items()}
_TABLE |= {ord(c): " " for c in "\t\u00a0\u2002\u2003\u2009\u3000"}
_TABLE |= {ord(a): b for a, b in zip(",:;!?()｡､「」『』", "，：；！？（）。、“”‘’", strict=True)}
_TABLE |= {ord(c): c for c in "，：；！？（）"}
_TABLE |= {ord("\x1e"): ",", ord("\x1f"): ":"}

_GROUPED = re.compile(r"(?<=[0-9０-９])[,，](?=[0-9０-９]{3}(?![0-9０-９]))")
_CLOCK = re.compile(r"(?<=[0-9０-９])[:：](?=[0-9０-９]{2}(?![0-9０-９]))")
_STRAIGHT = re.compile(r'"([^"\n]{0,2000})"')


def fold(text: str) -> str:
    """Fold the width of `text`; the result has the same length.

    A comma that groups digits (1,000) and a colon of a clock time (19:00) become ASCII, all others full width;
    straight double quotation marks that pair up inside a line become curly.
    """
    if "," in text or "，" in text:
        text = _GROUPED.sub("\x1e", text)
    if ":" in text or "：" in text:
        text = _CLOCK.sub("\x1f", text)
    if '"' in text:
        text = _STRAIGHT.sub("“\\1”", text)
    return text.translate(_TABLE)
