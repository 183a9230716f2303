"""Branches and guards of the grammar that no example needs.

    python benchmarks/unproven.py [MODULE …] [--most 2] [--quiet] [--suggest | --write]

Each pattern of the package is changed in one place, and its examples are read with what comes out; a change that no
example notices is unproven. What is changed: an alternative is dropped (also a word in a class of characters, and an
optional piece, or the choice to leave it out), a guard (lookaround) or an anchor is dropped, a bound is widened.
Words of lexicons and parts (`(?&name)`) that are patterns, digits, punctuation and ranges are left alone: they are
proven elsewhere. A part that is a source is changed in the first pattern that has it.
MODULE is the end of a module's name or of a pattern's. The last table counts the expressions that are compiled without
a `pattern`, though they have Chinese words.
"""

import argparse
import ast
import json
import re
import re._compiler as compiler
import re._constants as op
import re._parser as parser
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from policyparse.knowledge import characters
from policyparse.knowledge.pattern import Pattern, expand
from policyparse.knowledge.proof import all_patterns, find_failures

sys.path.insert(0, str(Path(__file__).parent))
from grafts import Graft, marked, reserve
from pack_examples import pack
from witnesses import plain_example, suggest

PACKAGE = Path(__file__).resolve().parents[1] / "policyparse"
KINDS = ("branch", "member", "option", "guard", "bound", "anchor")
FIRST_MARK = 0xE000
"""First of the private characters that mark where a part begins and ends."""
REPEATS = (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT)
NUMERALS = frozenset(f"{characters.NUMBER}{characters.COUNT}{characters.FORMAL}{characters.STEM}")
OVERLAP, AHEAD, ANCHOR = "overlap", "ahead", "anchor"
"""Nodes of a tree that only `witnesses` reads: text that stands before a place, and text that stands after it."""

BESIDE = "甲"
"""The character beside what an anchor would tie to an edge."""

Tree = parser.SubPattern
Change = tuple[str, str, Tree, Tree, Graft]
Unnoticed = tuple[str, str, Graft, re.Pattern[str], Tree]
Rebuild = Callable[[Tree], Tree]


def parse(pattern: Pattern, read: set[str]) -> Tree:
    """The tree of a pattern, with each part that is proven elsewhere between two lookaheads for private characters.

    Args:
        pattern: The pattern.
        read: Sources that were parts of patterns before; a source is a part of the tree where it stands first.
    """
    marks = iter(range(FIRST_MARK, FIRST_MARK + 0x1800, 2))

    def between_marks(reference: re.Match[str]) -> str:
        part = pattern.parts.get(reference[1])
        source = expand(reference[0], pattern.parts)
        if isinstance(part, str) and part not in read:
            read.add(part)
            return source
        mark = next(marks)
        return f"(?:(?!{chr(mark)}){source}(?!{chr(mark + 1)}))"

    tree = parser.parse(re.sub(r"\(\?&([a-z_.]+)\)", between_marks, pattern.template), pattern.flags)
    reserve(tree)
    return tree


def mark_of(node: tuple[Any, Any]) -> int:
    """The private character for which a node looks ahead; 0 where it does not."""
    if node[0] is op.ASSERT_NOT and len(node[1][1]) == 1 and node[1][1][0][0] is op.LITERAL:
        character = node[1][1][0][1]
        return character if FIRST_MARK <= character < FIRST_MARK + 0x1800 else 0
    return 0


def changes(tree: Tree, rebuild: Rebuild) -> Iterator[Change]:
    """Each change in one place of a tree: its kind, what it does, the tree after it, a tree of what would notice it."""
    position = 0
    while position < len(tree):
        node = tree[position]
        mark = mark_of(node)
        if mark:
            while mark_of(tree[position]) != mark + 1:
                position += 1
        else:

            def put(*nodes: Any, at: int = position) -> Tree:
                return rebuild(Tree(tree.state, [*tree.data[:at], *nodes, *tree.data[at + 1 :]]))

            yield from changes_of_node(node, put)
        position += 1


