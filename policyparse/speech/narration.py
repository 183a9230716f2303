"""Where speech goes on without a verb, and where the reporter's own narration resumes."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from policyparse.knowledge import Pattern, pattern
from policyparse.knowledge.characters import COUNT, HAN, SMALL_ORDINAL
from policyparse.knowledge.lexicon import word_set
from policyparse.language.persons import Office
from policyparse.language.regions import find_regions

_DUTY = pattern(
    r"(?:同时，|此外，|其中，)?(?:要|必须|坚持|应当?|着力|聚焦|切实|加快|各级|各地|各部门|各党派|首先|其次|主要目标"
    rf"|[{SMALL_ORDINAL}]{{1,2}}[是要]|第[{SMALL_ORDINAL}]{{1,2}}(?:[，、]|[是个点])"
    r"|一方面|另一方面|在[^，。]{2,24}(?:方面|领域)，[^，。]{0,24}(?:要|必须|应当|将))",
    matches=[
        *("要修渠", "必须修渠", "坚持修渠", "应修渠", "应当修渠", "着力修渠", "聚焦修渠", "切实修渠", "加快修渠"),
        *("各级干部", "各地要", "各部门要", "各党派要", "首先，修渠", "其次，修渠", "主要目标是修渠"),
        *("同时，要修渠", "此外，要修渠", "其中，要修渠", "一是修渠", "二要修渠", "第一，修渠", "第二个方面"),
        *("第三点", "第三是", "一方面，修渠", "另一方面，修渠", "在用水方面，农户要节水", "在灌溉领域，各村将轮灌"),
        *("在用水方面，必须节水", "在用水方面，应当节水", ("应当修渠", "应当")),
    ],
    rejects=[
        *("去年修了渠", "在用水方面，节水成效明显", "第一中学", "是修渠", "第是重点", "第二十三是修渠"),
        *("二十三是修渠", "在县方面，应当节水"),
        "在老旧小区加装电梯改造工程、农村生活垃圾分类收集转运方面，应当节水",
        "在灌溉领域，老旧小区加装电梯改造工程、农村生活垃圾分类收集转运将轮灌",
    ],
    method="match",
)
"""A duty or a member of a list goes on with what is reported."""

_NOW = pattern(
    r"(?&narration.now_openings)|(?:近日|日前|当晚|同日|时至今日|随后|其间|期间|说完)，|\S{1,8}会上，",
    matches=[
        *("眼下，", "走进大棚", "近日，", "日前，", "当晚，", "同日，", "时至今日，", "随后，", "其间，", "期间，"),
        *("说完，", "动员会上，"),
    ],
    rejects=["今后，", "近日来", "会议要", "青禾县第三季度工作推进会上，", "会上，"],
    method="match",
)
_ON_DEMAND = pattern(
    r"(?:落实|按照|根据)[^，。]{2,16}(?:要求|指示|嘱托|部署)，|牢记[^，。]{2,12}嘱托",
    matches=[
        *("落实会议要求，", "落实上级指示，", "落实上级嘱托，", "落实上级部署，", "按照会议要求，"),
        *("根据上级部署，", "牢记殷殷嘱托"),
    ],
    rejects=[
        *("落实责任，", "牢记责任", "落实会议要求的同时，", "牢记县嘱托", "按照县要求，"),
        *("牢记城乡公共交通服务体系、水渠嘱托", "按照老旧小区加装电梯改造工程、农村公路要求，"),
    ],
    method="match",
)
_OCCASION = pattern(
    r"(?&narration.occasions)(?:[前后中]|期间|过程中|结束后|现场)，",
    matches=["会前，", "会后，", "调研中，", "检查期间，", "走访过程中，", "采访结束后，", "仪式现场，"],
    rejects=["会议要", "大会后，", "调研要深"],
    method="match",
)
_TOOK_PLACE = pattern(
    r"(?:(?:会|(?&narration.occasions))上|会议现场)，?(?!要|必须|应|我)[^。！？，]{0,40}?(?&done)了(?!解)"
    r"|(?:会议|大会|活动)以[^，。]{2,16}(?:形式|方式)(?:召开|举行|进行)",
    done="汇报|通报|介绍|宣读|签署|签订|观看|播放|传达|解读|表决|颁发|授予|表彰|发布|举行|举办|进行|作|听取|审议|展示|分享|观摩|回答",
    matches=[
        *(
            "会上，市水利局汇报了工作",
            "会上宣读了决定",
            "仪式上，双方签署了协议",
            "会议以视频形式召开，",
            "活动以网络方式进行",
        ),
        *("会议现场，市水利局介绍了经验", "大会以视频方式举行", "会上，与会人员观看了专题片", "会上通报了情况"),
    ],
    rejects=["会上，要敢于直面问题", "会上，我们听取了意见", "会上，双方谈合作", "会议以问题为导向，"],
    method="match",
)
_ATTENDED = pattern(
    r"(?:会议|活动|仪式|座谈会|大会|全会)由[^，。；]{2,24}主持|[^。！？]{1,300}(?:参加|出席|列席|陪同|主持|参与)[^，。；]{0,14}(?&narration.activities)。"
    r"|[^。！？]{1,300}(?:参加|出席|列席|陪同)。",
    matches=[
        *("市领导参加会议。", "市领导出席会议。", "市领导列席会议。", "市领导陪同调研。"),
        *("副市长主持了专题座谈会。", "会议由副市长主持。", "副市长参与调研。", "市领导陪同。", "市领导列席。"),
        *("市领导出席。", "市领导参加。", "活动由副市长主持。", "大会由副市长主持。", "全会由副市长主持。"),
        *("仪式由副市长主持。", "座谈会由副市长主持。"),
    ],
    rejects=[
        *("各村要参加会议并发言。", "市领导参加", "参加会议。", "出席。", "会议由县主持。"),
        "副市长参与老旧小区加装电梯改造工程、水渠调研。",
        "会议由老旧小区加装电梯改造工程、农村生活垃圾分类收集转运主持。",
    ],
    method="match",
)
_BY_ORDER = pattern(
    r"受[^，。]{2,16}委托，",
    matches=["受市政府委托，"],
    rejects=["受理委托书，", "受县委托，", "受老旧小区加装电梯改造工程、农村公路委托，"],
    method="match",
)
_COUNTED = pattern(
    rf"(?:近|约|超过?|逾|共有?)?[{COUNT}]{{1,4}}[余多]?[位名][^。！？]{{2,200}}(?:参加|出席|列席|发言)",
    matches=[
        *("近100名委员参加", "12位专家发言", "约20多位代表出席", "共有30余名代表列席", "超100名委员参加"),
        *("逾100名委员参加", "共30余名代表列席", "超过100名委员参加"),
    ],
    rejects=["12位专家建议", "参加的有12位专家", "专家发言", "位专家发言", "12位县发言", "12000位专家发言"],
    method="match",
)
_NOT_REPORTED = pattern(
    r"[^。！？，]{2,60}(?:在会上|分别|先后|作|进行)[^，。]{0,8}(?:发言|汇报)。"
    r"|[^。！？“”：]{2,120}(?:分别|先后|依次)[^，。]{0,6}(?:致辞|发言|汇报|讲话|参加)[，。]"
    r"|(?:同时，|此外，)?(?:大家|委员们|代表们|与会\S{1,4})[还也]?(?:就|围绕|针对)[^。]{2,80}(?:意见|建议|交流|讨论|发言)。",
    matches=[
        *("市水利局负责人在会上发言。", "两位代表先后发言。", "三家单位分别作交流发言。", "市水利局作汇报。"),
        *("甲集团党委书记、董事长范大成，乙集团董事长丁一帆分别致辞，", "县水利局、县林业局负责人先后发言，"),
        *("两县县长依次讲话。", "市水利局进行了汇报。", "市水利局作了汇报。", "市水利局进行汇报。"),
        *("大家围绕议题交流。", "委员们还就修渠提出意见。", "此外，代表们针对修渠讨论。"),
        *("同时，与会人员也就修渠发言。", "大家就修渠提出建议。", "市水利局作了书面汇报。"),
        *("两县县长依次登台讲话。", "两县县长依次汇报。", "两县县长依次参加。", "委员们也就修渠提出意见。"),
    ],
    rejects=[
        *("要在会上发言，", "大家要讨论。", "大家就一条心，把渠修好。", "两位代表先后就城乡公共交通一体化发言。"),
        *("县先后发言。", "同时，与会就修渠发言。", "同时，与会的委员代表们就修渠发言。", "大家就县建议。"),
        (
            "老旧小区加装电梯改造工程、农村生活垃圾分类收集转运、沿河两岸防洪排涝设施建设、农村中小学校食堂卫"
            "生整治、城乡公共交通一体化作汇报。"
        ),
        (
            "大家就老旧小区加装电梯改造工程、农村生活垃圾分类收集转运、沿河两岸防洪排涝设施建设、农村中小学校"
            "食堂卫生整治、城乡公共交通线路优化调整、老旧小区加装电梯改造工程、污水厂建议。"
        ),
        (
            "老旧小区加装电梯改造工程、农村生活垃圾分类收集转运、沿河两岸防洪排涝设施建设、农村中小学校食堂卫"
            "生整治、城乡公共交通线路优化调整、老旧小区加装电梯改造工程、农村生活垃圾分类收集转运、沿河两岸防"
            "洪排涝设施建设、农村中小学校食堂卫生整治、农村公路依次讲话。"
        ),
    ],
    method="match",
)
_SCENE = pattern(
    rf"(?&narration.scenes)|在[他她]们?的?(?:身后|身旁|身边|带领|指引|眼)|(?!我们|咱们|[你他她]们)[{HAN}]{{1,6}}们正(?:在|忙|有序|紧张|埋头|熟练)"
    r"|在[^，。]{0,24}(?&narration.sites)[里内上旁前]?，[^。]{0,40}(?:正|忙|一片|整齐|映入|穿梭|井然|来来往往|络绎不绝)",
    matches=[
        *("午后的阳光", "在他身后，", "在她的身旁，", "在他们身边，", "在她的带领下，", "在他的指引下，"),
        *("在他眼里，", "工人们正忙着", "工人们正在", "工人们正有序", "工人们正紧张", "工人们正埋头"),
        *("工人们正熟练", "在车间，工人正装货", "在生产车间里，机器穿梭", "在田间，一片绿"),
        *("在渠口工地上，物料整齐", "在展厅内，秩序井然", "在村前，忙个不停", "在展厅，映入眼帘"),
        *("在码头旁，人们来来往往", "在社区，居民络绎不绝"),
    ],
    rejects=[
        *("要在现场办公，", "在生产车间，要严管", "下一步，", "春耕要早", "我们正在", "她们们正在修渠"),
        *("们正在修渠", "咱们们正在修渠", "你们们正在修渠", "他们们正在修渠", "社区养老服务点们正在忙"),
        "在展厅内，老旧小区加装电梯改造工程、农村生活垃圾分类收集转运、沿河两岸防洪排涝设施建设、桥梁井然有序",
        "在老旧小区加装电梯改造工程、农村生活垃圾分类收集转运田间，一片绿",
    ],
    method="match",
)
_EXAMPLE = pattern(
    r"(?:这|此|以上|上述)[^。]{0,30}(?:缩影|写照|一幕|场景|生动实践|侧影)|像[^，。]{2,30}这样的"
    r"|正?是[^，。]{4,60}的(?:一个|生动)?(?:缩影|写照|实践)",
    matches=[
        *("这是青禾县推进水利建设的一个缩影", "这一幕", "上述场景", "以上写照", "此一侧影", "这是生动实践"),
        *("像大坪村这样的村子", "正是青禾县兴修水利的生动写照", "是青禾县兴修水利的缩影"),
        "是青禾县兴修水利的一个实践",
    ],
    rejects=[
        *("这是好事", "像修渠一样", "是好事", "是图书馆的缩影", "像县这样的村子"),
        "此老旧小区加装电梯改造工程、农村生活垃圾分类收集转运、蔬菜批发点侧影",
        "像老旧小区加装电梯改造工程、农村生活垃圾分类收集转运、蔬菜批发点这样的村子",
        (
            "是老旧小区加装电梯改造工程、农村生活垃圾分类收集转运、沿河两岸防洪排涝设施建设、农村中小学校食堂"
            "卫生整治、城乡公共交通一体化的缩影"
        ),
    ],
    method="match",
)
_HE = pattern(
    "他(?!们|国|乡|人|山)|她(?!们)",
    matches=["他还", "她还"],
    rejects=["他们", "他国", "他乡", "他人", "他山", "她们"],
    method="match",
)
NARRATION: tuple[tuple[str, Pattern], ...] = (
    ("the reporter's now, after what was said of the past or the future", _NOW),
    ("what was done in answer to demands", _ON_DEMAND),
    ("the meeting or the visit as an event", _OCCASION),
    ("what took place there", _TOOK_PLACE),
    ("who came", _ATTENDED),
    ("who acts by order", _BY_ORDER),
    ("how many came or spoke", _COUNTED),
    ("speeches that are counted, not reported", _NOT_REPORTED),
    ("a scene", _SCENE),
    ("an example of something larger", _EXAMPLE),
    ("the speaker as he", _HE),
)
"""How a sentence of the reporter's own opens: reason and form."""

