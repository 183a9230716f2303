"""How the names of actors (主体) end and begin, and what stands around them.

The words are in `knowledge/actors.toml` and `knowledge/bodies.toml`; an ending of one character has guards: 人 is none
in 人民, 者 none in 或者.
"""

from functools import cache

from policyparse.knowledge.characters import COUNT
from policyparse.knowledge.lexicon import alternatives, words
from policyparse.knowledge.pattern import pattern

_IN_NOUNS = ("发展", "保障", "保护", "在", "的", "，", "有", "无", "自", "于", "以")  # 国家发展规划: no predicate
_KINDS = ("government", "court", "procuratorate", "congress", "consultative_conference", "company", "school")
_BODIES = tuple(f"bodies.{kind}" for kind in (*_KINDS, "association", "units"))


def _body() -> str:
    return "|".join(map(alternatives, (*_BODIES, "actors.bodies")))


ENDING = pattern(
    r"(?&bodies)(?<!非政府)(?!采购|定价|指导价|投资项目|犯罪)|(?&actors.persons)|(?&actors.countries)(?=(?&before_verb))|(?&actors.signs)",
    bodies=_body,
    before_verb="[对推促扶提培应可不在为，]|鼓励|支持|建立|实行|实施|保护|保障|依法|采取|加强|加大|完善|制定|设立|引导|组织|统一"
    "|根据|通过|逐步|积极|大力|健全|坚持|重点|发展|尊重|禁止|严禁|$",
    matches=[
        *(("人民政府公开", "人民政府"), ("公民举报", "公民"), ("本市鼓励", "本市"), ("申请人提出", "人"), "国家"),
        *("本市提倡", "本市扶持", "本市应当", "本市对此", "本市培育", "本市在此", "本市可以", "本市促进"),
        *("本市为此", "国家推", "国家不", "国家重点", "国家采取", "国家通过", "国家逐步", "国家设立", "国家统一"),
        *(("国家组织", "国家"), "国家积极", "国家禁止", "国家根据", "国家支持", "国家引导", "国家建立", "国家尊重"),
        *("国家实行", "国家实施", "国家完善", "国家大力", "国家坚持", "国家发展", "国家加强", "国家加大"),
        *("国家制定", "国家健全", "国家保障", "国家保护", "国家依法", "国家严禁"),
    ],
    rejects=["非政府", "政府采购", "政府定价", "政府指导价", "政府投资项目", "组织犯罪", "人民", "国家标准"],
)
"""The ending of an actor."""

SINGLE = pattern(
    r"(?&actors.signs)$",
    matches=["申请人", "经营者", "监察员", "审判庭", "商务部"],
    rejects=["人民", "或者", "家庭", "内部", "签署", "二、市财政局要落实资金。"],
)
SHORT = pattern(
    r"(?:(?&actors.place_determiners)[^，。的（）]{0,6}?(?&actors.places)(?:（[^（）]{1,12}）)?"
    r"(?:、(?&actors.places)(?:（[^（）]{1,12}）)?){0,3}|(?&office))",
    office=lambda: f"(?:{alternatives('actors.office_levels')})(?:{alternatives('actors.offices')})",
    method="fullmatch",
    matches=[
        *("各县", "各县（市、区）", "各市（州）、县（市、区）", "试点城市", "有条件的地区", "各沿海乡镇", "市财政"),
        "各市（州）、县",
    ],
    rejects=[
        *("财政", "城市", "各县的乡镇", "各经济技术产业开发先行镇", "各镇（一个很长很长很长很长的括号）"),
        *("各县（）", "各市（州）、县（含省直管县和各类开发区管理机构）"),
        *("各县（区）、农场（老旧小区改造）、试验区、省市、盟", "各市（州）、县（）"),
    ],
)
"""A short name at the end of a stretch."""

_OFFICE = pattern(
    r"(?&actors.office_levels)(?&actors.offices)",
    method="fullmatch",
    matches=["市财政", "县公安"],
    rejects=["财政", "市财政局"],
)
BETWEEN = pattern(
    r"(?&actors.department_verbs)(?=.{0,8}部门)",
    matches=["对主管部门", "组织有关部门", "对部门"],
    rejects=["生态环境部门", "对企业", "对机动车停放服务收费实施监管部门"],
)
DEPARTMENT_VERB = pattern(r"(?&actors.department_verbs)", matches=["组织"], rejects=["生态环境"])
"""A verb that does not stand between a body and its department."""

