"""What the rules of the house count in the code and in the lexicons of the package (`test_architecture.py`)."""

import ast
import re
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

PACKAGE = Path(__file__).parent.parent / "policyparse"
MODULES = sorted(PACKAGE.rglob("*.py"))
LEXICONS = [path for path in sorted(PACKAGE.rglob("*.toml")) if path.name != "codes.toml"]

BODY_ENDINGS = frozenset(
    [
        "人民政府",
        "政府",
        "委员会",
        "常委会",
        "法院",
        "检察院",
        "办公厅",
        "办公室",
        "公司",
        "集团",
        "大学",
        "学院",
        "银行",
        "协会",
        "联合会",
        "人大",
        "政协",
        "党委",
        "管委会",
        "部门",
        "局",
        "厅",
        "署",
    ]
)
"""Endings of names of bodies: a list with four of them is a list of bodies."""
FEWEST_OF_A_LIST = 4
LEAST_SHARE = 6
"""A group of words of which less than one in six ends bodies is no list of bodies but a dictionary (not_names)."""

_NUMERAL_CLASS = re.compile(r"\[[^\[\]]*[一二三四五]{3}[^\[\]]*\]")
_LABEL = re.compile(r"(?<!\[)第(?:[^|第]{0,40}?[\]}+*)]| ?\(\?&\w+\))[^|第。]{0,16}?[\[(|:]?(?:编|章|节|条|款|项|目)")
_EXAMPLES = frozenset({"matches", "rejects"})
_TOML_LOADER = re.compile(r"\btomllib\b")


def strings(tree: ast.AST) -> Iterator[ast.Constant]:
    """The strings of a module that are no docstrings and no examples of patterns."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            continue
        if isinstance(node, ast.keyword) and node.arg in _EXAMPLES:
            continue
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node
        else:
            yield from strings(node)


def texts(path: Path) -> list[str]:
    """The strings of a module, those of one f-string put together."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    joined = [
        "".join(str(v.value) if isinstance(v, ast.Constant) else "{…}" for v in node.values)
        for node in ast.walk(tree)
        if isinstance(node, ast.JoinedStr)
    ]
    parts = {id(v) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for v in ast.walk(node)}
    return [*joined, *(str(node.value) for node in strings(tree) if id(node) not in parts)]


def numeral_classes(path: Path) -> int:
    return sum(len(_NUMERAL_CLASS.findall(text)) for text in texts(path))


def label_grammars(path: Path) -> int:
    return sum(bool(_LABEL.search(text)) for text in texts(path))


def body_lists(path: Path) -> int:
    """Alternations, tuples and groups of words that hold several endings of bodies."""
    if path.suffix == ".toml":
        groups = _word_lists(tomllib.loads(path.read_text(encoding="utf-8")))
        return sum(
            is_body_list(words) and len(BODY_ENDINGS & set(words)) * LEAST_SHARE >= len(words) for words in groups
        )
    tree = ast.parse(path.read_text(encoding="utf-8"))
    collections = (n for n in ast.walk(tree) if isinstance(n, ast.Tuple | ast.List | ast.Set))
    sets = ([e.value for e in n.elts if isinstance(e, ast.Constant)] for n in collections)
    return sum(map(is_body_list, sets)) + sum(
        is_body_list(re.split(r"[^\u4e00-\u9fff]+", text)) for text in texts(path)
    )


def is_body_list(words: list[Any]) -> bool:
    return len(BODY_ENDINGS & {word for word in words if isinstance(word, str)}) >= FEWEST_OF_A_LIST


def _word_lists(node: Any) -> Iterator[list[Any]]:
    if isinstance(node, list):
        yield node
    elif isinstance(node, dict):
        yield list(node)
        for value in node.values():
            yield from _word_lists(value)


def toml_loaders(path: Path) -> int:
    return int(bool(_TOML_LOADER.search(path.read_text(encoding="utf-8"))))


def masks(path: Path) -> int:
    """Strings that are the masked character and nothing else; a pattern may name it."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return sum(isinstance(node, ast.Constant) and node.value == "\0" for node in ast.walk(tree))


RULES: dict[str, tuple[Callable[[Path], int], frozenset[str], str]] = {
    "numeral_classes": (
        numeral_classes,
        frozenset({"knowledge/characters.py", "language/numerals.py"}),
        "a class of Chinese numerals is spelt in knowledge/characters.py",
    ),
    "label_grammars": (
        label_grammars,
        frozenset({"language/labels.py", "language/places.py"}),
        "a label of a provision is recognised by language/labels.py",
    ),
    "body_lists": (
        body_lists,
        frozenset({"knowledge/bodies.toml", "knowledge/works.toml", "language/bodies.py"}),
        "the name of a public body is recognised by language/bodies.py",
    ),
    "toml_loaders": (
        toml_loaders,
        frozenset({"knowledge/lexicon.py", "model/codes.py", "output/settings_file.py"}),
        "a TOML file is read by knowledge/lexicon.py, one of a user by output/settings_file.py",
    ),
    "masks": (
        masks,
        frozenset({"language/masks.py", "source/decode.py"}),
        "text is masked by language/masks.py",
    ),
}
"""By name: what counts the breaches of a file, the files where the concept lives, and the rule in words."""


def breaches(rule: str) -> Counter[str]:
    """How often each file breaks a rule."""
    count, home, _ = RULES[rule]
    files = [*MODULES, *LEXICONS] if rule == "body_lists" else MODULES
    names = {path: path.relative_to(PACKAGE).as_posix() for path in files}
    return Counter({name: n for path, name in names.items() if name not in home and (n := count(path))})


if __name__ == "__main__":  # prints the debts as they are
    for name, (_, _, words) in RULES.items():
        print(f"[{name}]  # {words}")
        for file, number in sorted(breaches(name).items()):
            print(f'"{file}" = {number}')
        print()
