"""Meetings: particulars, contributions, proceedings."""

from datetime import date
from decimal import Decimal

import pytest

import policyparse
from policyparse.proceedings.forms import find_forms, names_meeting


def meeting(title: str, *body: str, published: str = "来源：某报  发布时间：2024年07月11日 19:00"):
    return policyparse.parse("\n".join((title, published, "", *body)))


@pytest.mark.parametrize(
    ("title", "form"),
    [
        ("省政协召开“盘活存量资产”专题协商会", "专题协商会"),
        ("国务院新闻办公室举行新闻发布会", "新闻发布会"),
        ("市政府召开第四十三次常务会议", "常务会议"),
        ("全省安全生产视频会议召开", "视频会议"),
        ("经济形势专家座谈会在京召开", "经济形势专家座谈会"),
        ("市政协双周协商座谈会发言摘登", "双周协商座谈会"),
        ("市人大常委会开展垃圾分类专题询问", "专题询问"),
    ],
)
def test_titles_that_name_a_meeting(title, form):
    assert [title[slice(*extent)] for extent in find_forms(title)][-1].endswith(form)


@pytest.mark.parametrize(
    "title",
    [
        "认真学习贯彻全会精神 推动工作再上新台阶",
        "代表委员热议政府工作报告",
        "省长在看望出席政协会议的委员时强调",
        "全市社会组织党建工作取得成效",
        "第三届进口博览会开幕",
        "坚持和完善人民代表大会制度",
        "人民大会堂举行国庆招待演出",
        "委员围绕就业作大会发言",
        "市工业和信息化委员会发布通知",
    ],
)
def test_titles_that_name_none(title):
    assert not names_meeting(title)


def test_particulars():
    doc = meeting(
        "市政协召开“推进老旧小区改造”专题协商会 主席郭明出席并讲话",
        "7月10日，市政协在政协会堂召开“推进老旧小区改造”专题协商会。市政协主席郭明出席并讲话。",
    )
    assert doc.kind == "meeting"
    assert doc.organizer == "市政协"
    assert doc.meeting_type == "专题协商会"
    assert doc.topic == "推进老旧小区改造"
    assert (doc.held_on.start, doc.held_on.end) == (date(2024, 7, 10), date(2024, 7, 10))
    assert doc.venue == "政协会堂"
    assert [a.name for a in doc.attendees] == ["郭明"]
    assert set(doc.evidence) >= {"/title", "/organizer", "/topic", "/held_on", "/venue"}


@pytest.mark.parametrize(
    ("title", "lead", "organizer"),
    [
        ("十四届全国人大常委会第九次会议举行", "7月9日上午，会议在京举行。", "全国人大常委会"),
        ("郑远主持召开国务院常务会议", "国务院总理郑远7月9日主持召开国务院常务会议。", "国务院"),
        ("中央某某委员会第二次会议召开", "7月9日下午，会议召开。", "中央某某委员会"),
        (
            "【系列主题新闻发布会】造林绿化成效明显",
            "国务院新闻办公室今天（7月11日）举行新闻发布会。",
            "国务院新闻办公室",
        ),
        ("全市优化营商环境大会召开", "7月9日，全市优化营商环境大会在市民中心召开。", None),
        ("省九届人大常委会第三次会议结束", "7月9日下午，会议在省城闭幕。", "省人大常委会"),
        ("产业推介会在某市举行", "推介会由某市委、某市人民政府主办，某区承办。", "某市委、某市人民政府"),
        ("专题询问举行", "昨日下午，市八届人大常委会第二次会议就垃圾分类进行专题询问。", "市人大常委会"),
    ],
)
def test_who_called_it(title, lead, organizer):
    assert meeting(title, lead).organizer == organizer


@pytest.mark.parametrize(
    ("title", "lead", "topic"),
    [
        ("全市养老服务推进会召开", "7月9日，会议召开。", "养老服务"),
        ("市人大常委会举行专题询问", "7月9日，市人大常委会就垃圾分类工作进行专题询问。", "垃圾分类工作"),
        ("省政府召开新闻发布会", "主　题：上半年水利建设情况\n7月9日，新闻发布会召开。", "上半年水利建设情况"),
        ("全国政协召开全体会议", "7月9日，全国政协召开全体会议。", None),
        ("产业推介会在某市举行", "产业推介会主题为“同心同行·共建共享”，吸引客商参加。", "同心同行·共建共享"),
    ],
)
def test_what_it_was_about(title, lead, topic):
    assert meeting(title, lead).topic == topic