VERB = pattern(r"(?&actors.verbs)", method="match", matches=["发展企业"], rejects=["企业发展"])
FIELD = pattern(
    r"(?&actors.department_fields).{0,10}(?:部门|机构|机关|委员会|办公室|中心|人员|单位)$",
    method="match",
    matches=[*"发展改革部门 保护管理机构 推广机关 处理委员会 协调办公室 培养中心 维护人员 保障单位".split()],
    rejects=["发展企业", "处理单位问题", "发展改革和其他若干相关方面主管部门"],
)
"""The name of a department or institution that starts with a verb."""

ADVERB = pattern(r"(?&actors.adverbs)$", matches=["政府及时"], rejects=["及时公开"])
DEFINED = pattern(
    r"（(?:以下|下)?[简统]?称[^（）]{1,30}）$",
    matches=["提供者（以下简称提供者）", "申请人（以下统称申请人）", "机构（下称机构）", "船舶（简称船）"],
    rejects=[
        *("县（市）", "提供者（含平台）", "（以下简称提供者）应当", "机构（下称）"),
        "机构（下称受市人民政府委托承担机动车停放服务收费监督管理职责的事业单位和社会组织）",
    ],
)
"""A bracket behind a name that gives it a short one."""

LAWFULLY = pattern(r"(?&actors.lawful_adverbs)$", matches=["政府依法"], rejects=["依法公开"])
CONNECTIVE = pattern(
    r"(?!其[他余它])(?&actors.connectives)",
    method="match",
    matches=["但政府"],
    rejects=["其他单位", "其余单位", "其它单位", "政府但"],
)
OPENING = pattern(r"(?&actors.openings)", method="match", matches=["违反规定"], rejects=["规定违反"])
PLACE_BEHIND = pattern(
    r"[^，。；：在于对将把]{0,12}?(?:周边|周围|附近|门前|门口|沿线|两侧|所在地|(?:宿舍|校园|厂区|院|场所|食堂|楼|门)[内里])",
    matches=[
        *("周边二百米内", "校、幼儿园周围", "两侧", "门前", "门口", "宿舍内", "集体宿舍楼里", "附近", "沿线"),
        *("所在地", "校园内", "厂区内", "院内", "场所内", "食堂内", "门内"),
    ],
    rejects=[
        *("在道路两侧", "对周边", "应当在学校附近", "，两侧", "办公楼、教学楼、宿舍和食堂等场所周边"),
        *("集体宿于楼里", "集体宿将楼里", "集体宿把楼里", "设于校园周边", "将校门周边", "把校门周边"),
    ],
    method="match",
)
"""Behind an actor: the place is meant and not the actor (学校周边二百米内禁止…)."""

ROLE = pattern(
    r"(?:当事|保证|报告|未成年|受[^他本别个单，、的]{1,3}?|被[^他本别个，、的]{1,4}?|(?:举办|开办|处理|发布|设立|受理|检查)(?:[^，、的]{0,2}?))"
    r"(?:人员?|者)|受理(?:机关|机构|部门)|检查(?:机关|机构|部门)",
    matches=[
        *"当事人 受害人 受托人 受送达人 受处罚者 被保险人 被申请人 被监护人 被告人 保证人 报告人 未成年人".split(),
        *"举办者 开办者 处理者 发布者 设立人 检查人员 受理机关 受理部门 检查机构".split(),
        *("举办学校者", "受理机构", "检查机关", "检查部门"),
    ],
    rejects=[
        *("受他人", "被他人", "受单位委托人", "处理他的人", "受理", "保证工人", "发现人", "被的人", "受人"),
        *("受城乡供水人", "受本人", "受别人", "受个人", "受单人", "受的人", "被人", "被农村公路网人", "被本人"),
        *("被别人", "被个人", "举办图书馆者"),
    ],
    method="fullmatch",
)
"""A name for somebody's part in a matter, of which the verb is no predicate."""