_WHEN = pattern(
    r"(?:今|去|近|连|这些|多|[0-9]{4})年|目前|当前|近日|日前|近期|[0-9]{1,2}月",
    matches=[
        *("今年，", "去年，", "近年来", "连年", "这些年", "多年来", "2024年，", "目前，", "当前，", "近日", "日前"),
        *("近期", "3月，"),
    ],
    rejects=["要在今年", "下一步，", "350年，", "月，", "350月，", "12000年，"],
    method="match",
)
_DATA = pattern(
    r"(?:统计|监测|有关|相关|最新|公开)?数据(?:显示|表明)，",
    matches=[
        *("数据显示，", "统计数据表明，", "相关数据表明，", "监测数据表明，", "有关数据表明，", "最新数据表明，"),
        "公开数据表明，",
    ],
    rejects=["这些数据显示，", "数据中心显示，"],
    method="match",
)
_OF_FIELD = pattern(
    r"[^，。]{2,24}(?:方面|领域|上|中|问题)，[^，。“”]{0,8}我们(?!国)|(?:下一步|接下来|同时|此外|今后|今年|目前)，我们",
    method="match",
    matches=[
        *("在保障方面，我们筹集", "下一步，我们将", "关于用水问题，我们筹集", "在保障方面，今年我们筹集"),
        *("目前，我们将", "此外，我们将", "同时，我们将", "今年，我们将", "今后，我们将", "接下来，我们将"),
        *("在保障中，我们筹集", "在保障上，我们筹集", "保障方面，我们筹集", "在保障领域，我们筹集"),
    ],
    rejects=[
        *("在保障方面，全市", "我们将", "县上，我们筹集", "在保障方面，我们国家"),
        "在保障方面，城乡公共交通一体化我们筹集",
        "在老旧小区加装电梯改造工程、农村生活垃圾分类收集转运方面，我们筹集",
    ],
)
_FIRST_PERSON = pattern(
    "我们|咱们?|我(?!国)",
    matches=["我们", "咱村", "咱们", "我说", ("我们", "我们"), ("咱们", "咱们")],
    rejects=["我国", "他说"],
)
_ELSEWHERE = pattern(
    r"(?:近年来|近年|今年以来|去年以来|今年|去年|目前|当前|下一步|接下来|未来|今后|截至目前|据统计|一直以来|多年来)，"
    rf"(?P<place>[{HAN}]{{2,8}}?[省市区县州旗镇乡])(?![{HAN}]{{0,6}}[局委办厅部])",
    matches=[
        *(("近年来，青禾县不断完善", {"place": "青禾县"}), ("下一步，临川市将", {"place": "临川市"})),
        *("下一步，临川乡将", "近年，临川市将", "目前，临川市将", "未来，临川市将", "当前，临川市将"),
        *("去年，临川市将", "今年，临川市将", "今后，临川市将", "接下来，临川市将", "据统计，临川市将"),
        *("多年来，临川市将", "下一步，临川镇将", "下一步，临川省将", "下一步，临川旗将", "下一步，临川州将"),
        *("下一步，临川区将", "截至目前，临川市将", "去年以来，临川市将", "今年以来，临川市将"),
        "一直以来，临川市将",
    ],
    rejects=[
        *("近年来，我们不断完善", "近年来，青禾县水利局", "下一步，临川市部", "下一步，临川市政府养老服务办"),
        *("下一步，城乡公共交通一体化市将", "下一步，临川市委", "下一步，临川市厅"),
    ],
    method="match",
)
"""A sentence about a place, of which a villager or a manager would say 我们县."""

