"""Speech in official documents (公报、报告): what a plenary session says, and who gives a report.

Only communiqués are read for speech: in a notice 会议 and 要求 are words of the letter. A report is the speech of one
person, who is named under its title.
"""

from policyparse.language.official import is_officer
from policyparse.model.speech import SpeakerDraft
from policyparse.official.reading import Reading
from policyparse.page.blocks import Block
from policyparse.speech.attribution import parse_speech
from policyparse.speech.utterances import statements


def read_speech(reading: Reading) -> None:
    """Statements of a communiqué, and the speaker of a report."""
    draft, page, letter = reading.draft, reading.page, reading.letter
    draft["speakers"], draft["statements"] = [], []
    if draft["genre"] == "communique":
        part = letter.page_of(page)
        speech, speakers = parse_speech(part, reading.diagnostics)
        draft["statements"] = statements(speech, part)
        draft["speakers"] = speakers.drafts()
    elif draft["genre"] == "report":
        draft["speakers"] = [_speaker(block) for block in letter.head if is_officer(block.folded)]


def _speaker(block: Block) -> SpeakerDraft:
    """The speaker whom a line names with the office: 望川市市长 陆远舟."""
    office, _, name = block.folded.replace("：", " ").partition(" ")
    start = block.folded.rindex(name.strip()[0]) if name.strip() else 0
    return {
        "name": "".join(name.split()),
        "kind": "person",
        "positions": [{"organization": None, "title": block.text[: len(office)]}],
        "spans": [(block.start + start, block.end)],
    }
