"""Who said what: one file a rule, in cases/speech; what must not be speech; what is not yet found."""

from pathlib import Path

import pytest

from policyparse.model.diagnostics import Diagnostics
from policyparse.page.layout import Page, Role, lay_out
from policyparse.repair import repair
from policyparse.source.source_text import SourceText
from policyparse.speech.attribution import parse_speech
from policyparse.speech.utterances import statements

CASES = Path(__file__).parent / "cases" / "speech"


def paths(folder: str) -> list[Path]:
    return sorted((CASES / folder).glob("*.txt"))


def page_of(text: str) -> Page:
    """A page with a title and the text as its body."""
    diagnostics = Diagnostics()
    page = lay_out(repair(SourceText("某地推进重点工作取得新进展\n\n" + text), diagnostics), diagnostics)
    assert page.title is not None, "the case's text must not be taken for the title"
    return page


def said(text: str) -> list[tuple[str, str, str, str]]:
    page = page_of(text)
    utterances, _ = parse_speech(page, Diagnostics())
    return [(s["speaker"], s["verb"] or "-", s["mode"], s["text"]) for s in statements(utterances, page)]


def read(path: Path) -> tuple[str, list[tuple[str, ...]]]:
    text, _, expected = path.read_text(encoding="utf-8").partition("----\n")
    return text, [tuple(line.split(" | ")) for line in expected.splitlines()]


@pytest.mark.parametrize("path", paths("positive"), ids=lambda p: p.stem)
def test_speech_is_found(path):
    text, expected = read(path)
    assert said(text) == expected


@pytest.mark.parametrize("path", paths("negative"), ids=lambda p: p.stem)
def test_what_is_no_speech(path):
    text, _ = read(path)
    assert said(text) == []


@pytest.mark.parametrize("path", paths("known_failures"), ids=lambda p: p.stem)
@pytest.mark.xfail(reason="kind of speech that the grammar does not find yet", strict=True)
def test_known_failures(path):
    text, expected = read(path)
    assert said(text) == expected


def test_the_span_holds_the_speech_and_the_pieces_lie_in_it():
    page = page_of("“我们不等不靠。”市水利局局长范大成说，三条干渠已经开工。")
    (utterance,), _ = parse_speech(page, Diagnostics())
    start, end = utterance.extent
    assert page.text[start:end] == "我们不等不靠。”市水利局局长范大成说，三条干渠已经开工。"
    assert [page.text[slice(*piece)] for piece in utterance.pieces] == ["我们不等不靠。", "三条干渠已经开工。"]


def test_a_quotation_without_a_speaker_is_reported():
    diagnostics = Diagnostics()
    page = page_of("工地上到处是忙碌的身影。“白天干不完，晚上接着干，一定要赶在汛期之前完工。”塔吊一刻不停。")
    utterances, _ = parse_speech(page, diagnostics)
    assert utterances == []
    assert [f.code for f in diagnostics.findings] == ["PP501"]


def test_the_section_is_the_heading_above():
    page = page_of("会议指出，形势总体向好，要继续巩固。\n\n抓好落实不松劲\n\n会议强调，责任要压实到人，一抓到底。")
    assert [b.text for b in page.with_role(Role.HEADING)] == ["抓好落实不松劲"]
    utterances, _ = parse_speech(page, Diagnostics())
    assert [u.section for u in utterances] == [None, "抓好落实不松劲"]


def test_speakers_are_one_under_all_their_forms():
    page = page_of(
        "市科技局局长傅长江表示，要办好科技市集。\n\n傅长江说，成果要用起来。\n\n“用起来才知道好不好。”傅长江局长强调。"
    )
    _, speakers = parse_speech(page, Diagnostics())
    (draft,) = speakers.drafts()
    assert draft["name"] == "傅长江"
    assert draft["positions"] == [{"organization": "市科技局", "organization_full": None, "title": "局长"}]
    assert len(draft["spans"]) == 3


def test_a_body_printed_short_has_its_full_name_where_the_text_gives_it():
    page = page_of("杭州市政协召开会议。市政协主席范大成说，我代表市委、市政府向大家问好，要办好实事。")
    _, speakers = parse_speech(page, Diagnostics())
    (draft,) = speakers.drafts()
    assert draft["positions"] == [{"organization": "市政协", "organization_full": "杭州市政协", "title": "主席"}]


def test_words_before_a_body_are_no_place():
    page = page_of("市委书记范大成说，我代表市委向大家问好，要办好实事。")
    _, speakers = parse_speech(page, Diagnostics())
    (draft,) = speakers.drafts()
    assert draft["positions"] == [{"organization": "市委", "organization_full": None, "title": "书记"}]


def test_a_bare_name_of_two_characters_is_known_from_the_title():
    text = "高远参加联组会\n\n同日，高远参加了经济界委员联组会。在认真听取发言后，高远说，要继续实施积极的财政政策。"
    diagnostics = Diagnostics()
    page = lay_out(repair(SourceText(text), diagnostics), diagnostics)
    utterances, _ = parse_speech(page, diagnostics)
    assert [(u.speaker, u.text(page)) for u in utterances] == [("高远", "要继续实施积极的财政政策。")]


def test_a_place_that_opens_the_title_is_no_person():
    text = "金华推进改革\n\n金华在全省率先推进改革。金华说，这样的说法并不常见，改革成效明显。"
    diagnostics = Diagnostics()
    page = lay_out(repair(SourceText(text), diagnostics), diagnostics)
    assert parse_speech(page, diagnostics)[0] == []