_SENTENCE_END = pattern(r"[。！？](?=[^”])", matches=["修渠。他"], rejects=["修渠。”", "修渠。"])


@dataclass(frozen=True, slots=True)
class Voice:
    """Whose speech it is, to tell it from narration.

    Attributes:
        name: Name of the speaker.
        offices: His offices; None where the speaker is no person.
        cited: Whether the words are cited from elsewhere; then a sentence of time does not go on (今年，……).
    """

    name: str
    offices: tuple[Office, ...] | None = None
    cited: bool = False


def goes_on(folded: str) -> bool:
    """Whether a paragraph goes on with reported speech: 要……；二是……."""
    return _DUTY.match(folded) is not None and not narrates(folded)


def narrates(folded: str) -> bool:
    """Whether a sentence or paragraph opens as narration does: 据了解……, 会后……, ……参加会见."""
    return any(form.match(folded) for _, form in NARRATION)


def speaks_on(folded: str) -> bool:
    """Whether a paragraph goes on about one of several fields in the first person: 在保障方面，我们……."""
    return _OF_FIELD.match(folded) is not None and not narrates(folded)


def is_in_first_person(folded: str) -> bool:
    """Whether somebody speaks of himself: 我们……."""
    return _FIRST_PERSON.search(folded) is not None


