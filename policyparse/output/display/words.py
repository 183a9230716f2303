"""Words and texts of a display."""

from rich.text import Text

from policyparse.output.printable import printable

LONGEST = 120
"""Maximum length of a quote, in characters; a terminal that is narrower cuts it where it ends."""

FEW = 6
"""How many entries of a list are shown where not all are asked for."""

WORDS = {
    "decision": ("decision", "法律文件"),
    "official_document": ("official document", "公文"),
    "meeting": ("meeting", "会议"),
    "briefing": ("news", "新闻"),
    "title": ("title", "标题"),
    "issuer": ("issuer", "制定机关"),
    "issuers": ("issuers", "发文机关"),
    "level": ("level", "效力位阶"),
    "genre": ("genre", "文种"),
    "notice_label": ("number", "公告号"),
    "document_number": ("number", "发文字号"),
    "addressees": ("to", "主送"),
    "adopted_on": ("adopted", "通过"),
    "adopted_by": ("by", "通过会议"),
    "promulgated_on": ("promulgated", "公布"),
    "issued_on": ("issued", "成文"),
    "effective_on": ("in force", "施行"),
    "expires_on": ("until", "失效"),
    "held_on": ("held", "召开"),
    "organizer": ("organizer", "主办"),
    "venue": ("venue", "地点"),
    "topic": ("topic", "议题"),
    "event_on": ("event", "事件日期"),
    "/source/publisher": ("source", "来源"),
    "/source/published_at": ("published", "发布"),
    "particulars": ("particulars", "要素"),
    "articles": ("articles", "条文"),
    "points": ("points", "条目"),
    "norms": ("norms", "规范"),
    "members": ("members", "组成人员"),
    "appointments": ("appointments", "任免"),
    "attachments": ("attachments", "附件"),
    "annexes": ("annexes", "附件"),
    "amendments": ("amendments", "修改事项"),
    "repealed": ("repealed", "废止"),
    "speakers": ("speakers", "发言人"),
    "proposals": ("proposals", "建议"),
    "responses": ("responses", "回应"),
    "outcomes": ("outcomes", "成果"),
    "plan": ("plan", "产业规划"),
    "industries": ("industries", "产业"),
    "chains": ("chains", "产业链"),
    "projects": ("projects", "项目"),
    "initiatives": ("initiatives", "行动"),
    "targets": ("Targets", "目标"),
    "results": ("Results", "完成情况"),
    "diagnostics": ("Diagnostics", "诊断"),
    "more": ("more", "项未列"),
    "deadline": ("by", "时限"),
    "error": ("error", "错误"),
    "warning": ("warning", "警告"),
    "info": ("info", "提示"),
}
"""What the display says around the words of a document, in English and in Chinese."""


def word(key: str, lang: str) -> str:
    """A word of the display in a language, `en` or `zh`."""
    return WORDS[key][lang == "zh"]


def quoted(text: str, style: str = "", *, full: bool = False) -> Text:
    """A text of a document on one line, cut where the terminal ends.

    Args:
        text: The text.
        style: Its style.
        full: Nothing is cut; the text goes on over several lines.
    """
    line = printable("".join(text.split("\n")).strip())
    if full:
        return Text(line, style)
    return Text(line[:LONGEST] + ("…" if len(line) > LONGEST else ""), style, no_wrap=True, overflow="ellipsis")


def joined(*parts: Text | str) -> Text:
    """Texts beside each other on one line; it is cut like the last of them."""
    last = parts[-1] if isinstance(parts[-1], Text) else Text()
    line = Text(no_wrap=last.no_wrap, overflow=last.overflow)
    for n, part in enumerate(part for part in parts if str(part)):
        if n:
            line.append(" ")
        line.append(part)
    return line
