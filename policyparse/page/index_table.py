"""The index table (信息公开目录): labels and values that a page prints around the title.

    table ::= (label "："? value)*      label and value on one line, or the value on the next

Source: 政府信息公开目录 forms of the State Council, provinces and cities (索引号, 发文机关, 成文日期, 发文字号 …);
the labels of databases of law (颁布单位, 颁布日期, 实施日期, 效力级别, 时效性).
"""

from collections.abc import Sequence

from policyparse.knowledge.pattern import pattern
from policyparse.model.base import Extent
from policyparse.page.blocks import Block

FIELDS = {
    "索引号": "index_number",
    "信息索引号": "index_number",
    "信息索引": "index_number",
    "备案号": "registration_number",
    "登记号": "registration_number",
    "统一登记号": "registration_number",
    "规范性文件登记号": "registration_number",
    "备案登记号": "registration_number",
    "统一编号": "registration_number",
    "规范性文件编号": "registration_number",
    "发文机关": "issuer",
    "发文单位": "issuer",
    "发布机构": "issuer",
    "发布机关": "issuer",
    "制发机关": "issuer",
    "制定机关": "issuer",
    "公开责任部门": "issuer",
    "颁布单位": "issuer",
    "颁布机关": "issuer",
    "颁布机构": "issuer",
    "颁布部门": "issuer",
    "公布机关": "issuer",
    "公布单位": "issuer",
    "发布单位": "issuer",
    "发布部门": "issuer",
    "通过日期": "adopted_on",
    "通过时间": "adopted_on",
    "颁布日期": "promulgated_on",
    "颁布时间": "promulgated_on",
    "公布日期": "promulgated_on",
    "公布时间": "promulgated_on",
    "发布日期": "published_on",
    "发布时间": "published_on",
    "成文日期": "issued_on",
    "成文时间": "issued_on",
    "发文日期": "issued_on",
    "发文时间": "issued_on",
    "生成日期": "issued_on",
    "生效日期": "effective_on",
    "实施日期": "effective_on",
    "施行日期": "effective_on",
    "实施时间": "effective_on",
    "施行时间": "effective_on",
    "生效时间": "effective_on",
    "废止日期": "expires_on",
    "失效日期": "expires_on",
    "发文字号": "document_number",
    "文号": "document_number",
    "文件编号": "document_number",
    "主题分类": "subjects",
    "主题词": "subjects",
    "体裁分类": "subjects",
    "体裁": "subjects",
    "有效期": "validity",
    "效力级别": "level",
    "效力等级": "level",
    "效力位阶": "level",
    "法律位阶": "level",
    "标题": "",
    "名称": "",
    "公开日期": "",
    "有效性": "",
    "时效性": "",
    "时效": "",
    "效力状态": "",
    "来源": "",
    "关键词": "",
    "公开方式": "",
    "公开范围": "",
    "服务对象": "",
    "组配分类": "",
}
"""What the value of a label is; empty for what others read."""

_LABEL = pattern(
    r"(?:^|(?<=[ 　|\t】\]]))(?:[【\[](?P<framed>(?&labels))[】\]] {0,2}[：:]?|(?P<label>(?&labels)) {0,2}[：:]) {0,6}",
    labels="|".join(" {0,4}".join(label) for label in sorted(FIELDS, key=len, reverse=True)),
    matches=[
        ("索 引 号：000014349/2018-00207", {"label": "索 引 号"}),
        ("文号: 某政发〔2020〕1号 成文日期：2020年1月1日", {"label": "文号"}),
        ("【发文机关】：某市人民政府", {"framed": "发文机关"}),
        ("【颁布日期】 2001.06.03", {"framed": "颁布日期"}),
    ],
    rejects=["本通知标题：略", "发文机关应当标注", "【实施日期", "施行日期由国务院规定"],
)


def read_index_table(blocks: Sequence[Block], title: str = "") -> dict[str, list[tuple[str, Extent]]]:
    """Read the labels above a title.

    Args:
        blocks: The lines above the title.
        title: The title, width-folded, whose lines are no values.

    Returns:
        By field, the values with their places, in order; the fields are those of `FIELDS`.
    """
    found: dict[str, list[tuple[str, Extent]]] = {}
    waiting = ""
    for block in blocks:
        labels = list(_LABEL.finditer(block.folded))
        if not labels and waiting and not (waiting == "subjects" and _continues(block, title)):
            found.setdefault(waiting, []).append((block.text, block.extent))
        waiting = ""
        for i, label in enumerate(labels):
            name = FIELDS["".join((label["label"] or label["framed"]).split())]
            start, end = label.end(), labels[i + 1].start() if i + 1 < len(labels) else len(block.text)
            value = block.text[start:end].rstrip(" 　|\t【[")
            if name and value:
                found.setdefault(name, []).append((value, (block.start + start, block.start + start + len(value))))
            waiting = name if not value else ""
    return found


def _continues(block: Block, title: str) -> bool:
    """Whether a line is the title, or a part of it."""
    return "".join(block.folded.split()) in "".join(title.split())


def is_index_line(line: str) -> bool:
    """Whether a width-folded line opens with a label of the index table: 成文日期：2020年1月1日.

    Args:
        line: Width-folded line.
    """
    return bool(_LABEL.match(line))
