"""Classes of characters, each spelt once; they stand between the brackets of a class: `rf"第[{SERIAL}]{{1,8}}条"`.

Text is width-folded (`fold.py`) unless a name says otherwise.
"""

HAN = r"\u4e00-\u9fff"
"""Chinese characters."""

DIGIT = "〇零○一二三四五六七八九"
"""Chinese digits that are written one after another: 二〇二四."""

FORMAL = "壹贰叁肆伍陆柒捌玖拾佰仟"
"""Chinese numerals that cannot be altered (大写), on money and in old documents."""

STEM = "甲乙丙丁戊己庚辛壬癸"
"""The ten heavenly stems, which count like letters."""

YEAR_DIGIT = "〇零○◯OО0-9一二三四五六七八九"
"""Digits of a written year; the letter O (Latin or Cyrillic) stands for 〇 in many texts."""

WEEKDAY = "一二三四五六日天"
"""What follows 星期 and 周."""

SMALL_ORDINAL = "一二三四五六七八九十"
"""Chinese numerals of headings and of ordinals below a hundred: 十二."""

QUARTER_DIGIT = "1-4一二三四"
"""Numbers of quarters."""

SERIAL = "0-9〇零○一二三四五六七八九十百千"
"""Numerals that count provisions, meetings and issues, in Arabic or Chinese: 第一百零五条, 第12次."""

COUNT = "0-9〇零○一二三四五六七八九十百千两"
"""Numerals before a measure word: 两项, 12项."""

NUMBER = "0-9〇零○一二三四五六七八九十百千万亿两廿卅"
"""Numerals of any number: 一亿二千万."""

STROKES = "|丨"
"""Strokes between what stands on one line of a page; sites print the character 丨 for one."""

SENTENCE_END = "。！？"
"""Marks that end a sentence."""

OPENING_BRACKET = "（〔［【《〈「『“‘"
CLOSING_BRACKET = "）〕］】》〉」』”’"
