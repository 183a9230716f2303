"""The form of meetings: by what a page is known as the report of one."""

from policyparse.knowledge import pattern
from policyparse.official.form import form_of
from policyparse.page.layout import Page
from policyparse.proceedings.forms import names_meeting
from policyparse.proceedings.particulars import opens_meeting

_HAPPENED = pattern(
    r"(?:启动|开工|开幕|闭幕|收官|竣工|投产|揭牌|签约|上线|通车|落成|落幕|出台|发布|成立|起航|开播|亮相|获批|投用)了?$",
    matches=[
        *(
            "某省品牌丝路行（南美站）正式启动",
            "轨道交通三号线开工",
            "绿色博览会开幕",
            "丝路行闭幕",
            "巡回展收官",
            "大桥竣工",
        ),
        *("新工厂投产", "创新中心揭牌", "百亿项目签约", "服务平台上线", "跨江大桥通车", "文化馆落成", "艺术节落幕"),
        *(
            "人才新政出台",
            "白皮书发布",
            "产业联盟成立",
            "文旅专列起航",
            "专题片开播",
            "新品亮相",
            "自贸区获批",
            "新校区投用了",
        ),
    ],
    rejects=["打造某市的当家产业", "启动“十五五”规划编制", "发布会侧记", "凝心聚力促发展"],
)
"""The end of a title that tells an event of its own; a meeting in its subtitle is another one."""


def score(page: Page) -> float:
    """How much the page looks like a meeting, 0 to 1: whether its titles, or without any its lead, name one."""
    titles = [block for block in (page.title, page.subtitle) if block]
    if titles and page.once(form_of).genre:
        return 0.05  # the title is that of an official document: 会议纪要, 关于召开会议的通知
    if page.title is not None and _HAPPENED.search(page.title.folded):
        titles = [page.title]
    if titles:
        return 0.8 if any(names_meeting(block.folded) for block in titles) else 0.05
    return 0.6 if any(opens_meeting(block.folded) for block in page.body[:1]) else 0.05
