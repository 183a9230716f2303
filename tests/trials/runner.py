"""Runs a trial: a small document in words of our own, with what is right about it as expressions."""

import datetime
import json
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
KNOWN_FAILURES = HERE / "known_failures.toml"

Trial = dict[str, Any]


def trials() -> list[Trial]:
    """All trials, in the order of the files and of each file."""
    return [trial for path in sorted(HERE.glob("*.json")) for trial in json.loads(path.read_text(encoding="utf-8"))]


def known_failures() -> dict[str, str]:
    """The reason of each trial that is known to fail, by its id."""
    return dict(tomllib.loads(KNOWN_FAILURES.read_text(encoding="utf-8")))


def objects(node: object) -> Iterator[dict[str, Any]]:
    """Each object of a tree of JSON."""
    if isinstance(node, dict):
        yield node
        for value in node.values():
            yield from objects(value)
    elif isinstance(node, list):
        for value in node:
            yield from objects(value)


def failures(trial: Trial, parse: Callable[..., Any]) -> list[str]:
    """Parses the document of a trial and evaluates its expressions.

    The names of an expression are `d` (the document as JSON), `text` (what was given), `at(span)` (the text there), `walk(key)`
    (every value under that key, anywhere), `codes` (those of the diagnostics) and `blocks(role)` (texts of the blocks of a role).

    Args:
        trial: one member of a file of trials.
        parse: `policyparse.parse` or what stands for it.

    Returns:
        The expressions that are not true, each with its error where it raised one; one line where the parse itself failed.
    """
    text = trial["text"] if "text" in trial else bytes.fromhex(trial["bytes_hex"])
    arguments = dict(trial.get("args") or {})
    if arguments.get("reference_date"):
        arguments["reference_date"] = datetime.date.fromisoformat(arguments["reference_date"])
    try:
        document = parse(text, **arguments).model_dump(mode="json")
    except Exception as error:
        return [f"{type(error).__name__}: {str(error)[:90]}"]

    def at(span: dict[str, int]) -> Any:
        return text[span["start"] : span["end"]]

    scope = {
        "d": document,
        "text": text,
        "at": at,
        "walk": lambda key: [node[key] for node in objects(document) if key in node],
        "codes": [diagnostic["code"] for diagnostic in document.get("diagnostics", [])],
        "blocks": lambda role: [at(block["span"]) for block in document.get("blocks", []) if block["role"] == role],
    }
    failed = []
    for expression in trial["expect"]:
        try:
            if not eval(expression, scope):
                failed.append(expression)
        except Exception as error:
            failed.append(f"{expression}   [{type(error).__name__}: {str(error)[:60]}]")
    return failed