def find_narration(
    folded: str, start: int, limit: int, voice: Voice, others: Callable[[str], bool] | None = None
) -> int:
    """Find where narration resumes: a sentence that names the speaker, opens with another, or opens as narration does.

    Args:
        folded: Width-folded text of one paragraph.
        start: Where the speech starts.
        limit: Where it ends at the latest.
        voice: Whose speech it is.
        others: Whether a sentence opens with somebody whom the document introduces.

    Returns:
        Offset of the first sentence that is narration, else `limit`.
    """
    for match in _SENTENCE_END.finditer(folded, start, limit):
        at = match.end()
        if at >= limit:
            break
        sentence = folded[at : _sentence_end(folded, at, limit)]
        if any(rule(sentence, voice) for _, rule in _ENDS) or (others is not None and others(sentence)):
            return at
    return limit


def _acts(sentence: str, voice: Voice) -> bool:
    return voice.offices is None and voice.name in word_set("speakers.meetings") and sentence.startswith(voice.name)


def _names(sentence: str, voice: Voice) -> bool:
    return voice.offices is not None and voice.name in sentence


def _by_office(sentence: str, voice: Voice) -> bool:
    titles: Iterable[str] = (office.title for office in voice.offices or ())
    return sentence.startswith(tuple(title for title in titles if len(title) > _SHORTEST_OFFICE))