def changes_of_node(node: tuple[Any, Any], put: Callable[..., Tree]) -> Iterator[Change]:
    kind, value = node
    if kind is op.BRANCH:
        branches = value[1]
        here = put(marked(node))
        for index, branch in enumerate(branches):
            others = [*branches[:index], *branches[index + 1 :]]
            fewer = put((kind, (value[0], others)))
            yield "branch", f"without {render(branch)!r}", fewer, put(*branch.data), Graft(here, branch)
            yield from changes(
                branch, lambda t, i=index: put((kind, (value[0], [*branches[:i], t, *branches[i + 1 :]])))
            )
    elif kind is op.IN:
        yield from changes_of_class(value, put)
    elif kind is op.SUBPATTERN:
        yield from changes(value[3], lambda t: put((kind, (*value[:3], t))))
    elif kind is op.ATOMIC_GROUP:
        yield from changes(value, lambda t: put((kind, t)))
    elif kind in REPEATS:
        yield from changes_of_repeat(node, put)
    elif kind in (op.ASSERT, op.ASSERT_NOT):
        yield from changes_of_guard(node, put)
    elif kind is op.AT:
        beside = [(op.LITERAL, ord(BESIDE))]
        yield "anchor", f"without {render_node(node)}", put(), put(*beside), Graft(put(marked(), node), beside, ANCHOR)
    elif kind is op.GROUPREF_EXISTS:
        for index in (1, 2):
            if value[index] is not None:
                yield from changes(
                    value[index], lambda t, i=index: put((kind, tuple(t if n == i else v for n, v in enumerate(value))))
                )


def changes_of_guard(node: tuple[Any, Any], put: Callable[..., Tree]) -> Iterator[Change]:
    kind, value = node
    shown = OVERLAP if value[0] < 0 else AHEAD
    witness = put() if kind is op.ASSERT else put((shown, value[1]))  # what is asked for, left out
    here = put(marked(), node)
    yield "guard", f"without {render_node(node)}", put(), witness, Graft(here, value[1], shown)
    if kind is op.ASSERT or len(value[1]):
        last = value[1][-1] if value[0] > 0 and len(value[1]) else None
        for name, what, changed, inner, _ in changes(value[1], lambda t: t):
            if not (last and last[0] in REPEATS and "more than" in what and what.startswith(render(last[1][2]))):
                yield name, what, put((kind, (value[0], changed))), put((shown, inner)), Graft(here, inner, shown)


def changes_of_class(members: list[Any], put: Callable[..., Tree]) -> Iterator[Change]:
    here = put(marked((op.IN, members)))
    for index, (kind, value) in enumerate(members):
        if kind is op.LITERAL and is_word(chr(value)):
            others = [*members[:index], *members[index + 1 :]]
            shown = render_node((op.IN, members))
            graft = Graft(here, [(kind, value)])
            if others == [(op.NEGATE, None)]:
                yield "member", f"any for {shown}", put((op.ANY, None)), put((kind, value)), graft
            elif others:
                yield "member", f"without {chr(value)} in {shown}", put((op.IN, others)), put((kind, value)), graft


def changes_of_repeat(node: tuple[Any, Any], put: Callable[..., Tree]) -> Iterator[Change]:
    kind, (least, most, item) = node
    piece = render(item)
    here = put(marked(node))
    if least == 0:
        once = (kind, (1, most, item))
        yield "option", f"never {piece}", put(), put(once), Graft(here, [once])
        yield "option", f"always {piece}", put(once), put(), Graft(here, [])
    else:
        fewer = (kind, (least - 1, least - 1, item))
        changed = put((kind, (least - 1, most, item)))
        yield "bound", f"{piece} {least - 1} times", changed, put(fewer), Graft(here, [fewer])
    if most is not op.MAXREPEAT and most > 1:
        more = (kind, (most + 1, most + 1, item))
        changed = put((kind, (least, op.MAXREPEAT, item)))
        yield "bound", f"{piece} more than {most} times", changed, put(more), Graft(here, [more])
    yield from changes(item, lambda t: put((kind, (least, most, t))))


def is_word(character: str) -> bool:
    """Whether a character is Chinese and no numeral."""
    return "\u3400" <= character <= "\u9fff" and character not in NUMERALS


def render(tree: Tree) -> str:
    """The source of a tree, near enough to find it."""
    shown = []
    inside = 0
    for node in tree:
        mark = mark_of(node)
        if mark and not inside:
            shown.append("(?&…)")
        inside = mark + 1 if mark and not inside else 0 if mark == inside else inside
        if not mark and not inside:
            shown.append(render_node(node))
    return "".join(shown)


