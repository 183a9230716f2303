"""Width folding: one form for characters that differ only in width, offset for offset the same.

Patterns are written once, against folded text: full-width `，：；！？（）`, ASCII digits, letters, `%` and
space, curly quotation marks. Values are taken from the text as printed, at the same offsets. NFKC would do
more and move offsets (`…` `㎡` `℃`), so it is not used.
"""

import re

from policyparse.knowledge.compiled import compiled

_WIDE = {chr(c + 0xFEE0): chr(c) for c in range(0x21, 0x7F) if chr(c) not in ",:;!?()"}  # ＂..～ to "..~
_HAS_WIDE = compiled(f"[{re.escape(''.join(_WIDE))}]")
_FORMS = dict(zip("\t\u00a0\u2002\u2003\u2009\u3000,:;!?()｡､「」『』", "      ，：；！？（）。、“”‘’", strict=True))

_MARK_IN_NUMBER = compiled("[0-9０-９][,，:：][0-9０-９]")
_GROUPED = compiled(r"([0-9０-９])[,，](?=[0-9０-９]{3}(?![0-9０-９]))")
_CLOCK = compiled(r"([0-9０-９])[:：](?=[0-9０-９]{2}(?![0-9０-９]))")
_STRAIGHT = compiled(r'"([^"\n]{0,2000})"')


def fold(text: str) -> str:
    """Fold the width of `text`; the result has the same length.

    A comma that groups digits (1,000) and a colon of a clock time (19:00) become ASCII, all others full width;
    straight double quotation marks that pair up inside a line become curly.
    """
    if _MARK_IN_NUMBER.search(text):
        text = _CLOCK.sub("\\1\x1f", _GROUPED.sub("\\1\x1e", text))
    if '"' in text:
        text = _STRAIGHT.sub("“\\1”", text)
    for printed in set(_HAS_WIDE.findall(text)):  # faster than str.translate, for a text has few of them
        text = text.replace(printed, _WIDE[printed])
    for printed, form in _FORMS.items():
        if printed in text:
            text = text.replace(printed, form)
    return text.replace("\x1e", ",").replace("\x1f", ":")
