"""Sums and their parts (其中): a part of what is planned is planned, a part of what is done is done."""

from dataclasses import dataclass, field

from policyparse.figures.frames import Kind

_OF_WHICH = "其中"


@dataclass(slots=True)
class Sums:
    """The numbers of a paragraph so far, each of which may be the sum of parts behind it.

    Attributes:
        told: Offset, unit and kind of each number, in order.
    """

    told: list[tuple[int, str, Kind]] = field(default_factory=list)

    def add(self, number: int, unit: str, kind: Kind) -> None:
        """Take in a number.

        Args:
            number: Its offset in the paragraph.
            unit: Its unit.
            kind: Whether it is a target or a result.
        """
        self.told.append((number, unit, kind))

    def kind_of_whole(self, folded: str, sentence: int, number: int, unit: str) -> Kind | None:
        """Whether the sum is a target or a result of which a number is a part: 投资58亿元，其中道路10亿元，环境6亿元.

        Args:
            folded: The paragraph, width-folded.
            sentence: Where the sentence of the number begins.
            number: Where the number begins.
            unit: Its unit; the sum has the same.

        Returns:
            The kind of the sum; None where the sentence names none.
        """
        at = folded.rfind(_OF_WHICH, sentence, number)
        sums = (told for told in reversed(self.told) if sentence <= told[0] < at and told[1] == unit)
        return next((kind for _, _, kind in sums), None) if at >= 0 else None
