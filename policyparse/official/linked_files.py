"""Files that a page links in its text: attachments by address (附件下载).

link ::= (label mark?)? serial? title ("." ending)?
"""

from collections.abc import Sequence

from policyparse.knowledge import pattern
from policyparse.model.base import Draft
from policyparse.source.blocks import Link

_NAME = pattern(
    r"(?:(?P<label>附 {0,2}[件表](?: {0,2}[0-9]{1,3})?) {0,2}[：:.、．]? {0,2})?(?:[0-9]{1,2}[.、．] {0,2})?"
    r"《?(?P<title>[^《》]{1,200}?)》?(?:\.[A-Za-z]{2,5})?$",
    method="match",
    matches=[
        ("附件1：申请表.docx", {"label": "附件1", "title": "申请表"}),
        ("2.防汛物资清单.xlsx", {"label": None, "title": "防汛物资清单"}),
        ("《夜间经济实施方案》.pdf", {"title": "夜间经济实施方案"}),
        ("附件: 公园名录", {"label": "附件", "title": "公园名录"}),
        ("附表 2、名单.et", {"label": "附表 2", "title": "名单"}),
        *(("附件   : 公园名录", {"label": "附件", "title": ": 公园名录"}), ("附表   2、名单.et", {"label": "附表"})),
        *(("2.   防汛物资清单.xlsx", {"title": " 防汛物资清单"}), ("附件1：申请表.A", {"title": "申请表.A"})),
        ("附 件: 公园名录", {"label": "附 件", "title": "公园名录"}),
        ("附件:   公园名录", {"title": " 公园名录"}),
        ("附   件: 公园名录", {"label": None, "title": "附   件: 公园名录"}),
        *((".防汛物资清单.xlsx", {"title": ".防汛物资清单"}), ("附表 2025、名单.et", {"label": "附表 202"})),
        ("附件1：申请表.AAAAAA", {"title": "申请表.AAAAAA"}),
        ("350.防汛物资清单.xlsx", {"title": "350.防汛物资清单"}),
    ],
    rejects=["", "《甲》《乙》"],
)
"""Label and title in the text of a link to a file."""


def link_files(draft: Draft, links: Sequence[Link]) -> None:
    """Give attachments the addresses of their files, and add the files that no attachment holds.

    Args:
        draft: The draft of a document, its places counting in the source, with its `blocks`.
        links: Links to files, in order.
    """
    attachments: list[Draft] = draft.setdefault("attachments", [])
    aside = [(b["span"]["start"], b["span"]["end"]) for b in draft["blocks"] if b["role"] == "furniture"]
    for link in links:
        if any(start <= link.start < end for start, end in aside):
            continue
        holder = next((a for a in attachments if a["span"]["start"] <= link.start < a["span"]["end"]), None)
        if holder is None:
            named = _NAME.match(link.text.strip())
            label, title = (named["label"], named["title"]) if named else (None, link.text.strip() or None)
            span = {"start": link.start, "end": link.end}
            attachments.append({"label": label, "title": title, "text": "", "url": link.href, "span": span})
        elif holder.get("url") is None:
            holder["url"] = link.href
