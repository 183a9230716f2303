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
from policyparse.knowledge.pattern import pattern
from policyparse.language.places import LABEL_OF_ARTICLE, LABEL_OF_ITEM, LABEL_OF_PARAGRAPH, LABEL_OF_UNIT

_N = f"[{COUNT}]"
PREAMBLE = pattern(
    rf"序言(?:第{_N}{{1,4}}(?:自然)?段)?",
    method="fullmatch",
    matches=["序言", "序言第七自然段", "序言第十一段"],
    rejects=["序言第段", "序言第一二三四五段", "第七自然段"],
)
_PLACE = pattern(
    r"(?&preamble)|(?&unit)?(?&paragraph)?(?&item)?",
    method="fullmatch",
    preamble=PREAMBLE,
    unit=LABEL_OF_UNIT,
    paragraph=LABEL_OF_PARAGRAPH,
    item=LABEL_OF_ITEM,
    matches=["序言第七自然段", "第三条第一款第（二）项", "第二章", "第一款", "第（二）项", ""],
    rejects=["第一款第三条", "附件一"],
)
"""A place; an order may name none."""
_LIST = pattern(
    r"(?&place)(?:(?:[、和及至]|以及)(?&place)){0,40}",
    method="fullmatch",
    place=_PLACE,
    matches=["第三条", "第三条、第五条和第七条", "第一款及第二款", "第五条至第七条", "第五条以及第七条"],
    rejects=["第三条，第五条", "第一条" + "、第二条" * 41],
)
_DOCUMENT = pattern(
    r"(?:修改后的?)?(?:《[^《》]{1,100}》)?(?:[一-龥]{0,20}?(?:法|条例|规定|决定|解释|细则|规则))?(?=第|序言)",
    method="match",
    matches=[
        *(("修改后的《某市停车条例》第三条", "修改后的《某市停车条例》"), ("修改后第三条", "修改后")),
        *(("某市停车条例第三条", "某市停车条例"), ("刑法第三条", "刑法"), ("条例第三条", "条例")),
        *(("停车规定第三条", "停车规定"), ("补充决定第三条", "补充决定"), ("司法解释第三条", "司法解释")),
        *(("实施细则第三条", "实施细则"), ("议事规则第三条", "议事规则"), ("第三条", ""), ("序言第一段", "")),
    ],
    rejects=[
        *("五百元", "停车条例的附件", "《》第三条", "《某市停车条例" + "实施细则" * 25 + "》第三条"),
        "中华人民共和国最高人民法院关于适用某某法若干问题的解释第三条",
    ],
)
"""The document in which a place gets a new number."""
ONE_QUOTE = pattern(
    "“\0{0,20000}”", method="fullmatch", matches=["“\0\0”", "“”"], rejects=["“\0\0", "“" + "\0\0" * 10001 + "”", "“甲”"]
)
"""A quotation, whose words are masked."""
_QUOTES = pattern(
    r"(?&quote)(?:[、和](?&quote)){0,20}",
    method="fullmatch",
    quote=ONE_QUOTE,
    matches=["“\0\0”", "“\0\0”、“\0\0”和“\0\0”"],
    rejects=["“\0\0”或者“\0\0”", "“\0\0”" + "、“\0\0”" * 21],
)
_COLON = pattern(r"：?\s{0,4}", method="fullmatch", matches=["：", "", "：\n  "], rejects=["：\n\n\n\n\n", "，"])
_CONTENT = pattern(
    r"(?:，?(?:具体)?内容(?:为|如下))?[：，]?\s{0,4}",
    method="fullmatch",
    matches=["：", "，", "，具体内容如下：", "内容为：\n", ""],
    rejects=["：\n\n\n\n\n", "，内容，", "，具体如下："],
)
_TITLE = pattern(
    r"的?(?:[编章节]名|标题|名称)",
    method="fullmatch",
    matches=["章名", "的编名", "节名", "的标题", "名称"],
    rejects=["条名", "内容"],
)
"""What a place is called: 第二章章名修改为“……”."""

