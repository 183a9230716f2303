"""What belongs between two lines of one paragraph (行末): nothing between Chinese characters, a blank between words."""


def are_two_words(line: str, following: str) -> bool:
    """Whether a blank belongs between a line and the next; digits on both sides are one number that was cut (1 + 2个).

    Args:
        line: The line, not empty.
        following: The next line, not empty.
    """
    last, first = line[-1], following[0]
    if not (last.isascii() and last.isalnum() and first.isascii() and first.isalnum()):
        return False
    return last.isalpha() or first.isalpha()
