"""Parties of a matter (当事人) and what an authority does in it: 当事人拒绝签收的，可以公告送达."""

from policyparse.knowledge.pattern import pattern
from policyparse.model.base import Extent

_PARTY = pattern(
    r"(?:当事|申请|受送达|受处罚|被(?:处罚|处理|告|申请|征收|侵害|检查|询问|调查|审查|执行|传唤|拘留|许可))人$",
    matches=[
        *("当事人", "双方当事人", "被处罚人", "受送达人", "被告人", "被侵害人", "申请人", "受处罚人", "被处理人"),
        *(("被申请人", "被申请人"), "被征收人", "被检查人", "被询问人", "被调查人", "被审查人", "被执行人"),
        *("被传唤人", "被拘留人", "被许可人"),
    ],
    rejects=["被保险人", "受让人", "当事人的行为", "建设单位"],
)
"""Somebody whose matter an authority decides."""

_PROCEDURE = pattern(
    r"(?:依法|及时|当场|立即|分别|一并)?(?:作出[^，。；]{0,24}(?:决定|裁定|判决|裁决)|合并审理|[裁决判]定|判决|准许|驳回|受理|立案|减免|发还"
    r"|(?:留置|公告|直接|邮寄)?送达|移送|缺席|交[付由给]?[其他]|[^；。]{0,20}[把将][^，。；]{0,6}文书留[在置]|(?:中止|终[结止])(?:审理|执行|调解|办理|审查)|不予(?:受理|通知|支持|准许|采纳|许可|批准)"
    r"|[通告]知(?:其|被|当事人|申请人|利害关系人|有关))",
    method="match",
    matches=[
        *"作出不予许可的决定 合并审理 裁定驳回 决定 判定 判决 准许 驳回 受理 立案 减免罚款 发还 送达 公告送达".split(),
        *"移送法院 中止审理 终结调解 不予通知 不予受理 通知其父母 告知当事人 依法受理".split(),
        *("终止办理", "缺席判决", "交付其成年家属", "交由其家属签收", "交给他的家属", "交其同住成年家属签收"),
        *("把诉讼文书留在其住所", "将文书留置", "邀请见证人到场，把文书留在其住所"),
        *"及时通知利害关系人 告知有关单位 当场作出决定".split(),
        *("立即受理", "分别受理", "一并受理", "当场作出裁定", "当场作出判决", "当场作出裁决", "留置送达"),
        *("直接送达", "邮寄送达", "中止执行", "中止审查", "不予支持", "不予准许", "不予采纳", "不予许可"),
        *("不予批准", "告知被", "告知申请人"),
    ],
    rejects=[
        *(
            "申请复议",
            "提起诉讼",
            "通知对方",
            "告知保险人",
            "作出说明",
            "到场",
            "中止履行",
            "不予配合",
            "交付货物",
            "把货物留在原处",
            "文书留在住所",
        ),
        "作出城乡公共交通一体化和城乡公共交通一体化和农村公路网决定",
    ],
)
"""What an authority does in somebody's matter; the party does not do it himself."""


def is_decided(folded: str, actor: Extent, at: int) -> bool:
    """Whether an actor is a party in whose matter an authority does what follows.

    Args:
        folded: Width-folded text.
        actor: Place of the actor.
        at: Where the action begins.
    """
    return _PARTY.search(folded, *actor) is not None and _PROCEDURE.match(folded, at) is not None