PUBLIC = pattern(r"(?&actors.public)$", matches=["人民政府", "本市"], rejects=["政府采购", "企业"])
AUTHORITY = pattern(
    r"(?:(?&actors.authorities)|(?&actors.public)|(?&bodies))$",
    bodies=lambda: "|".join(map(alternatives, (*_BODIES[:4], "bodies.government_signs", "actors.bodies"))),
    matches=["海关", "县人民法院", "公安局", "主管部门", "本市", "学校"],
    rejects=["申请人", "海关监管"],
)
COMPOUND = pattern(r"(?&actors.compounds)", method="fullmatch", matches=["申请"], rejects=["申请人"])
ATTRIBUTE = pattern(r"(?&actors.attributes)", method="match", matches=["信息公开"], rejects=["公开信息"])
THING = pattern(r"(?&actors.things)$", matches=["发展规划"], rejects=["规划发展"])
ACT = pattern(
    r"(?&actors.acts)|(?&others)",
    others=lambda: alternatives_of(_predicates()),
    method="match",
    matches=["评议案件", "违反规定", "加强管理"],
    rejects=["案件评议", "发展规划"],
)
"""A verb with which the predicate of an actor opens."""

PREDICATE = pattern(
    rf"(?&norms.adverbs){{0,3}}(?:(?&acts)|(?&norms.acts))|[每各所本其另未已正须用拟欲]|明知|连续|[{COUNT}]"
    r"|(?&actors.adverbs)|[^，。；的]{0,12}?[在对向将把按依]|[^，。；的]{1,30}[后时前]$",
    acts=ACT,
    method="match",
    matches=[
        *"招用工人 依法审理案件 每年 三十日内 未批准 违反规定 及时公开 明知伪造 拟出境 林业主管部门在市区植树".split(),
        *"入境后 开航前 停业时 各司其职 连续驾驶".split(),
        *"所需经费 本年度 其后 另有安排 已知情 正在施工 须知 用水 欲转让 经费按规定使用".split(),
        *("广泛公开", "启动知", "其年", "正年", "即", "在市区植树", "林业主管部门对市区植树"),
        *("林业主管部门向市区植树", "林业主管部门将市区植树", "林业主管部门把市区植树", "林业主管部门按市区植树"),
        "林业主管部门依市区植树",
    ],
    rejects=[
        *("教室采光", "生活用水", "内部保卫", "安全生产", "藏品出境", "病房通风", "的用水在"),
        *("广泛公正尽快广泛公开", "城乡公共交通一体化和图书馆在市区植树", "前"),
        *("城乡公共交通一体化和城乡公共交通一体化和居家养老服务设施和公园前", "停的时", "停业时甲"),
    ],
)
"""What an actor does, right behind him: 企业|招用工人; 学校|教室采光 speaks of a thing."""

OBJECT_LEAD = pattern(
    r"[对向给将把由](?!外(?![国籍商资币来地侨汇部界人])|方|口|军|导|水)",
    method="match",
    matches=[
        *("对企业", "向社会", "给个人", "将其", "把它", "由县", "对外国人", "对外商", "向外汇部门", "向外部"),
        *("向外资", "向外籍", "向外界", "向外来", "向外币", "向外地", "向外侨", "向外人"),
    ],
    rejects=["对外联络机关", "对方当事人", "对口部门", "将军", "向导", "给水企业"],
)
BY_LEAVE = pattern(
    r"[^，。；]{0,12}?(?:批准|同意|许可|授权|核准|审核|审查|决定|认可|确认|指定|委托|备案)",
    method="match",
    matches="批准 同意 许可 授权 核准 审核 审查 决定 认可 确认 指定 委托 备案 书面同意".split(),
    rejects=["应当公开", "，批准", "在依法进行充分而且公开的论证之后批准"],
)
WIDENS = pattern(
    r"(?:及其|及|所属|派出|直属|主要|直接|有关|工作|执法|委托的|授权的|指定的|设立的|下属|常务|专门)?"
    r"|(?:经营|提供|运营|开办|管理|服务|使用|建设|所有|投资|生产|销售)"
    r"|(?:及其|的)?(?:工作|执法|从业|管理|服务|专业|技术|组成|有关)?人",
    method="fullmatch",
    matches=[
        *(
            "经营 提供 运营 开办 管理 服务 使用 建设 所有 投资 生产 销售 "
            "及其 及 所属 派出 直属 主要 直接 有关 工作 执法 委托的 授权的 指定的 设立的 下属 常务 专门 "
            "及其工作人 的执法人 从业人 管理人 服务人 专业人 技术人 组成人 有关人"
        ).split(),
        *("人", ""),
    ],
    rejects=["组织", "会同"],
)
"""What stands between an ending and the one that widens the name: 政府|及其|部门."""