def render_node(node: tuple[Any, Any]) -> str:
    kind, value = node
    if kind is op.LITERAL:
        return chr(value)
    if kind is op.NOT_LITERAL:
        return f"[^{chr(value)}]"
    if kind is op.ANY:
        return "."
    if kind is op.AT:
        return {op.AT_BEGINNING: "^", op.AT_END: "$", op.AT_BOUNDARY: r"\b"}.get(value, str(value))
    if kind is op.CATEGORY:
        return {op.CATEGORY_DIGIT: r"\d", op.CATEGORY_SPACE: r"\s", op.CATEGORY_WORD: r"\w"}.get(value, str(value))
    if kind is op.RANGE:
        return f"{chr(value[0])}-{chr(value[1])}"
    if kind is op.NEGATE:
        return "^"
    if kind is op.IN:
        return f"[{''.join(map(render_node, value))}]"
    if kind is op.BRANCH:
        return f"(?:{'|'.join(map(render, value[1]))})"
    if kind is op.SUBPATTERN:
        return f"({render(value[3])})"
    if kind in REPEATS:
        least, most, item = value
        bounds = {(0, 1): "?", (0, op.MAXREPEAT): "*", (1, op.MAXREPEAT): "+"}.get((least, most), f"{{{least},{most}}}")
        piece = render(item)
        return f"{piece if len(piece) == 1 or piece[0] in '[(' else f'(?:{piece})'}{bounds}"
    if kind in (op.ASSERT, op.ASSERT_NOT):
        sign = "=" if kind is op.ASSERT else "!"
        return f"(?{'<' if value[0] < 0 else ''}{sign}{render(value[1])})"
    return f"({str(kind).lower()})"


def unproven(pattern: Pattern, read: set[str] | None = None) -> tuple[Counter[str], list[Unnoticed]]:
    """How many changes of each kind a pattern has, and those that no example notices.

    Args:
        pattern: The pattern.
        read: Sources that were parts of patterns before.
    """
    failures = list(find_failures(pattern))
    if failures:
        raise SystemExit("\n".join(["examples that do not hold:", *failures]))
    tally: Counter[str] = Counter()
    unnoticed = []
    for kind, what, tree, witness, graft in changes(
        parse(pattern, set() if read is None else read), lambda changed: changed
    ):
        tally[kind] += 1
        try:
            changed = compiler.compile(tree, pattern.flags)
            noticed = any(find_failures(pattern, changed))
        except (re.error, RuntimeError):  # a lookbehind that has no width of its own any more is no pattern
            noticed = True
        if not noticed:
            unnoticed.append((kind, what, graft, changed, witness))
    return tally, unnoticed


def examples_for(pattern: Pattern, unnoticed: list[Unnoticed]) -> dict[str, list[Any]]:
    """Examples that notice the changes, by the argument that takes them; one may notice several changes."""
    added: dict[str, list[Any]] = {}
    for *_, graft, changed, witness in unnoticed:
        lists = {name: added.get(name, []) for name in ("matches", "rejects")}
        trial: Any = SimpleNamespace(name=pattern.name, method=pattern.method, **lists)
        found = None if any(find_failures(trial, changed)) else suggest(pattern, changed, witness, graft)
        if found:
            added.setdefault(found[0], []).append(found[1])
    for name, proven in (("matches", pattern.matches), ("rejects", pattern.rejects)):
        plain = None if proven or name in added else plain_example(pattern, parse(pattern, set()), name == "matches")
        if plain is not None:
            added[name] = [plain]
    return added


def with_examples(source: str, added: dict[int, dict[str, list[Any]]]) -> str:
    """The source of a module with examples put into the calls that stand on these lines, counted from 1."""
    edits = []
    for call in ast.walk(ast.parse(source)):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "pattern":
            lists = {keyword.arg: keyword.value for keyword in call.keywords}
            fresh = []
            for name, examples in added.get(call.lineno, {}).items():
                texts = ", ".join(map(shown, examples))
                value = lists.get(name)
                if isinstance(value, ast.List):
                    edits.append(before_end(source, value, texts))
                elif value is not None:
                    edits.append((value.lineno - 1, value.col_offset, "[*"))
                    edits.append(((value.end_lineno or 0) - 1, value.end_col_offset or 0, f", {texts}]"))
                else:
                    fresh.append(f"{name}=[{texts}]")
            if fresh:
                edits.append(before_end(source, call, ", ".join(fresh)))
    lines = [line.encode() for line in source.split("\n")]
    for line, column, text in sorted(edits, reverse=True):
        lines[line] = lines[line][:column] + text.encode() + lines[line][column:]
    return b"\n".join(lines).decode()


