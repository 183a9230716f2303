"""`policyparse explain`: what a diagnostic code means."""

from typing import Annotated

import typer

from policyparse.cli.console import give_up
from policyparse.cli.options import Language
from policyparse.model.codes import catalogue
from policyparse.output.messages import language_of


def explain(
    code: Annotated[str | None, typer.Argument(help="PP401, say; else all are listed.", show_default=False)] = None,
    lang: Language = None,
) -> None:
    """Explain a diagnostic code: what it means, why it is said, what to do."""
    codes = catalogue()
    chinese = language_of(lang) == "zh"
    if code is None:
        for entry in codes.values():
            typer.echo(f"{entry.code}  {entry.severity:<8} {entry.title_zh if chinese else entry.title}")
        return
    found = codes.get(code.upper())
    if found is None:
        give_up(f"there is no code {code!r}; `policyparse explain` lists all of them")
    title = found.title_zh if chinese else found.title
    typer.secho(f"{found.code} {title} ({found.severity})", bold=True)
    texts = (
        (("原因", found.reason_zh), ("处理", found.remedy_zh), ("例", found.example))
        if chinese
        else (("Reason", found.reason), ("Remedy", found.remedy), ("Example", found.example))
    )
    for label, text in texts:
        typer.echo(f"{label}：{text}" if chinese else f"{label + ':':<9}{text}")
