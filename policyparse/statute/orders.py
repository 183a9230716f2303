"""Orders of an amending decision: the patterns of what it may order; they match text whose quotations are masked.

    amendment  ::= replace | insert | append | merge | delete | substitute | renumber
    replace    ::= "将"? places ((改为 | 作为) place "，")? 相应? "修改为：" quotation
    insert     ::= ("在" place "后")? place? "增加" number unit ("，作为" places)? "：" (quotation | articles)
    append     ::= place (末尾 增加 | 增加规定) "：" quotation
    merge      ::= "将" places "合并，作为" place "，修改为：" quotation
    delete     ::= ("删去" | "删除") (places | place "中的" quotation)
    substitute ::= "将"? places? "中的"? quotation ("修改为" quotation | (前 | 后) "增加" quotation)
    renumber   ::= places (改为 | 作为) places | "条文顺序作相应调整"

The forms are those of 立法技术规范（试行）（一）, part 7 (Legislative Affairs Commission, 2009), and those of the
amendments to the Constitution and the Criminal Law (宪法修正案, 刑法修正案).
"""

from policyparse.knowledge.characters import COUNT
from policyparse.knowledge.compiled import compiled
from policyparse.language.places import LABEL_OF_ARTICLE, LABEL_OF_ITEM, LABEL_OF_PARAGRAPH, LABEL_OF_UNIT

N = f"[{COUNT}]"
_PREAMBLE = rf"序言(?:第{N}{{1,4}}(?:自然段|段))?"
_PLACE = f"(?:{_PREAMBLE}|(?:{LABEL_OF_UNIT})?(?:{LABEL_OF_PARAGRAPH})?(?:{LABEL_OF_ITEM})?)"
_LIST = f"{_PLACE}(?:(?:[、和及至]|以及){_PLACE}){{0,40}}"
_DOCUMENT = "(?:修改后的?)?(?:《[^《》]{1,100}》)?(?:[一-龥]{0,20}?(?:法|条例|办法|规定|决定|解释|细则|规则)(?=第))?"
QUOTE = "“\0{0,20000}”"
_QUOTES = f"{QUOTE}(?:[、和]{QUOTE}){{0,20}}"
_THIS = "(?P<this>这一(?:条|款|项|节|章|自然段))"
_CONTENT = "(?:，?(?:具体)?内容(?:为|如下))?[：，]?"
_HEADING = "(?:的?(?:[编章节]名|标题|名称))?"  # 第二章章名修改为“……”
_NAMING = f"(?:{QUOTE})?"  # 第六十二条“某某行使下列职权”中增加一项: the words name the place

REPLACE = compiled(
    rf"(?:{_THIS}|(?P<at>{_LIST}){_HEADING})(?:相应)?(?:(?:改为|(?<=[条款项])作为){_DOCUMENT}(?P<to>{_PLACE})，?)?(?:并)?(?:将其)?(?:相应)?"
    rf"修改为：?\s{{0,4}}(?P<q>{QUOTE})"
)
INSERT = compiled(
    rf"(?:在?(?P<after>{_PLACE})之?[后前]，?)?(?P<at>{_PLACE}){_NAMING}中?增加(?P<n>{N}{{1,2}})(?P<unit>[条款项章节])"
    rf"(?P<heading>{QUOTE})?(?:，?分?别?作为{_DOCUMENT}(?P<as>{_LIST}))?，?(?:规定)?：?\s{{0,4}}(?P<q>{QUOTE})?"
)
APPEND = compiled(
    rf"(?P<at>{_PLACE})(?:(?P<end>的?(?:末尾|最后|句末|后面))增[加写]|中?增[加写](?=规定|内容|一句))(?:规定|内容|一句)?"
    rf"{_CONTENT}\s{{0,4}}(?P<q>{QUOTE})"
)
MERGE = compiled(
    rf"(?P<at>{_LIST})合并，?(?:改为|作为){_DOCUMENT}(?P<as>{_PLACE})，?(?:并)?(?:修改为：?\s{{0,4}}(?P<q>{QUOTE}))?"
)
DELETE = compiled(f"(?:删去|删除)(?:其中的)?{_DOCUMENT}(?P<at>{_LIST})(?:中?的?(?P<q>{_QUOTES}))?")
SUBSTITUTE = compiled(
    rf"(?P<at>{_LIST})?{_HEADING}(?:中|规定)?的?(?:最?[前后]{N}?句)?：?(?P<q>{_QUOTES})"
    rf"(?:(?:均|分别|统一|一并|相应)?(?:修改|更改|改)为：?\s{{0,4}}"
    rf"|之?(?P<side>[后前])，?(?:均|分别)?增[加写](?:规定|内容|一句)?{_CONTENT})(?P<r>{_QUOTES})"
)
RENUMBER = compiled(f"(?P<at>{_LIST})(?:相应)?(?:改为|(?<=[条款项])作为){_DOCUMENT}(?P<to>{_LIST})")
REORDER = compiled("(?:条文|条款|章节|有关|相关)[^。；，]{0,10}(?:顺序|序号)[^。；]{0,12}(?:调整|变动)")
ONE_QUOTE = compiled(QUOTE)
MEMBERS = compiled(
    f"(?P<through>[至])?({_PREAMBLE}|{LABEL_OF_UNIT}(?:{LABEL_OF_PARAGRAPH})?(?:{LABEL_OF_ITEM})?|{LABEL_OF_PARAGRAPH}(?:{LABEL_OF_ITEM})?|{LABEL_OF_ITEM})"
)
PREAMBLE = compiled(rf"序言(?:第({N}{{1,4}})(?:自然段|段))?")
ARTICLE = compiled(LABEL_OF_ARTICLE)
BELOW = compiled(r"[，。]?(?:具体)?(?:内容|条文)?如下：\s{0,4}\n")
"""What stands between an order and the new articles below it: 。内容如下：."""

UNITS = {"条": "article", "款": "paragraph", "项": "item", "章": "chapter", "节": "section"}
VERBS = ("修改为", "增加", "增写", "删去", "删除", "改为", "作为", "调整", "更改为")