WITHIN_PREDICATE = pattern(
    r"因(?<!原因)(?![素果])|由(?<![自理事缘经]由)|按照|根据|依照|仍|不(?![动法良锈])|未(?![成来婚])|符合|是(?!否)|违反|超过"
    r"|安排|责令|督促|允许|雇用|聘用|招用|招徕|擅自|强迫|诱导|要求",
    matches=(
        "企业因故 企业由其 企业按照 企业根据 企业依照 企业仍 企业不服 企业未报 企业符合 企业是 企业违反 企业超过 "
        "企业安排 企业责令 企业督促 企业允许 企业雇用 企业聘用 企业招用 企业招徕 企业擅自 企业强迫 企业诱导 企业要求"
    ).split(),
    rejects="原因 因素 因果 自由 理由 事由 缘由 经由 不动产 不法 不良 不锈钢 未成年人 未来 未婚 是否".split(),
)
"""What opens the predicate of an actor, so that another actor behind it is none of its name."""

FOLLOWS = pattern(
    r"[在对向按依经自于将以为因与就从每]|根据|会同|及时|应|立即|定期|均|都|不|可|也|通过|同时|尽快",
    method="match",
    matches=[*"在对向按依经自于将以为因与就从每应均都不可也", *"根据 会同 及时 立即 定期 通过 同时 尽快".split()],
    rejects=["公开", "用地"],
)
"""What an actor is followed by that makes no noun with it."""

TIME = pattern(
    r"自[^的]{2,30}?(?:起|日)(?:[^的]{1,12}?[内前后])?|在[^的]{1,30}(?:时|中|内|前|后|下|期间)|经[^的]{2,12}(?:后|，)",
    method="match",
    matches=[
        *("自立案之日起", "自受理之日", "自立案之日起十日内", "自立案之日起十日前", "自立案之日起十日后"),
        *("在施工时", "在作业中", "在期限内", "在施工前", "在施工后", "在必要情况下", "在公示期间", "经批准后"),
        *("经批准，", ("自县日起", "自县日起"), ("自立案之日内", "自立案之日")),
        *(("自立案之日起十日后", "自立案之日起十日后"), ("自立案之日起十日前", "自立案之日起十日前")),
        ("自立案之日起十日内", "自立案之日起十日内"),
        ("自立案之日依法组成合议庭并在三十个工作日内", "自立案之日"),
    ],
    rejects=[
        *("自来水", "在岗人员", "经营者", "自己的起点", "在的时", "经的批准后", "在下", "经县后"),
        "经营者、建设单位应当如实记录作业情况，",
        "自市人民政府行政审批主管部门收到申请人按照规定提交完整有效申请材料后次日",
        "在市人民政府行政审批主管部门会同公安交通管理和住房城乡建设等主管部门指导下",
    ],
)


def alternatives_of(listed: list[str]) -> str:
    """The source of an expression that matches any of the words, the longest first."""
    return "|".join(sorted(listed, key=len, reverse=True))


def _predicates() -> list[str]:
    groups = ("actors.openings", "actors.verbs", "actors.department_verbs")
    return [word for group in groups for word in words(group) if word not in _IN_NOUNS]


@cache
def endings() -> tuple[str, ...]:
    """Endings of actors, for the end of a stretch, behind which a marker or a mark stands."""
    return tuple(
        word
        for group in (*_BODIES, "actors.bodies", "actors.persons", "actors.short", "actors.countries")
        for word in words(group)
    )


@cache
def last_characters() -> frozenset[str]:
    """The last characters of all endings."""
    groups = ("actors.signs", "actors.places", "actors.offices", "bodies.government_signs", "bodies.institution_signs")
    return frozenset(word[-1] for word in (*endings(), *(w for g in groups for w in words(g)))) | {"）"}


@cache
def first_characters(group: str) -> frozenset[str]:
    """The first characters of the words of a group."""
    return frozenset(word[0] for word in words(group))


@cache
def last_of(group: str) -> frozenset[str]:
    """The last characters of the words of a group."""
    return frozenset(word[-1] for word in words(group))


def is_office(text: str) -> bool:
    """Whether a text is a department by the name of its field: 市财政, of 市财政、审计部门."""
    return _OFFICE.fullmatch(text) is not None
