"""`policyparse review`: what was found in documents, as pages to look at."""

import os
import webbrowser
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import quote

import typer

from policyparse.api import parse as parse_document
from policyparse.batch import Failure, Item, for_each
from policyparse.batch.items import STANDARD_INPUT
from policyparse.batch.sinks import safe_place
from policyparse.cli.console import UNUSABLE, complain, counted, give_up, interruptible, say, watched
from policyparse.cli.extensions import Extensions, extensions
from policyparse.cli.inputs import find, page_language, processes
from policyparse.cli.options import Jobs, Kind, NamesModel, Paths, ReferenceDate, Types
from policyparse.cli.results import read_item, text_beside
from policyparse.model.errors import PolicyParseError
from policyparse.output.messages import Language
from policyparse.output.printable import printable
from policyparse.output.review.document_view import View, source_of, view
from policyparse.output.review.page import corpus_page, index_page, page_of
from policyparse.output.validation import is_result, read_result
from policyparse.output.whole_file import write_whole

INDEX = "index.html"
"""Name of the page that lists the pages of a folder."""

PAGE_ENDINGS = (".html", ".htm")


def review(
    paths: Paths,
    out: Annotated[
        Path, typer.Option(help="The page, or a folder for an index and a page a document; - is standard output.")
    ] = Path("review.html"),
    open_page: Annotated[bool, typer.Option("--open", help="Show the page in the browser.")] = False,
    kind: Kind = None,
    types: Types = None,
    reference_date: ReferenceDate = None,
    names_model: NamesModel = False,
    lang: Annotated[
        str | None, typer.Option("--lang", help="Language of the page, zh or en; else by the locale.")
    ] = None,
    jobs: Jobs = 1,
) -> None:
    """Show what was found in documents: the text with every value lit where it stands.

    One page stands alone and asks nothing of any server. Several documents go into one page with an index, or, where
    --out names a folder, into a page each. A result of `policyparse parse` (.json) is shown as it is, if it holds its
    text or its text lies beside it.
    """
    language = page_language(lang)
    alone = out.suffix.lower() in PAGE_ENDINGS and not out.is_dir()
    if out.exists() and not alone and not out.is_dir() and str(out) != STANDARD_INPUT:
        give_up(f"{out}: this is no folder; give a name that ends in .html, or a folder")
    others = extensions(types)
    documents, failures = find(paths, kind, others)
    options = {"kind": kind, "types": others.types, "reference_date": reference_date, "names_model": names_model}
    task = partial(_view, options=options, others=others, language=language)
    results = watched(
        for_each(task, documents, jobs=processes(jobs)), len(documents), silent=str(out) != STANDARD_INPUT
    )
    with interruptible(lambda: "no index was written"):
        try:
            if alone or str(out) == STANDARD_INPUT:
                page = _one_page(results, documents, failures, out, language)
            else:
                page = _folder(results, documents, failures, out, language)
        except PolicyParseError as error:
            give_up(str(error))
        except OSError as error:
            give_up(f"{error.filename or out}: cannot be written ({error.strerror}); choose another --out")
    if open_page and page is not None and not webbrowser.open(page.resolve().as_uri()):
        complain(f"no browser was found; open {page}")
    if failures:
        raise typer.Exit(UNUSABLE)


def _view(item: Item, options: dict[str, Any], others: Extensions, language: Language) -> View:
    source = read_item(item, others.readers)
    if is_result(source.text):
        document = read_result(source.text, others.models)
        text = document.text if document.text is not None else text_beside(item)
        return view(document, source_of(document, text), name=item.place, language=language)
    document = parse_document(source, **options)
    return view(document, source, name=item.place, language=language)


def _views(results: Iterable[View | Failure], failures: list[Failure]) -> Iterable[View | None]:
    """The documents, None where one failed; what failed is told and added to `failures`."""
    for result in results:
        if isinstance(result, Failure):
            failures.append(result)
            complain(str(result))
        yield None if isinstance(result, Failure) else result


def _one_page(
    results: Iterable[View | Failure],
    documents: Sequence[Item],
    failures: list[Failure],
    out: Path,
    language: Language,
) -> Path | None:
    """Write one page for all documents, to standard output or to its file."""
    views = [shown for shown in _views(results, failures) if shown is not None]
    _require_any(views, failures)
    several = len(documents) > 1 or len(views) > 1
    page = corpus_page(views, _told(failures), language) if several else page_of(views[0], language)
    if str(out) == STANDARD_INPUT:
        typer.echo(page, nl=False)
        return None
    write_whole(out, page)
    say(f"{_sum(views)} in {printable(str(out))} ({_size(len(page.encode()))})")
    return out


def _folder(
    results: Iterable[View | Failure],
    documents: Sequence[Item],
    failures: list[Failure],
    out: Path,
    language: Language,
) -> Path:
    """Write an index and a page for each document into a folder; no body is held longer than it is written."""
    views, places, size = [], [], 0
    for item, shown in zip(documents, _views(results, failures), strict=True):
        if shown is None:
            continue
        place = safe_place(item.place) + ".html"
        page = page_of(shown, language, back="../" * place.count("/") + INDEX)
        write_whole(out / place, page)
        size += len(page.encode())
        views.append(replace(shown, body=""))
        places.append(place)
    _require_any(views, failures)
    write_whole(out / INDEX, index_page(views, [quote(place) for place in places], _told(failures), language))
    say(f"{_sum(views)} in {printable(str(out))}{os.sep} ({_size(size)})")
    return out / INDEX


def _require_any(views: Sequence[View], failures: Sequence[Failure]) -> None:
    if not views:
        if not failures:
            complain("there is no document in these folders")
        raise typer.Exit(UNUSABLE)


def _told(failures: Iterable[Failure]) -> list[tuple[str, str]]:
    return [(failure.name, failure.reason) for failure in failures]


def _sum(views: Sequence[View]) -> str:
    findings = sum(sum(shown.severities.values()) for shown in views)
    values = counted(sum(shown.values for shown in views), "value")
    return f"{counted(len(views), 'document')}, {values}, {counted(findings, 'finding')}"


def _size(length: int) -> str:
    return f"{length / 1024:.0f} KB" if length < 1024 * 1024 else f"{length / 1024 / 1024:.1f} MB"
