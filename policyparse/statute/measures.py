"""Measures of legal liability (处罚种类): what is done to whom breaks a norm.

    measure ::= order object | giving amount? noun | 追究 … 责任 | 记入 … record | 依照…规定处罚 | force

A measure counts only as a predicate: 由主管部门责令改正 imposes one, 责令改正通知书 and 不予处罚 none.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from policyparse.knowledge.characters import COUNT
from policyparse.knowledge.pattern import pattern
from policyparse.model.base import Extent

_ORDER = pattern(
    r"(?:(?&sanctions.plain_orders)|(?&sanctions.orders)(?=[^，。；：]{0,24}(?&sanctions.benefits)))(?![的书令后前通决情、]|.{0,12}之日)"
    r"(?:(?!(?:、|并|和|或者?|以及|直至)(?&another))[^，。；：]){1,40}",
    another=r"(?:可以|可)?(?:并|再|单)?(?:责令|没收|吊销|暂扣|收缴|追缴|撤销|取消|处(?!置|理)|给予|予以|罚款|限期|强制|降低|暂停|赔偿|依法|通报|移送)",
    matches=[
        *(("责令改正", "责令改正"), ("责令停止违法行为，恢复原状", "责令停止违法行为")),
        *(("没收违法所得和非法财物", "没收违法所得和非法财物"), ("责令停业或者吊销许可证", "责令停业")),
        *(("责令停业或吊销执照", "责令停业"), ("责令停业、吊销许可证", "责令停业")),
        *(("责令停业并处罚款", "责令停业"), ("没收工具和暂扣执照", "没收工具"), ("没收工具以及罚款", "没收工具")),
        *(("责令检讨直至取消资格", "责令检讨"), ("责令处置废物", "责令处置废物")),
        *(("没收工具并处置残料", "没收工具并处置残料"), ("没收废料和处理残渣", "没收废料和处理残渣")),
        *(("取消其申请资格", "取消其申请资格"), ("吊销执照：", "吊销执照"), ("没收工具并可以并限期", "没收工具")),
        *(("没收工具并可暂停", "没收工具"), ("没收工具并再移送", "没收工具"), ("责令停业并降低", "责令停业")),
        *(("责令停业并通报", "责令停业"), ("责令停业并追缴", "责令停业"), ("责令停业并赔偿", "责令停业")),
        *(("责令停业并责令", "责令停业"), ("责令停业并给予", "责令停业"), ("责令停业并没收", "责令停业")),
        *(("责令停业并收缴", "责令停业"), ("责令停业并撤销", "责令停业"), ("责令停业并强制", "责令停业")),
        *(("责令停业并依法", "责令停业"), ("责令停业并予以", "责令停业"), "取消业务"),
        "吊销道路危险货物运输经营许可证之日",
        (
            "没收违法生产经营的食品和用于违法生产经营的工具设备原料以及添加剂包装材料标签说明书等全部物品和运输车辆",
            "没收违法生产经营的食品和用于违法生产经营的工具设备原料以及添加剂包装材料标签说明书等",
        ),
        ("没收工具并单处暂扣", "没收工具"),
    ],
    rejects=[
        *(
            "吊销情况 撤销、登记证 责令改正之日起 没收的 吊销后 责令前 责令书 责令通知 责令令 责令决定 取消会议 "
            "停止供水 没收， 取消，其资格"
        ).split(),
        *("吊销之日", "取消其父母子女以及共同生活的其他近亲属在本地区的各学校从业", "罚没或者罚款"),
    ],
)
_GIVEN = pattern(
    r"(?:(?&sanctions.giving)|罚(?=(?&digit)))(?:(?!处(?!置|理|所)|给予|予以)[^，。；：]){0,60}?(?P<noun>(?&sanctions.nouns))(?![的决书前后通法裁种])",
    digit=f"[{COUNT}]",
    matches=[
        *(("处五百元罚款", {"noun": "罚款"}), ("可处罚款", {"noun": "罚款"})),
        *(("给予行政处分", {"noun": "行政处分"}), ("予以警告", {"noun": "警告"})),
        *(("处十日以下拘留", {"noun": "拘留"}), ("罚五十元罚款", {"noun": "罚款"}), ("处五百处元罚款", "处元罚款")),
        *(("处五百处置费罚款", "处五百处置费罚款"), ("处五百给予元罚款", "给予元罚款")),
        *(("处五百处理费罚款", "处五百处理费罚款"), ("处五百处所费罚款", "处五百处所费罚款")),
        ("处五百予以元罚款", "予以元罚款"),
    ],
    rejects=[
        *"给予罚款决定 给予处罚的 予以警告书 给予处分前 给予处分后 处罚通知 处罚裁量 给予，警告 处罚种类".split(),
        "给予对违法行为的发生负有直接责任的主管人员和其他直接责任人员以及在案件调查过程中不如实提供情况或者隐匿毁灭证据的有关单位和个人警告",
        *("罚曝光", "处罚款法", "处罚款通知", "处罚款裁", "处罚款种"),
    ],
)
_JOINED = pattern(
    r"(?:、|或|和|以及|，?并)[^，。；：]{0,40}?(?P<noun>(?&sanctions.nouns))(?![的决书前后通法裁种])",
    method="match",
    matches=[
        *(("或者二百元以下罚款", {"noun": "罚款"}), ("、罚款", {"noun": "罚款"})),
        *(("和通报批评", {"noun": "通报批评"}), ("以及警告", {"noun": "警告"}), ("或罚款", {"noun": "罚款"})),
        *(("，并罚款", {"noun": "罚款"}), "并罚款"),
    ],
    rejects=[
        *("罚款", "或者罚款决定", "，罚款", "、公开名单，罚款", "、罚款通", "、罚款裁", "、罚款种", "、罚款的"),
        *("、罚款法", "、罚款后", "、罚款前", "、罚款书"),
        "、对直接负责的主管人员和其他直接责任人员以及隐瞒真实情况拒不配合调查取证的有关单位和个人罚款",
    ],
)
"""A penalty that goes on with the one before it: 处警告|或者二百元以下罚款."""

_BARE = pattern(
    r"(?P<noun>(?:通报批评|警告|查处|处罚|罚款|取缔|批评教育|训诫|开除|拘留|关闭)(?=[，。；、或并]|$|(?&digit)))",
    digit=f"[{COUNT}]",
    matches=[
        *"取缔。 通报批评； 批评教育、 训诫或者 开除并 拘留十日 查处 处罚".split(),
        *(("警告，", {"noun": "警告"}), ("罚款五百元", {"noun": "罚款"}), ("关闭", {"noun": "关闭"})),
    ],
    rejects=["警告标志", "罚款决定", "取缔场所", "关闭阀门"],
)
"""A penalty without the verb that gives it, at the start of a predicate: 由公安机关警告."""

_LIABILITY = pattern(
    r"追究[^，。；：]{0,20}?(?&sanctions.liabilities)责任(?![人者单制书])",
    matches=[
        *"追究行政或者刑事责任 追究违约和赔偿责任".split(),
        *(("追究刑事责任", "追究刑事责任"), ("追究其党纪、政纪责任", "追究其党纪、政纪责任")),
        "追究民事、行政和刑事责任",
    ],
    rejects=[
        *(
            "追究到底 承担民事责任 公开责任 追究，刑事责任 追究责任 追究直接责任人 追究直接责任者 "
            "追究直接责任单位 追究领导责任制 追究法律责任书"
        ).split(),
        "追究对事故直接负责的主管人员和其他直接责任人员的刑事责任",
    ],
)
_RECORD = pattern(
    r"(?:记入|纳入|列入|录入|计入|载入|归集至)[^，。；：]{0,20}?(?&sanctions.records)",
    matches=(
        "记入信用档案 列入失信名单 纳入公共信用 录入信用信息 计入征信 载入个人档案 归集至信用信息 记入企业信用档案"
    ).split(),
    rejects=["列入预算", "查阅信用档案", "列入计划，信用档案", "计入县级以上人民政府有关部门建立的市场主体统一征信"],
)
_FORCE = pattern(
    r"强制(?:拆除|清除|报废|收购|戒毒|拖离|清理)|代为(?:治理|清除|履行|恢复|拆除|处置|清理)|(?<!责令)恢复原状|按日连续(?:处罚|计罚)(?!的)"
    r"|(?<!责令)限期(?!内|届满|未|不|将)(?:(?!(?:、|并|和|或者?)(?&another))[^，。；：]){2,24}",
    another="(?:责令|没收|吊销|处(?!置|理)|给予|予以|罚款)",
    matches=[
        *(
            "强制拆除 强制清除 强制报废 强制收购 强制戒毒 强制拖离 强制清理 恢复原状 代为治理 代为清除 代为履行 "
            "代为恢复 代为拆除 代为处置 代为清理 按日连续处罚 按日连续计罚"
        ).split(),
        ("限期清理、拆除或者采取补救措施，", "限期清理、拆除或者采取补救措施"),
        *(("限期改正、没收工具", "限期改正"), ("限期改正并处罚款", "限期改正"), ("限期改正或者罚款", "限期改正")),
        *(("限期改正和予以警告", "限期改正"), ("限期改正或者处置", "限期改正或者处置")),
        *(("限期清运并处理垃圾", "限期清运并处理垃圾"), ("限期改正或罚款", "限期改正")),
        *(("限期改正、责令", "限期改正"), ("限期改正、给予", "限期改正"), ("限期改正、吊销", "限期改正")),
        (
            "限期拆除违反国土空间规划擅自建设的建筑物和构筑物以及其他附属设施",
            "限期拆除违反国土空间规划擅自建设的建筑物和构筑物以及",
        ),
    ],
    rejects=[
        *(
            "按日连续处罚的 强制性标准 强制执行 代为保管 限期内 限期届满 限期未改 限期不改 限期将至 责令恢复原状 限期："
        ).split(),
        *("限期内正并处罚款", "责令限期改正并处罚款", "限期公"),
    ],
)
_REFERENCE = pattern(
    r"(?:依照|按照|根据|依据|参照|依)(?:(?!从轻|减轻|免予|不予)[^，。；：]){1,80}?(?P<noun>治安管理处罚|行政处罚|处罚|查处)$",
    matches=[
        *(("依照前款规定处罚", {"noun": "处罚"}), ("按照下列规定予以处罚", {"noun": "处罚"})),
        *(("根据本法给予处罚", {"noun": "处罚"}), ("依据本法进行处罚", {"noun": "处罚"})),
        ("参照本法实施行政处罚", {"noun": "行政处罚"}),
        *(("依照有关法律给予治安管理处罚", {"noun": "治安管理处罚"}), ("依法予以查处", {"noun": "查处"})),
        *(("依照行政处罚", {"noun": "处罚"}), ("依据治安管理处罚", {"noun": "处罚"})),
    ],
    rejects=[
        *"依照前款规定处罚的 依照规定，处罚 处罚 依法从轻处罚 依法减轻处罚 依法免予处罚 依法不予处罚".split(),
        "依照" + "《某条例》、" * 14 + "《某办法》处罚",
    ],
)
"""A penalty that another provision fixes."""

_MEASURE = pattern(
    r"(?P<whole>(?&order))|(?P<given>(?&given))|(?P<held>(?&liability)|(?&record)|(?&force))|(?P<referred>(?&reference))",
    order=_ORDER,
    given=lambda: _unnamed(_GIVEN.pattern),
    liability=_LIABILITY,
    record=_RECORD,
    force=_FORCE,
    reference=lambda: _unnamed(_REFERENCE.pattern),
    matches=[
        *"记入信用档案 强制拆除 依照前款规定处罚".split(),
        *(("责令改正", "责令改正"), ("处五百元罚款", "处五百元罚款"), ("追究刑事责任", "追究刑事责任")),
    ],
    rejects=["公开名单", "责令的"],
)
_NAMED_WITHIN = pattern(
    rf"(?P<measure>(?:暂扣|吊销|扣留|降低|撤销|取消)[^，。；：的{COUNT}]{{2,20}}).{{0,20}}的(?:行政)?(?:处罚|处分)$",
    matches=[
        ("给予暂扣适任证书三个月至六个月的处罚", {"measure": "暂扣适任证书"}),
        *(("给予吊销执照的行政处罚", {"measure": "吊销执照"}), "给予扣留证件的处罚", "给予降低资质等级的处罚"),
        *("给予撤销职务的处分", "给予取消资格的处罚"),
        (
            "给予取消其参加本市行政区域内政府采购和招标投标活动资格以及评优的处罚",
            {"measure": "取消其参加本市行政区域内政府采购和招标投标活"},
        ),
    ],
    rejects=[
        *("给予暂扣处罚", "给予警告的处罚", "给予取消资的处罚", "给予取消资格的处罚甲", "给予取消资的的处罚"),
        "给予取消其参加本市行政区域内政府采购和招标投标活动资格以及评优评先和享受财政补贴优惠政策待遇的处罚",
    ],
)
"""A penalty that is named before 的处罚: 给予暂扣适任证书三个月的处罚."""

_NEGATED = pattern(
    r"(?:不予|免予|不再|从轻|减轻|免除|不|未|没有|不得|无权|可以不|停止|暂缓)$",
    matches=[
        *"不予 免予 不再 从轻 减轻 免除 不 未 没有 不得 无权 可以不 停止 暂缓".split(),
        *(("不得", "不得"), ("可以不", "可以不")),
    ],
    rejects=["可以", "应当"],
)


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure in a predicate.

    Attributes:
        text: As it is given: 责令改正, 罚款; folded, without line breaks.
        start: Offset at which its words begin, those that give it included.
        end: Offset after them.
    """

    text: str
    start: int
    end: int


