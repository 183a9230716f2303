"""What stands between a speaker and the verb: days, places, audiences, manners (今日在会上对记者首先表示)."""

from policyparse.knowledge import pattern
from policyparse.knowledge.characters import HAN
from policyparse.page.outlets import OUTLET_NAME

TIME = pattern(
    r"(?:(?:\d{1,2}月)?\d{1,2}日|(?&reporting.moments)|(?<!日)[上下]午)(?&reporting.day_parts)?",
    matches=[
        *(("范大成12月3日下午表示", "12月3日下午"), ("范大成9日再次表示", "9日")),
        *(("范大成今日上午表示", "今日上午"), ("下午再次表示", "下午"), ("范大成上午表示", "上午")),
        *(("上月3日", "3日"), ("随后下午表示", "随后下午"), ("20241203日", "03日"), ("202412月3日", "12月3日")),
    ],
    rejects=["二十日下午", "日均产量", "午后", "一日之计"],
)
"""When something is said: 9日下午, 今日, 日前."""

PRESS = pattern(
    "(?:《[^《》]{1,12}》|(?&outlet))?(?:首席|见习)?(?:记者|笔者|小编|媒体)们?",
    outlet=OUTLET_NAME,
    matches=[
        *("本报记者", "本台记者", "本刊记者", "本网小编", "《青禾日报》记者", "青禾财经记者", "新华社记者", "记者"),
        *("笔者", "媒体", "记者们", "见习记者", "青禾晚报首席记者", "青禾传媒记者", "24小时在线记者"),
        "青禾客户端记者",
    ],
    rejects=["大家", "《》记者", "《国内外经济社会发展形势分析》记者", "本县记者", "记者证", "首席代表"],
    method="fullmatch",
)
"""The press, to whom something is told: 本报记者, 《青禾日报》记者."""

_AUDIENCE = pattern(
    rf"(?:面对|[向对跟同给])(?:(?&press)|大家|[{HAN}]{{1,4}}们)",
    press=PRESS,
    matches=["面对记者", "向大家", "对本报记者", "跟大家", "同媒体", "给孩子们"],
    rejects=["向们", "对县长", "面对从各地赶来的游客们", "跟踪大家"],
    method="fullmatch",
)
"""To whom something is said: 对本报记者, 向大家."""

_DOING = pattern(rf"(?!一?边)[{HAN}]", matches=["走"], rejects=["边", "一边", "，"], method="match")
"""A character of what is done beside speaking, so that 边…边 is read in one way."""

TRAILING_ADVERBS = pattern(
    r"(?:(?&reporting.adverbs)|（[^（）]{1,12}）|(?&time)|一?(?:边(?&doing){1,12}一?){1,2}边(?&doing){0,3}|(?&audience)){1,6}$",
    doing=_DOING,
    time=TIME,
    audience=_AUDIENCE,
    matches=[
        *(("范大成边走边看边记", "边走边看边记"), ("范大成一边看一边记一边", "一边看一边记一边")),
        *(("范大成边查看水情边听取汇报边记录边", "边听取汇报边记录边"), ("范大成一致", "一致")),
        *(("范大成（右）", "（右）"), ("范大成9日下午再次", "9日下午再次"), ("范大成边走边", "边走边")),
        *(("范大成一边查看墒情一边", "一边查看墒情一边"), ("范大成对本报记者", "对本报记者")),
        ("范大成向《青禾日报》记者", "向《青禾日报》记者"),
        ("范大成今天会上当场再次郑重首先对记者", "会上当场再次郑重首先对记者"),
    ],
    rejects=[
        *("范大成", "对记者的", "范大成向们", "范大成（）", "范大成边边", "范大成边走边看水情墒情"),
        *("范大成边带领乡镇干部们实地查看水库墒情边", "范大成（时任县水利局党组书记、局长）", "范大成再次的"),
    ],
)
"""Adverbs, dates and an audience that stand right before a verb."""

ADJUNCT = pattern(
    r"\d|(?&time)|(?&reporting.adjuncts)",
    time=TIME,
    matches=["在会上", "9日", "日前", ("9日", "9"), "今日上午在市政府新闻办发布会上表示"],
    rejects=["的", "局长"],
    method="match",
)
"""What may stand between a subject and its verb: a number, a time, 在……, 对……."""
MANNER = pattern(
    rf"(?:[{HAN}]{{1,10}}地|[{HAN}]{{0,6}}(?:[笑哭][着]?|说话间))$",
    matches=["毫不犹豫地", "哈哈大笑", "满脸笑", "笑", "满脸哭", "满脸笑着", "满脸说话间"],
    rejects=["毫不犹豫", "地", "在一片热烈掌声中笑着", "满脸笑容", "从县城一路辗转奔波来到工地"],
    method="match",
)
"""A manner of speaking that is all that stands between a subject and its verb."""
