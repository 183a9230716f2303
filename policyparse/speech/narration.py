"""Where speech goes on without a verb, and where the reporter's own narration resumes."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from policyparse.knowledge import Pattern, pattern
from policyparse.knowledge.characters import COUNT, HAN, SMALL_ORDINAL
from policyparse.knowledge.lexicon import word_set
from policyparse.language.persons import Office
from policyparse.language.regions import find_regions

_STRETCH = pattern(
    "[^。！？]{1,300}",
    matches=["市领导", "市水利局局长范大成，市林业局局长丁一帆"],
    rejects=[
        *("", "修渠。", "修渠！", "修渠？"),
        "江州市委副书记、代市长王小明，市人大常委会主任李晓红，市政协主席张立成，市委常委、常务副市长赵一曼，市委常委、组"
        "织部部长钱志强，市委常委、宣传部部长孙中良，市委常委、统战部部长周小川，副市长吴启明、郑成文、冯至远、陈思进，市"
        "中级人民法院院长褚时中，市人民检察院检察长卫国平，市政府秘书长蒋方舟，市发展改革委主任沈从容，市经济和信息化局局"
        "长韩少波，市财政局局长杨柳青，市自然资源和规划局局长朱建华，市住房城乡建设局局长秦岭，市交通运输局局长尤文清，市"
        "水利局局长许海，市农业农村局局长何大成，市商务局局长吕梁，各县（市、区）党委和政府主要负责同志，市直各部门、各直"
        "属单位主要负责同志，驻市部队、在市高校和重点企业负责同志，以及受表彰的先进集体和先进个人代表",
    ],
    method="fullmatch",
)
"""What stands before a verb inside one sentence."""

_DUTY = pattern(
    rf"(?:同时，|此外，|其中，)?(?:(?&narration.duties)|[{SMALL_ORDINAL}]{{1,2}}[是要]|第[{SMALL_ORDINAL}]{{1,2}}(?:[，、]|[是个点])"
    r"|一方面|另一方面|在[^，。]{2,24}(?:方面|领域)，[^，。]{0,24}(?:要|必须|应当|将))",
    matches=[
        *("要修渠", "同时，要修渠", "此外，要修渠", "其中，要修渠", "一是修渠", "二要修渠", "第一，修渠"),
        *("第二个方面", "第三点", "第三是", "一方面，修渠", "另一方面，修渠", "在用水方面，农户要节水"),
        *("在灌溉领域，各村将轮灌", "在用水方面，必须节水", "在用水方面，应当节水"),
    ],
    rejects=[
        *("去年修了渠", "在用水方面，节水成效明显", "第一中学", "是修渠", "第是重点", "第二十三是修渠"),
        *("二十三是修渠", "在县方面，应当节水"),
        "在加快推进大中型灌区续建配套和现代化改造提质增效工程方面，应当节水",
        "在灌溉领域，干渠沿线十二个乡镇的九十六个行政村和三个国有农场统一将轮灌",
    ],
    method="match",
)
"""A duty or a member of a list goes on with what is reported."""

_NOW = pattern(
    r"(?&narration.now_openings)|(?&narration.now_clauses)，|\S{1,8}会上，",
    matches=["眼下，", "走进大棚", "近日，", "动员会上，"],
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
        *("牢记村里几代老支书留下来的殷切嘱托", "按照省委、省政府关于今冬明春水利建设的部署要求，"),
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
    r"(?:(?&narration.occasions)上|会议现场)，?(?!要|必须|应|我)[^。！？，]{0,40}?(?&narration.done)了(?!解)"
    r"|(?:会议|大会|活动)以[^，。]{2,16}(?:形式|方式)(?:召开|举行|进行)",
    matches=[
        *("会上，市水利局汇报了工作", "会上宣读了决定", "仪式上，双方签署了协议", "会议以视频形式召开，"),
        *("活动以网络方式进行", "会议现场，市水利局介绍了经验", "大会以视频方式举行"),
    ],
    rejects=[
        *("会上，要听取了意见再作决定", "会上，我们听取了意见", "会上，双方谈合作", "会议以问题为导向，"),
        *("会上，必须听取了意见才能表决", "会上，应听取了意见再表决", "会上，大家介绍了解到的情况"),
        "会议以何方式举行",
        "会上，来自全市各县区和市直有关部门、重点企业、科研院所、行业协会的一百二十余名负责同志和代表汇报了",
        "大会以线上线下相结合、主会场与各县区分会场同步的方式举行",
    ],
    method="match",
)
_ATTENDED = pattern(
    r"(?:会议|活动|仪式|座谈会|大会|全会)由[^，。；]{2,24}主持"
    r"|(?&stretch)(?:(?:参加|出席|列席|陪同|主持|参与)[^，。；]{0,14}(?&narration.activities)|参加|出席|列席|陪同)。",
    stretch=_STRETCH,
    matches=[
        *("市领导参加会议。", "市领导出席会议。", "市领导列席会议。", "市领导陪同调研。"),
        *("副市长主持了专题座谈会。", "会议由副市长主持。", "副市长参与调研。", "市领导陪同。", "市领导列席。"),
        *("市领导出席。", "市领导参加。", "活动由副市长主持。", "大会由副市长主持。", "全会由副市长主持。"),
        *("仪式由副市长主持。", "座谈会由副市长主持。"),
    ],
    rejects=[
        *("各村要参加会议并发言。", "市领导参加", "参加会议。", "出席。", "会议由县主持。"),
        "副市长参与制定的全市水利建设五年规划专题调研。",
        "会议由市政府党组成员、市水利局党组书记、局长、市防汛抗旱指挥部副指挥何大成主持。",
    ],
    method="match",
)
_BY_ORDER = pattern(
    r"受[^，。]{2,16}委托，",
    matches=["受市政府委托，"],
    rejects=["受理委托书，", "受县委托，", "受市委、市政府主要负责同志和分管负责同志委托，"],
    method="match",
)
_COUNTED = pattern(
    rf"(?:近|约|超过?|逾|共有?)?[{COUNT}]{{1,4}}[余多]?[位名](?&stretch)(?:参加|出席|列席|发言)",
    stretch=_STRETCH,
    matches=[
        *("近100名委员参加", "12位专家发言", "约20多位代表出席", "共有30余名代表列席", "超100名委员参加"),
        *("逾100名委员参加", "共30余名代表列席", "超过100名委员参加"),
    ],
    rejects=["12位专家建议", "参加的有12位专家", "专家发言", "位专家发言", "12位发言", "12000位专家发言"],
    method="match",
)
_NOT_REPORTED = pattern(
    r"[^。！？，]{2,60}(?:在会上|作|进行)[^，。]{0,8}(?:发言|汇报)。"
    r"|[^。！？“”：]{2,120}(?:分别|先后|依次)[^，。]{0,8}(?:致辞|发言|汇报|讲话|参加)[，。]"
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
        *("要在会上发言，", "大家要讨论。", "我作汇报。", "市水利局作今冬明春农田水利建设汇报。"),
        *("大家就一条心，把渠修好。", "两位代表先后就城乡公交一体化建设发言。", "县先后发言。"),
        *("同时，与会就修渠发言。", "同时，与会的委员代表们就修渠发言。", "大家就县建议。"),
        "县发展改革局、县经济和信息化局、县财政局、县人力资源社会保障局、县自然资源和规划局、县住房城乡建设局、县交通运"
        "输局、县农业农村局作汇报。",
        "大家就农村生活垃圾分类收集转运、城乡公共交通线路优化调整、中小学校食堂卫生整治、沿河防洪排涝设施建设、老旧小区"
        "供水管网改造、社区养老服务站点布局和基层文化设施免费开放工作建议。",
        "县发展改革局、县经济和信息化局、县财政局、县人力资源社会保障局、县自然资源和规划局、县住房城乡建设局、县交通运"
        "输局、县农业农村局、县水利局、县商务局、县文化和旅游局、县卫生健康局、县应急管理局、县市场监管局、县教育局、县民政局、县司法局、县审计局和县"
        "科技局的负责同志依次讲话。",
    ],
    method="match",
)
_SCENE = pattern(
    rf"(?&narration.scenes)|在[他她]们?的?(?:身后|身旁|身边|带领|指引|眼)|(?!我们|咱们|[你他她]们)[{HAN}]{{1,6}}们正(?:在|忙|有序|紧张|埋头|熟练)"
    r"|在[^，。]{0,24}(?&narration.sites)[里内上旁前]?，[^。]{0,40}(?&narration.bustle)",
    matches=[
        *("午后的阳光", "在他身后，", "在她的身旁，", "在他们身边，", "在她的带领下，", "在他的指引下，"),
        *("在他眼里，", "工人们正忙着", "工人们正在", "工人们正有序", "工人们正紧张", "工人们正埋头"),
        *("工人们正熟练", "在车间，工人正装货", "在生产车间里，机器穿梭", "在田间，一片绿"),
        *("在渠口工地上，物料整齐", "在展厅内，秩序井然", "在村前，忙个不停", "在码头旁，人们来来往往"),
    ],
    rejects=[
        *("要在现场办公，", "在生产车间，要严管", "下一步，", "春耕要早", "我们正在", "她们们正在修渠"),
        *("们正在修渠", "咱们们正在修渠", "你们们正在修渠", "他们们正在修渠", "从各地赶来的客商们正在忙"),
        "在展厅内，来自全市二十三个乡镇的一百二十多家农产品加工企业带来的上千种特色产品摆满了展台，秩序井然",
        "在位于青禾县大梁镇柳树村的万亩高标准农田示范区核心区田间，一片绿",
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
        *("这是好事", "像修渠一样", "是好事", "是新农村的缩影", "像县这样的村子"),
        "这不仅仅是一条渠的变化，更是全县干部群众多年来坚持不懈兴修水利的写照",
        "像地处大山深处、距离县城八十多公里、至今没有通上自来水和硬化路的大坪村这样的村子",
        "正是青禾县委、县政府多年来始终坚持以人民为中心、一届接着一届干、一张蓝图绘到底、一年接着一年抓、带领全县三十万干部群众兴修水利"
        "改变山乡面貌的缩影",
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
    r"[^，。]{2,24}(?:方面|领域|上|中|问题)，[^，。“”]{0,8}我们(?!国)|(?&narration.we_openings)，我们",
    method="match",
    matches=[
        *("在保障方面，我们筹集", "下一步，我们将", "关于用水问题，我们筹集", "在保障方面，今年我们筹集"),
        *("在保障中，我们筹集", "在保障上，我们筹集", "保障方面，我们筹集", "在保障领域，我们筹集"),
    ],
    rejects=[
        *("在保障方面，全市", "我们将", "县上，我们筹集", "在保障方面，我们国家"),
        "在保障方面，为了让困难群众过好冬我们筹集",
        "在加快推进大中型灌区续建配套和现代化改造提质增效工程方面，我们筹集",
    ],
)
_FIRST_PERSON = pattern(
    "我们|咱们?|我(?!国)",
    matches=["我们", "咱村", "咱们", "我说", ("我们", "我们"), ("咱们", "咱们")],
    rejects=["我国", "他说"],
)
_ELSEWHERE = pattern(
    rf"(?&narration.place_openings)，(?P<place>[{HAN}]{{2,8}}?[省市区县州旗镇乡])(?![{HAN}]{{0,6}}[局委办厅部])",
    matches=[
        *(("近年来，青禾县不断完善", {"place": "青禾县"}), ("下一步，临川市将", {"place": "临川市"})),
        *("下一步，临川乡将", "下一步，临川镇将", "下一步，临川省将", "下一步，临川旗将", "下一步，临川州将"),
        *("下一步，临川区将", "今后，临川市将在各县区全面部署"),
    ],
    rejects=[
        *("近年来，我们不断完善", "近年来，青禾县水利局", "下一步，临川市部", "下一步，临川市政府养老服务办"),
        *("下一步，全县将", "下一步，地处边境线上的东江口镇将", "下一步，临川市委", "下一步，临川市厅"),
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
