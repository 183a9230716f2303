"""What stands beside the name of a work and is no part of it: its site, its office, what is told of it."""

from policyparse.knowledge.characters import SMALL_ORDINAL
from policyparse.knowledge.pattern import pattern
from policyparse.plan.phases import PHASE

SITE = pattern(
    r"(?:建设|施工|项目|工程)?(?:现场|工地)",
    method="match",
    matches=["建设现场", "工地", "项目现场", "施工现场", "工程现场"],
    rejects=["建设", "，现场"],
)
NEXT_CLAUSE = pattern(
    r"(?!的|等|负责|管理|[\u4e00-\u9fff]{0,4}企业)[\u4e00-\u9fff]{0,12}，(?:目前|现|已|正式|预计|计划|力争|有望|即将|将|正){0,2}(?:进入|步入|从[^，。；]{2,6}到)?(?&stage)"
    r"(?:仅用|只用|阶段|建设|投产|运营|投用|发电|，|。|；|$)",
    method="match",
    stage=PHASE,
    matches=["点火成功，进入试运行阶段", "，从洽谈到签约只用了42天", "进展顺利，预计竣工投用", "，已投产。"],
    rejects=["进展顺利，签约企业20家", "的负责人说，已投产。", "，该县开工项目9个"],
)
"""What happens to a work stands in the clause behind the one that it opens."""
PLACED = pattern(
    r"(?:位于|坐落[于在]|地处|入驻|进驻|落户于?|落地于?|选址[于在]?)$",
    matches=[
        *("项目位于", "坐落于", "选址在", "企业入驻", "落户", "坐落在", "地处", "进驻", "落户于", "落地", "落地于"),
        *("选址", "选址于"),
    ],
    rejects=["位于东江的", "企业"],
)
"""Before the name of a park or a base: something else stands there."""
ON_SITE = pattern(
    r"(?:项目|工程)(?:现场|工地)",
    matches=["青禾项目现场", "工程工地上"],
    rejects=["活动现场", "工地食堂"],
)
"""The site of a work."""
OF_OFFICE = pattern(
    r"(?:建设|项目|工程|施工){0,2}(?&works.offices_of_works)",
    method="match",
    matches=["建设指挥部", "项目指挥部", "施工指挥部", "工程建设建管处加快推进。", "局", "管理委员会", "公司"],
    rejects=["建设", "局部完工", "工程建设施工公司"],
)
"""After a work: it belongs to the name of an office."""
ONTO = pattern(
    r"(?:扩建|改建|改扩建|迁建|扩容|提升|改造|续建|整治|加固|除险加固|配套|建设|升级|治理){1,3}(?:工程|项目)",
    method="fullmatch",
    matches=[
        *("扩建工程", "除险加固工程", "配套工程", "迁建工程", "续建工程", "治理工程", "整治工程", "改造工程"),
        *("改建工程", "提升工程", "扩建项目", "扩容工程", "建设工程", "升级工程", "加固工程", "改扩建工程"),
    ],
    rejects=["主体工程", "扩建", "工程", "加固升级建设建设工程"],
)
"""What is built on a work is another work."""
DESCRIBED = pattern(
    r"(?:（[^（）]{1,20}）)?(?:由(?=[^，。；]{2,30}(?:投资|建设|负责|承建))|，?(?:规划)?(?:总?占地|总用地|用地)|，?总投资"
    r"|，?(?:计划|拟|预计)(?:总)?投资|，?(?&digit)期投资|，?(?:主要|拟|规划|计划)建设|选址|投资(?=[0-9约近超]))",
    method="match",
    digit=f"[{SMALL_ORDINAL}]",
    matches=[
        *("占地120亩", "由青峰公司投资", "，计划总投资", "（一期）选址", "投资3亿元", "拟建设", "总投资"),
        *("一期投资", "，计划建设", "投资近", "投资超", "投资约", "，总投资", "主要建设", "，计划投资"),
        *("，规划建设", "，拟总投资", "，一期投资", "计划总投资", "由企业负责", "由企业承建", "由企业建设"),
        *("，预计总投资", "用地120亩", "，占地120亩", "总用地120亩", "总占地120亩", "规划占地120亩"),
    ],
    rejects=[
        *("由青峰公司，", "的产值", "投资者", "（）选址", "由县建设"),
        "（含东江市、西江县和南山区等三个县市区的全部乡镇）选址",
        "由市城投公司、市水务集团、宏远路桥集团和中铁第三工程局有限公司组成的联合体投资",
    ],
)
"""After a work: who builds it, where, or for how much."""
GOES_ON = pattern(
    r"(?:配套|与|和|及|改造|扩建|升级|提升|现代化|加固|整治|治理|示范){1,5}(?:工程|项目)",
    method="match",
    matches=[
        *("配套与现代化改造工程", "改造项目", "和项目", "及项目", "示范项目", "治理项目", "整治项目", "提升项目"),
        *("扩建项目", "升级项目", "加固项目"),
    ],
    rejects=["。", "，配套工程", "项目加快前期进程。", "与与扩建和治理示范工程"],
)
"""Behind a word of a stage that is part of a longer name: 甲灌区续建 配套与现代化改造工程."""