def test_a_participant_proposes_and_the_government_answers():
    doc = meeting(
        "市政协召开重点提案督办协商会",
        "“停车场建得少、管得乱，群众意见大，问题突出。”何敏委员建议，新建小区按一户一位配建；老旧小区挖潜改造。",
        "市城管局局长戴文回应，今年将新增车位两万个，把委员的建议落到实处。",
        "市政协主席郭明强调，要把协商成果转化为治理效能。",
    )
    (proposal,) = doc.proposals
    assert proposal.speaker == "何敏"
    assert proposal.problem == "停车场建得少、管得乱，群众意见大，问题突出。"
    assert proposal.recommendation == "新建小区按一户一位配建；老旧小区挖潜改造。"
    assert proposal.measures == ["新建小区按一户一位配建", "老旧小区挖潜改造"]
    assert [(r.speaker, r.text) for r in doc.responses] == [("戴文", "今年将新增车位两万个，把委员的建议落到实处。")]
    assert [(s.speaker, s.text) for s in doc.statements] == [("郭明", "要把协商成果转化为治理效能。")]


def test_without_proposals_the_government_only_states():
    doc = meeting("省政府召开新闻发布会", "省水利厅厅长葛云龙表示，今年将完成三座大型水库的除险加固。")
    assert doc.responses == []
    assert [s.speaker for s in doc.statements] == ["葛云龙"]


def test_a_question_is_no_proposal_and_its_answer_a_response():
    doc = meeting(
        "市人大常委会举行养老服务专题询问",
        "7月9日，专题询问举行，气氛热烈。",
        "市人大常委会委员周立成：社区食堂开张半年就关门，应该怎么办？",
        "市民政局局长何敏华：我们将引进有实力的企业，推动连锁运营。",
    )
    assert doc.proposals == []
    assert [s.speaker for s in doc.statements] == ["周立成"]
    assert [r.speaker for r in doc.responses] == ["何敏华"]


def test_a_party_proposes():
    doc = meeting(
        "市政协召开协商会发言摘登", "7月9日，协商会召开。", "民建市委会：", "要推广收益权质押贷款，放宽贷款期限。"
    )
    assert [p.speaker for p in doc.proposals] == ["民建市委会"]


def test_at_a_promotion_nobody_advises():
    doc = meeting(
        "市政府举行产业投资推介会",
        "7月9日，产业投资推介会举行。",
        "某某集团董事长魏国山表示，要加快项目建设，推动早日投产。",
        "市长吴锦华说，全力当好服务企业的店小二。",
    )
    assert (doc.proposals, doc.responses) == ([], [])
    assert [s.speaker for s in doc.statements] == ["魏国山", "吴锦华"]


def test_who_leads_a_committee_of_the_party_proposes_nothing():
    doc = meeting("市人大常委会召开会议", "全国人大代表、市委副书记殷一华说，要把会议精神学习好，推动工作上台阶。")
    assert doc.proposals == []
    assert [s.speaker for s in doc.statements] == ["殷一华"]


def test_advice_under_a_later_verb_is_a_proposal():
    doc = meeting(
        "市政协召开协商会", "田月华委员认为，草案没有写清处罚。她建议，写明拒不整改的后果。", "7月9日，会议召开。"
    )
    assert [p.speaker for p in doc.proposals] == ["田月华"]