REPLACE = pattern(
    r"(?:(?P<this>这一(?:[条款项节章]|自然段))|(?P<at>(?&list))(?&title)?)(?:相应)?(?:(?:改为|(?<=[条款项])作为)(?&document)(?P<to>(?&place))，?)?并?(?:将其)?(?:相应)?"
    r"修改为(?&colon)(?P<q>(?&quote))",
    list=_LIST,
    title=_TITLE,
    document=_DOCUMENT,
    place=_PLACE,
    colon=_COLON,
    quote=ONE_QUOTE,
    matches=[
        ("第三条修改为：“\0\0”", {"at": "第三条", "to": None}),
        ("第三条改为第四条，修改为：“\0\0”", {"at": "第三条", "to": "第四条"}),
        ("第二款作为第三款，并修改为：“\0\0”", {"at": "第二款", "to": "第三款"}),
        ("第三条改为第四条，并将其修改为：“\0\0”", {"at": "第三条", "to": "第四条"}),
        ("第三条改为第四条并相应修改为：“\0\0”", {"at": "第三条", "to": "第四条"}),
        ("第三条相应改为第四条，修改为：“\0\0”", {"at": "第三条", "to": "第四条"}),
        *(("第二章章名修改为：“\0\0”", {"at": "第二章"}), ("将这一条修改为：“\0\0”", {"this": "这一条"})),
        *(("将这一款修改为：“\0\0”", {"this": "这一款"}), ("将这一项修改为：“\0\0”", {"this": "这一项"})),
        *(("将这一节修改为：“\0\0”", {"this": "这一节"}), ("将这一章修改为：“\0\0”", {"this": "这一章"})),
        ("将这一自然段修改为：“\0\0”", {"this": "这一自然段"}),
        ("第二条第一项作为第二项，修改为：“\0\0”", {"at": "第二条第一项", "to": "第二项"}),
        *(("第三条作为第四条，修改为：“\0\0”", {"at": "第三条"}), ("第二章作为第三章，修改为：“\0\0”", {"at": ""})),
    ],
    rejects=["第三条修改如下", "第三条修改为本条例", "修改“\0\0”"],
)
INSERT = pattern(
    rf"(?:在?(?P<after>(?&place))之?[后前]，?)?(?P<at>(?&place))(?&quote)?中?增加(?P<n>{_N}{{1,3}})(?P<unit>[条款项章节])"
    r"(?P<heading>(?&quote))?(?:，?(?:分别)?作为(?&document)(?P<as>(?&list)))?，?(?:规定)?(?&colon)(?P<q>(?&quote))?",
    place=_PLACE,
    quote=ONE_QUOTE,
    document=_DOCUMENT,
    list=_LIST,
    colon=_COLON,
    matches=[
        (
            "增加一条，作为第五条：“\0\0”",
            {"after": None, "at": "", "n": "一", "unit": "条", "as": "第五条", "q": "“\0\0”"},
        ),
        ("在第四条后增加一条：“\0\0”", {"after": "第四条", "at": "", "as": None}),
        ("第四条之前，增加二款，分别作为第一款、第二款：“\0\0”", {"after": "第四条", "as": "第一款、第二款"}),
        ("第二章中增加一节“\0\0”作为第三节", {"at": "第二章", "heading": "“\0\0”", "as": "第三节", "q": None}),
        ("第六十二条“\0\0”中增加一项，规定：“\0\0”", {"at": "第六十二条", "heading": None, "q": "“\0\0”"}),
        ("增加一章，作为第四章：\n“\0\0”", {"unit": "章", "q": "“\0\0”"}),
        *(("在第四条后第五条前，增加二十一条", {"n": "二十一"}), ("增加五条", "增加五条")),
        *(("在第四条后增加一条", "在第四条后增加一条"), ("增加一项，内容如下", "增加一项，")),
    ],
    rejects=["增加条", "增加一百二十五条", "增加一目", "增加“\0\0”"],
)
APPEND = pattern(
    r"(?P<at>(?&place))(?:(?P<end>的?(?:末尾|最后|句末|后面))增[加写]|中?增[加写](?=规定|内容|一句))(?:规定|内容|一句)?(?&content)(?P<q>(?&quote))",
    place=_PLACE,
    content=_CONTENT,
    quote=ONE_QUOTE,
    matches=[
        ("第三条末尾增加：“\0\0”", {"at": "第三条", "end": "末尾"}),
        ("第三条的最后增写一句：“\0\0”", {"at": "第三条", "end": "的最后"}),
        *(("第三条句末增加“\0\0”", {"end": "句末"}), ("第三条后面增加“\0\0”", {"end": "后面"})),
        ("第三条中增加规定：“\0\0”", {"at": "第三条", "end": None}),
        ("第三条增写一句：“\0\0”", {"at": "第三条", "end": None}),
        ("第三条增加内容，具体内容如下：“\0\0”", {"at": "第三条"}),
    ],
    rejects=["第三条中增加“\0\0”", "第三条末尾增加一款", "第三条末尾修改为“\0\0”"],
)
MERGE = pattern(
    r"(?P<at>(?&list))合并，?(?:改为|作为)(?&document)(?P<as>(?&place))，?并?(?:修改为(?&colon)(?P<q>(?&quote)))?",
    list=_LIST,
    document=_DOCUMENT,
    place=_PLACE,
    colon=_COLON,
    quote=ONE_QUOTE,
    matches=[
        ("第三条、第四条合并，作为第三条，修改为：“\0\0”", {"at": "第三条、第四条", "as": "第三条", "q": "“\0\0”"}),
        ("第三条和第四条合并改为第三条", {"at": "第三条和第四条", "as": "第三条", "q": None}),
        ("第三条、第四条合并，作为第三条，并修改为：“\0\0”", {"q": "“\0\0”"}),
        ("第三条、第四条合并，作为第三条修改为：“\0\0”", {"q": "“\0\0”"}),
    ],
    rejects=["第三条、第四条合并", "合并执行"],
)
DELETE = pattern(
    r"(?:删去|删除)(?:其中的)?(?&document)?(?P<at>(?&list))(?:中?的?(?P<q>(?&quotes)))?",
    document=_DOCUMENT,
    list=_LIST,
    quotes=_QUOTES,
    matches=[
        *(("删去第三条", {"at": "第三条", "q": None}), ("删去《某条例》第三条", {"at": "第三条"})),
        ("删除第三条、第五条", {"at": "第三条、第五条", "q": None}),
        ("删去其中的“\0\0”", {"at": "", "q": "“\0\0”"}),
        ("删去第三条中的“\0\0”和“\0\0”", {"at": "第三条", "q": "“\0\0”和“\0\0”"}),
        *(("删去第三条的“\0\0”", {"q": "“\0\0”"}), ("删去第三条中“\0\0”", {"q": "“\0\0”"})),
        ("删去第三条“\0\0”", {"q": "“\0\0”"}),
    ],
    rejects=["废止第三条", "将第三条去掉"],
)
SUBSTITUTE = pattern(
    rf"(?P<at>(?&list))(?&title)?(?:中|规定)?的?(?:最?[前后]{_N}?句)?：?(?P<q>(?&quotes))"
    r"(?:(?:均|分别|统一|一并|相应)?(?:修改|更改|改)为(?&colon)"
    r"|之?(?P<side>[后前])，?(?:均|分别)?增[加写](?:规定|内容|一句)?(?&content))(?P<r>(?&quotes))",
    list=_LIST,
    title=_TITLE,
    quotes=_QUOTES,
    colon=_COLON,
    content=_CONTENT,
    matches=[
        ("第三条中的“\0\0”修改为“\0\0”", {"at": "第三条", "q": "“\0\0”", "side": None, "r": "“\0\0”"}),
        ("第三条第一款“\0\0”改为“\0\0”", {"at": "第三条第一款"}),
        ("第二章章名“\0\0”更改为：“\0\0”", {"at": "第二章"}),
        ("第三条规定的“\0\0”修改为“\0\0”", {"at": "第三条"}),
        ("第三条最后一句“\0\0”修改为“\0\0”", {"at": "第三条"}),
        ("第三条前二句：“\0\0”修改为“\0\0”", {"at": "第三条"}),
        ("第三条后句“\0\0”修改为“\0\0”", {"at": "第三条"}),
        *(("“\0\0”、“\0\0”分别修改为“\0\0”、“\0\0”", {"at": "", "r": "“\0\0”、“\0\0”"}), "“\0\0”均修改为“\0\0”"),
        *("“\0\0”统一修改为“\0\0”", "“\0\0”一并修改为“\0\0”", "“\0\0”相应修改为“\0\0”"),
        *(("第三条中的“\0\0”后增加“\0\0”", {"side": "后"}), ("第三条中的“\0\0”之前，增写：“\0\0”", {"side": "前"})),
        ("“\0\0”、“\0\0”后均增加“\0\0”", {"side": "后"}),
        *(("“\0\0”、“\0\0”后分别增加“\0\0”、“\0\0”", {"side": "后"}), "“\0\0”后增加规定：“\0\0”"),
        *("“\0\0”后增加内容“\0\0”", "“\0\0”后增加一句“\0\0”"),
    ],
    rejects=["第三条中的“\0\0”修改", "第三条修改为“\0\0”", "“\0\0”后增加一款", "“\0\0”中增加“\0\0”"],
)
RENUMBER = pattern(
    r"(?P<at>(?&list))(?:相应)?(?:改为|(?<=[条款项])作为)(?&document)(?P<to>(?&list))",
    list=_LIST,
    document=_DOCUMENT,
    matches=[
        ("第五条至第七条改为第六条至第八条", {"at": "第五条至第七条", "to": "第六条至第八条"}),
        ("第五条相应改为第六条", {"at": "第五条", "to": "第六条"}),
        ("第二款作为第三款", {"at": "第二款", "to": "第三款"}),
        ("第五条作为第六条", {"at": "第五条", "to": "第六条"}),
        ("第二项作为第三项", {"at": "第二项", "to": "第三项"}),
    ],
    rejects=["第二章作为第三章", "第五条修改为“\0\0”", "罚款改为五百元"],
)
REORDER = pattern(
    "(?:条文|条款|章节|有关|相关)[^。；，]{0,10}(?:顺序|序号)[^。；]{0,12}(?:调整|变动)",
    matches=[
        *("条文顺序调整", "条款序号作相应调整", "章节顺序相应变动", "有关条文的顺序，根据本决定作相应调整"),
        *("相关顺序作相应调整", "有关序号相应变动", "条文的序号也作相应变动"),
    ],
    rejects=[
        *("条文顺序不变", "会议顺序调整", "条文，顺序调整", "条文顺序。调整"),
        *("相关单位反映的程序设置与办理顺序作调整", "条文顺序及其所引用的法律法规名称一并调整"),
    ],
)
"""An order that gives new numbers to all articles."""
MEMBERS = pattern(
    r"(?P<through>至)?(?P<place>(?&preamble)|(?&unit)(?&paragraph)?(?&item)?|(?&paragraph)(?&item)?|(?&item))",
    preamble=PREAMBLE,
    unit=LABEL_OF_UNIT,
    paragraph=LABEL_OF_PARAGRAPH,
    item=LABEL_OF_ITEM,
    matches=[
        *(("第三条", {"through": None, "place": "第三条"}), ("至第七条", {"through": "至", "place": "第七条"})),
        ("第三条第一款第（二）项", {"place": "第三条第一款第（二）项"}),
        *(("第三条第（二）项", {"place": "第三条第（二）项"}), ("第一款第二项", {"place": "第一款第二项"})),
        *(("第一款", {"place": "第一款"}), ("第（二）项", {"place": "第（二）项"})),
        *(("序言第七自然段", {"place": "序言第七自然段"}), ("第三条第一款", {"place": "第三条第一款"})),
    ],
    rejects=["至", "附件一"],
)
"""One place of a list; `through` where it ends a range."""
ARTICLE = LABEL_OF_ARTICLE
BELOW = pattern(
    r"[，。]?(?:具体)?(?:内容|条文)?如下： {0,4}\n",
    method="match",
    matches=["。内容如下：\n", "，具体条文如下：\n", "如下：\n", "具体内容如下：    \n"],
    rejects=["内容如下：第五条", "。内容：\n", "；内容如下：\n", "如下：甲\n", "如下：     \n"],
)
"""What stands between an order and the new articles below it: 。内容如下：."""

UNITS = {"条": "article", "款": "paragraph", "项": "item", "章": "chapter", "节": "section"}
VERBS = ("修改为", "增加", "增写", "删去", "删除", "改为", "作为", "调整", "更改为")