def before_end(source: str, node: ast.expr, text: str) -> tuple[int, int, str]:
    """Line, column and text that go in front of the closing bracket of a call or a list."""
    before = ast.get_source_segment(source, node) or ""
    gap = "" if before[:-1].rstrip().endswith((",", "[", "(")) else ", "
    return (node.end_lineno or 0) - 1, (node.end_col_offset or 1) - 1, gap + text


def shown(example: Any) -> str:
    """The source of an example."""
    if isinstance(example, str):
        return json.dumps(example, ensure_ascii=False)
    sentence, taken = example
    quoted = json.dumps(taken, ensure_ascii=False).replace("null", "None")
    return f"({json.dumps(sentence, ensure_ascii=False)}, {quoted})"


def write_examples(added: dict[Path, dict[int, dict[str, list[Any]]]]) -> None:
    for path, calls in added.items():
        path.write_text(pack(with_examples(path.read_text(encoding="utf-8"), calls)), encoding="utf-8")
        print(f"examples written to {path.relative_to(PACKAGE.parent)}: read the difference")


def bare_expressions(path: Path) -> Iterator[int]:
    """Lines where `re`, `regex` or `compiled` is given an expression with Chinese words."""
    for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(call, ast.Call) and re.match(r"re(?:gex)?\.\w+$|compiled$", ast.unparse(call.func)) and call.args:
            strings = (
                n.value for n in ast.walk(call.args[0]) if isinstance(n, ast.Constant) and isinstance(n.value, str)
            )
            text = re.sub(r".-[\u9fa0-\u9fff龥]", "", "".join(strings))
            if any(map(is_word, text)):
                yield call.lineno


def main() -> int:
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("modules", nargs="*")
    cli.add_argument("--most", type=float, default=100.0, help="exit 1 where more are unproven, in percent")
    cli.add_argument("--suggest", action="store_true", help="show a text that would notice each change")
    cli.add_argument("--write", action="store_true", help="put these texts into the calls: read them, make sentences")
    cli.add_argument("--quiet", action="store_true", help="only the tables")
    arguments = cli.parse_args()
    read: set[str] = set()
    added: dict[Path, dict[int, dict[str, list[Any]]]] = defaultdict(dict)
    tallies: dict[str, Counter[str]] = defaultdict(Counter)
    misses: dict[str, Counter[str]] = defaultdict(Counter)
    for pattern in all_patterns():
        wanted = arguments.modules
        if wanted and not any(pattern.module.endswith(name) or pattern.name.endswith(name) for name in wanted):
            continue
        tally, unnoticed = unproven(pattern, read)
        tallies[pattern.module] += tally
        misses[pattern.module].update(kind for kind, *_ in unnoticed)
        if unnoticed and not arguments.quiet:
            print(f"{pattern.name} (line {pattern.line})")
            for kind, what, graft, changed, witness in unnoticed:
                print(f"    {kind:7} {what}")
                if arguments.suggest:
                    print(f"            {suggest(pattern, changed, witness, graft) or 'nothing found that notices it'}")
        if arguments.write and (unnoticed or not pattern.matches or not pattern.rejects):
            file = PACKAGE.parent.joinpath(*pattern.module.split(".")).with_suffix(".py")
            file = file if file.exists() else file.with_suffix("") / "__init__.py"
            added[file][pattern.line] = examples_for(pattern, unnoticed)
    write_examples(added)
    heads = "".join(f"{kind:>12}" for kind in KINDS)
    print(f"\n{'unproven of all':44}{heads}{'share':>9}")
    for module in [*sorted(tallies), "all"]:
        tally = sum(tallies.values(), Counter()) if module == "all" else tallies[module]
        missed = sum(misses.values(), Counter()) if module == "all" else misses[module]
        cells = "".join(f"{missed[kind]:>7}/{tally[kind]:<4}" for kind in KINDS)
        share = 100 * missed.total() / tally.total() if tally.total() else 0.0
        print(f"{module.removeprefix('policyparse.'):44}{cells}{share:8.1f}%")
    bare = Counter({path: len(list(bare_expressions(path))) for path in PACKAGE.rglob("*.py")})
    print(f"\nexpressions with Chinese words that no pattern carries: {bare.total()}")
    if not arguments.quiet and not arguments.modules:
        for path, count in sorted(bare.items()):
            if count:
                print(f"  {path.relative_to(PACKAGE).as_posix():42}{count:5}")
    return int(share > arguments.most)


if __name__ == "__main__":
    sys.exit(main())