def outcomes(sentence: str) -> list[tuple[str, str]]:
    return [(o.action, o.object) for o in meeting("某某会议召开", "7月9日，某某会议召开。", sentence).outcomes]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("会议审议通过了《某省河道管理条例》。", [("审议通过", "《某省河道管理条例》")]),
        ("会议表决通过了《甲条例》《乙条例》。", [("表决通过", "《甲条例》"), ("表决通过", "《乙条例》")]),
        (
            "会议听取了副主任委员丛斌作的关于甲法草案的报告，主任委员李飞作的关于乙法草案的报告。",
            [("听取", "副主任委员丛斌作的关于甲法草案的报告"), ("听取", "主任委员李飞作的关于乙法草案的报告")],
        ),
        ("会议传达学习了上级精神；研究部署防汛工作。", [("传达学习", "上级精神"), ("研究部署", "防汛工作")]),
        (
            "会议讨论并原则通过《丙规划》，决定将草案提请审议。",
            [("讨论并原则通过", "《丙规划》"), ("决定", "将草案提请审议")],
        ),
        ("会议还研究了其他事项。", []),
        (
            "会议表决通过了关于修改甲法的决定，乙税法，新修订的丙法，关于修改丁法等五部法律的决定。",
            [
                ("表决通过", "关于修改甲法的决定"),
                ("表决通过", "乙税法"),
                ("表决通过", "新修订的丙法"),
                ("表决通过", "关于修改丁法等五部法律的决定"),
            ],
        ),
        (
            "会议表决通过了关于延长某期限的决定、关于授权国务院下达限额的决定。",
            [("表决通过", "关于延长某期限的决定"), ("表决通过", "关于授权国务院下达限额的决定")],
        ),
        (
            "会议决定设立专项基金，以市场化方式运作，要求抓好落实；确定降低融资成本的措施，加大金融支持。",
            [("决定", "设立专项基金，以市场化方式运作"), ("确定", "降低融资成本的措施")],
        ),
        (
            "会议部署根据督查发现的问题，进一步优化营商环境。",
            [("部署", "根据督查发现的问题，进一步优化营商环境")],
        ),
        ("会议对湿地保护条例（草案）进行了分组审议。", [("分组审议", "湿地保护条例（草案）")]),
        (
            "会议举行联组会，在听取和审议市政府关于污水治理的报告的基础上开展询问。",
            [("听取和审议", "市政府关于污水治理的报告")],
        ),
        ("座谈会讨论深入，气氛热烈。", []),
        ("座谈会要求，通过在各村镇悬挂宣传条幅等方式，提高知晓率。", []),
        ("审议了某委关于提请审议甲法草案的议案，某委主任作了说明。", [("审议", "某委关于提请审议甲法草案的议案")]),
        ("学习贯彻某某思想主题教育指导组有关同志参加。", []),
        ("在听取委员发言后，与会人员进行了交流。", []),
        ("企业研究新工艺，通过了环保验收。", []),
        ("会议强调，要研究新情况，解决新问题。", []),
    ],
)
def test_what_a_meeting_did(sentence, expected):
    assert outcomes(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("14位委员作大会发言。", [(Decimal(14), "位")]),
        ("近百名企业家和专家参加会议。", [(Decimal(100), "名")]),
        ("会议应到72人，实到65人。", [(Decimal(72), "人"), (Decimal(65), "人")]),
        ("会前征集提案147件。", [(Decimal(147), "件")]),
        ("会议应到常委会组成人员57人，实到49人。", [(Decimal(57), "人"), (Decimal(49), "人")]),
        ("全市新增就业3200人。", []),
        ("一位老人住进了新居。", []),
    ],
)
def test_declared_numbers(sentence, expected):
    doc = meeting("某某会议召开", "7月9日，某某会议召开。", sentence)
    assert [(c.value, c.unit) for c in doc.counts] == expected


def test_field_research():
    doc = meeting(
        "市政协召开专题议政性常委会会议",
        "经济委员会、教科卫体委员会委员，先后深入某某（集团）有限公司、市第一医院和滨江产业园实地调研，了解有关情况。",
        "科技委员会认真听取了汇报，并到有关部门座谈。",
    )
    (visit,) = doc.visits
    assert visit.groups == ["经济委员会", "教科卫体委员会"]
    assert visit.sites == ["某某（集团）有限公司", "市第一医院", "滨江产业园"]


def test_field_research_before_a_meeting():
    doc = meeting(
        "市政协召开协商会",
        "7月9日，协商会召开。",
        "会前，市政协农业委员会深入青山国有林场、永安县食用菌专业合作社和西坪水库开展了调研。",
    )
    (visit,) = doc.visits
    assert visit.groups == ["市政协农业委员会"]
    assert visit.sites[0] == "青山国有林场"
    assert visit.sites[-1] == "西坪水库"
