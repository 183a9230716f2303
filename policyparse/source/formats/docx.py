"""Word documents (DOCX): paragraphs, tables, text boxes and notes in order, with the numbers that Word prints.

Libraries for Word lose tables, tracked insertions and the smart tags that wrap dates, and none gives automatic
numbers; so the XML is read here (ISO/IEC 29500-1).
"""

from policyparse.model.errors import UnreadableInput
from policyparse.source.formats.docx_body import Body
from policyparse.source.formats.docx_names import RELATIONSHIP
from policyparse.source.formats.package import Package
from policyparse.source.source_text import SourceText

_CORE = "docProps/core.xml"
_APP = "docProps/app.xml"


def read_docx(data: bytes) -> SourceText:
    """Read a Word document.

    Args:
        data: The bytes of the file.

    Returns:
        Its text in blocks; document properties as hints.

    Raises:
        UnreadableInput: Truncated, protected, a bomb, no Word document, or without text.
    """
    return read_package(Package(data))


def read_package(package: Package) -> SourceText:
    """Read an opened package that is a Word document.

    Raises:
        UnreadableInput: As `read_docx`.
    """
    name = _main_part(package)
    folder, _, file = name.rpartition("/")
    parts = _related(package, f"{folder}/_rels/{file}.rels", folder)
    body = Body(package, parts)
    body.read(name)
    text, blocks, links = body.writer.finish()
    return SourceText(text, "docx", None, _hints(package), blocks, links, tuple(body.notes))


def _main_part(package: Package) -> str:
    for kind, target in _related(package, "_rels/.rels", "").values():
        if kind == "officeDocument":
            return target
    return "word/document.xml"


def _related(package: Package, name: str, folder: str) -> dict[str, tuple[str, str]]:
    """Kind and target of the relationships of a part, by id; targets in the package as names of parts."""
    related: dict[str, tuple[str, str]] = {}
    if name not in package:
        return related
    for element in package.parse(name).iter(RELATIONSHIP):
        target = element.get("Target", "")
        if element.get("TargetMode") != "External":
            target = target[1:] if target.startswith("/") else _resolved(folder, target)
        related[element.get("Id", "")] = (element.get("Type", "").rpartition("/")[2], target)
    return related


def _resolved(folder: str, target: str) -> str:
    steps = folder.split("/") if folder else []
    for step in target.split("/"):
        if step == "..":
            steps = steps[:-1]
        elif step != ".":
            steps.append(step)
    return "/".join(steps)


def _hints(package: Package) -> dict[str, str]:
    """Document properties: `docx:core.title`, `docx:core.creator`, `docx:core.created`, `docx:app.Company`."""
    hints: dict[str, str] = {}
    for part, kind in ((_CORE, "core"), (_APP, "app")):
        if part not in package:
            continue
        try:
            root = package.parse(part)
        except UnreadableInput:
            continue
        for element in root:
            value = (element.text or "").strip()
            if value and (kind == "core" or element.tag.endswith(("}Company", "}Manager"))):
                hints[f"docx:{kind}.{element.tag.rpartition('}')[2]}"] = value[:2000]
    return hints