def _of_when(sentence: str, voice: Voice) -> bool:
    return voice.cited and _WHEN.match(sentence) is not None


def _of_data(sentence: str, voice: Voice) -> bool:
    """Data without a source after what a body said; inside a document or a meeting's words they go on."""
    official = voice.name[0] == "《" or voice.name in word_set("speakers.meetings") or voice.name.endswith("报告")
    return voice.offices is None and not official and _DATA.match(sentence) is not None


def _elsewhere(sentence: str, voice: Voice) -> bool:
    """Narration of a place that is not the speaker's own: a villager's or a manager's speech is over."""
    match = _ELSEWHERE.match(sentence)
    if match is None or voice.offices is None or not _is_division(match["place"]):
        return False
    return not any(_governs(office) for office in voice.offices)


def _governs(office: Office) -> bool:
    """Whether an office is of a government, a party or a people's body, who speak of their place by its name."""
    body = office.organization or office.title
    return any(level in body for level in "省市区县州国旗") or body.endswith(("部", "委", "局", "厅", "镇", "乡"))


def _is_division(name: str) -> bool:
    found = find_regions(name, short_prefectures=True)
    return any((mention.start, mention.end) == (0, len(name)) for mention in found) or name[-1] in "县区市镇乡"


_SHORTEST_OFFICE = 2
_ENDS: tuple[tuple[str, Callable[[str, Voice], bool]], ...] = (
    ("the meeting acts: 会议决定……", _acts),
    ("the sentence names the speaker", _names),
    ("it opens as narration does", lambda sentence, _: narrates(sentence)),
    ("it opens with the speaker's office", _by_office),
    ("the cited words are over", _of_when),
    ("data tell the rest", _of_data),
    ("it is about a place, in the third person", _elsewhere),
)
"""What ends speech: reason and rule."""


def _sentence_end(text: str, start: int, limit: int) -> int:
    end = min((n for n in (text.find(c, start, limit) for c in "。！？") if n >= 0), default=limit - 1)
    return end + 1
