"""Forms of lines of a letter that belong to no sentence: notes, what stands around the signature, the list of annexes.

    note    ::= "（" words "）"
    back    ::= （此件公开发布） | 抄送：… | 联系人：… | 主题词：… | issuer day 印发
    listing ::= "附件：" title

After GB/T 9704-2012, 7.3.4 to 7.4.3.
"""

from policyparse.knowledge.pattern import pattern

NOTE = pattern(
    r"（[^（）]{2,80}(?:（[^（）]{1,40}）[^（）]{0,40})?）$",
    matches=["（此件公开发布）", "（2018年12月21日）", "（2020年3月1日某市（州）第3次会议通过）"],
    rejects=["（一）完善机制", "（此件公开发布）另有说明"],
    method="match",
)
"""A line in brackets above or below the text."""

BACK = pattern(
    r"(?:抄 {0,4}[送报]|分送|主题词|印 {0,2}送|联 {0,4}系 {0,4}(?:人|电话|方式|单位)(?:[及和、](?:联系)?(?:电话|方式))?"
    r"|电 {0,4}话|传 {0,4}真"
    r"|电子邮箱|邮 {0,4}[箱编]|通信地址|信息公开(?:选项|类别|形式)"
    r"|(?:领导|签发)?署 {0,4}名|签 {0,2}发 {0,2}人|公开(?:方式|属性|范围)|校对|打字)[：:] {0,4}"
    r"|（(?:此件|本文有|信息公开|联系人|公开)",
    matches=[
        "抄送：市委各部门",
        "联系人：江先生，联系电话：0710-1",
        "主题词：林业 通知",
        "（此件公开发布）",
        "（联系人：李平）",
        "信息公开选项：主动公开",
        "抄  送：省政府",
        "（本文有删减）",
        "领导署名：江舟",
        "联系人及电话：江舟 0710-1",
    ],
    rejects=["抄送有关单位。", "联系人应当登记。", "（一）此件"],
    method="match",
)
"""What stands below the signature (版记), or between text and signature."""

PRINTED = pattern(
    r".{2,40}(?:[ 　]|办公[厅室]|[局委部])[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日 ?(?:印发|印)$",
    matches=["东屏市人民政府办公室 2020年6月1日印发", "某省教育厅办公室2020年6月1日印发"],
    rejects=["2020年6月1日印发的通知", "东屏市人民政府办公室 2020年6月1日"],
    method="match",
)
"""The line that says who printed it and when (印发机关和印发日期)."""

LISTED = pattern(
    r"附 {0,4}(?:件|表|图)? {0,2}(?:[0-9]{1,2} {0,2})?[：:] {0,4}(?=\S)",
    matches=["附件：1．便民清单", "附：某某名单", "附 件：任务表", "附件1：某市考核表"],
    rejects=["附件", "附件1", "附则：本办法", "附设机构：三个"],
    method="match",
)
"""The line under the text that lists the annexes (附件说明)."""


def is_back(line: str) -> bool:
    """Whether a width-folded line stands around the signature: （此件公开发布）, 抄送：…, 联系人：….

    Args:
        line: Width-folded line.
    """
    return bool(BACK.match(line) or PRINTED.match(line))
