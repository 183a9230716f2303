"""Who took part in a meeting without being reported to speak (出席人)."""

from policyparse.model.base import Extent
from policyparse.model.meeting import AttendeeDraft
from policyparse.speech.people import Speakers


def find_attendees(speakers: Speakers, spoken: list[Extent]) -> list[AttendeeDraft]:
    """Find those who are named as present and do not speak.

    Args:
        speakers: Who speaks, with the people of the page.
        spoken: Places of speech; who is only named there need not be present.
    """
    speaking = {speaker["name"] for speaker in speakers.drafts()}
    people = speakers.people
    return [
        {"name": person.name, "positions": people.positions(person), "span": place}
        for person, place in people.present(spoken)
        if person.name not in speaking
    ]