def _unnamed(source: str) -> str:
    return source.replace("(?P<noun>", "(?:")


def find_measures(folded: str, start: int, end: int) -> Iterator[Measure]:
    """The measures between two offsets, in order of the text.

    Args:
        folded: The width-folded text.
        start: Where a predicate begins.
        end: Where it ends.
    """
    at = start
    while match := _MEASURE.search(folded, at, end):
        at = match.end()
        if _NEGATED.search(folded, start, match.start()):
            continue
        within = _NAMED_WITHIN.search(folded, match.start(), match.end()) if match.lastgroup == "given" else None
        if within:
            yield Measure(within["measure"], match.start(), match.end())
            continue
        yield _measure(folded, match.start(), match.end(), str(match.lastgroup))
        while match.lastgroup == "given" and (joined := _JOINED.match(folded, at, end)):
            at = joined.end()
            yield Measure(joined["noun"], joined.start(), at)


def match_bare_measure(folded: str, start: int, end: int) -> Measure | None:
    """A penalty without the verb that gives it, right at an offset."""
    match = _BARE.match(folded, start, end)
    return Measure(match["noun"], match.start(), match.end()) if match else None


def _measure(folded: str, start: int, end: int, kind: str) -> Measure:
    stretch: Extent = (start, end)
    if kind == "given":
        given = _GIVEN.match(folded, start, end + 1) or _GIVEN.match(folded, start, end)
        stretch = given.span("noun") if given else stretch
    elif kind == "referred":
        referred = _REFERENCE.match(folded, start, end)
        stretch = referred.span("noun") if referred else stretch
    text = "".join(folded[slice(*stretch)].split())
    return Measure(text, start, end)
