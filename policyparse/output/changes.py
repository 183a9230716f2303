"""What cleaning changed, as a unified diff whose hunks name the repairs."""

from collections.abc import Iterator

from policyparse.repair.cleaning import Change, CleanText


def write_changes(cleaned: CleanText, name: str) -> str:
    """Write the changes of a text as a unified diff without context lines.

    Args:
        cleaned: The text after its repairs.
        name: Name of the file, for the head of the diff.

    Returns:
        The diff, every hunk with the names of its repairs and their least confidence; empty where nothing changed.
    """
    if not cleaned.changes:
        return ""
    return "".join((f"--- {name}\n+++ {name} (cleaned)\n", *_hunks(cleaned)))


def _hunks(cleaned: CleanText) -> Iterator[str]:
    source = cleaned.source
    shift = 0  # lines by which the cleaned text is longer so far
    line, counted = 1, 0
    for start, end, changes in _by_lines(cleaned):
        line += source.count("\n", counted, start)
        counted = start
        before = source[start:end]
        pieces, done = [], start
        for change in changes:
            pieces += [source[done : change.span.start], change.after]
            done = change.span.end
        after = "".join((*pieces, source[done:end]))
        old, new = before.splitlines(), after.splitlines()
        rules = ", ".join(dict.fromkeys(rule for change in changes for rule in change.rules))
        confidence = min(change.confidence for change in changes)
        yield f"@@ -{line},{len(old)} +{line + shift},{len(new)} @@ {rules} ({confidence:.2f})\n"
        yield from (f"-{text}\n" for text in old)
        yield from (f"+{text}\n" for text in new)
        shift += len(new) - len(old)


def _by_lines(cleaned: CleanText) -> Iterator[tuple[int, int, list[Change]]]:
    """The changes grouped by the lines that they touch: start and end of the lines, and the changes in them."""
    group: list[Change] = []
    start = end = 0
    for change in cleaned.changes:
        if group and change.span.start < end:
            group.append(change)
        else:
            if group:
                yield start, end, group
            group, start = [change], cleaned.source.rfind("\n", 0, change.span.start) + 1
        if change.span.end > end or len(group) == 1:
            line_end = cleaned.source.find("\n", max(change.span.start, change.span.end - 1))
            end = len(cleaned.source) if line_end < 0 else line_end + 1
            if change.span.end == end and change.after[-1:] != "\n" and end < len(cleaned.source):
                line_end = cleaned.source.find("\n", end)  # its line end is gone: the next line belongs to it
                end = len(cleaned.source) if line_end < 0 else line_end + 1
    if group:
        yield start, end, group
