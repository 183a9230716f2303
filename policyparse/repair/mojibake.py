"""Text decoded with the wrong character set: UTF-8 read as GB18030 or Latin-1, GB18030 read as Latin-1.

Where every byte is still there the decoding is undone, exactly; where characters were lost, the place is reported.
"""

from collections.abc import Iterator

from policyparse.knowledge import pattern
from policyparse.knowledge.compiled import compiled
from policyparse.model.diagnostics import Diagnostics
from policyparse.source.edits import Edit, RepairedText

FIRST_OF_UTF8_AS_GB = "锛銆鐨鈥鍦涓鏄浜鍙鍚鐢绗勭埗閮"
"""Characters that the first bytes of common characters in UTF-8 make where they are read as GB18030."""

PLACEHOLDERS = "锟烫屯"
"""First characters of what programs put in place of bytes that they could not read."""

_UTF8_AS_GB = compiled(f"[{FIRST_OF_UTF8_AS_GB}][\u0080-\uffff]")
_AS_LATIN = compiled("[\u00c0-\u00ff][\u0080-\u00ff\u0152-\u0178\u2013-\u203a\u20ac\u2122]")
_RUN = compiled(r"[^\n]+")
_COMMON = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如"
    "水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道"
    "命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指"
)
_WRONGLY = (("gb18030", "utf-8"), ("latin", "utf-8"), ("latin", "gb18030"))
_DAMAGE = pattern(
    rf"[\ufffd\ue000-\uf8ff{PLACEHOLDERS}?](?:(?<=\ufffd)\ufffd*|(?<=[\ue000-\uf8ff])[\ue000-\uf8ff]*|(?<=锟)斤拷|(?<=烫)烫{{2,}}|(?<=屯)屯{{2,}}"
    r"|(?<=[\u4e00-\u9fff]\?)[a-zāáǎàēéěèīíǐìōóǒòūúǔùü]{1,6}[)）])",
    matches=[
        *(("工业\ufffd\ufffd加值", "\ufffd\ufffd"), ("\ue001\ue002的", "\ue001\ue002"), ("业\ufffd加", "\ufffd")),
        *(("\ue001的", "\ue001"), ("锟斤拷", "锟斤拷"), ("烫烫烫烫", "烫烫烫烫"), ("屯屯屯屯", "屯屯屯屯")),
        ("产?yè)", "?yè)"),
    ],
    rejects=[
        *("锟铻", "?斤拷", "?烫烫", "?屯屯", "烫烫", "屯田", "屯屯", "烫伤", "为什么?", "产?)", "产?changers)"),
        *("a?yè)", "什么?ok，", "啊锟斤"),
    ],
)
"""What is damaged and does not show what stood there."""

_REPORTED = 20


def report_mojibake(repaired: RepairedText, diagnostics: Diagnostics) -> None:
    """Report what is damaged beyond repair."""
    for i, damage in enumerate(_DAMAGE.finditer(repaired.text)):
        if i == _REPORTED:
            diagnostics.add("PP101", "there is more damage of this kind further on")
            break
        extent = repaired.source_extent(damage.start(), damage.end())
        diagnostics.add(
            "PP101", f"{len(damage[0])} characters are damaged and cannot be repaired", extent, in_source=True
        )


def find_mojibake(text: str) -> Iterator[Edit]:
    """Find lines whose characters, encoded as they were wrongly decoded, are bytes of good Chinese text."""
    if not (_UTF8_AS_GB.search(text) or _AS_LATIN.search(text)):
        return
    for line in _RUN.finditer(text):
        if not (_UTF8_AS_GB.search(line[0]) or _AS_LATIN.search(line[0])):
            continue
        if _share_of_common(line[0]) > 0.15:
            continue
        for wrong, right in _WRONGLY:
            decoded = _decode_again(line[0], wrong, right)
            if decoded is not None and _share_of_common(decoded) > 0.15:
                yield from _aligned(line[0], decoded, line.start(), wrong, right)
                break


def _share_of_common(text: str) -> float:
    han = [c for c in text if "\u4e00" <= c <= "\u9fff"]
    return sum(c in _COMMON for c in han) / len(han) if len(han) >= 3 else 0.0


def _decode_again(text: str, wrong: str, right: str) -> str | None:
    try:
        return _encode(text, wrong).decode(right)
    except (UnicodeEncodeError, UnicodeDecodeError):
        return None


def _encode(text: str, name: str) -> bytes:
    """Bytes of the text; `latin` is windows-1252 with its undefined bytes as they are, as browsers read it."""
    if name != "latin":
        return text.encode(name)
    return b"".join(bytes([ord(c)]) if ord(c) < 256 else c.encode("cp1252") for c in text)


def _aligned(before: str, after: str, offset: int, wrong: str, right: str) -> Iterator[Edit]:
    """Cut the change of a line into the smallest edits, at the places where characters of both end on the same byte."""
    i = j = start_before = start_after = bytes_before = bytes_after = 0
    while i < len(before) or j < len(after):
        if bytes_before <= bytes_after and i < len(before):
            bytes_before += len(_encode(before[i], wrong))
            i += 1
        else:
            bytes_after += len(after[j].encode(right))
            j += 1
        if bytes_before == bytes_after:
            if before[start_before:i] != after[start_after:j]:
                yield Edit(offset + start_before, offset + i, after[start_after:j], "mojibake", 0.98)
            start_before, start_after = i, j
