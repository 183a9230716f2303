"""Documents that are zip files of XML parts (DOCX, OFD): opened with limits, parsed without a DTD.

A zip file of 2 MB can hold a gigabyte. Sizes are checked as declared, before anything is unpacked, and as found, while
it is.
"""

import io
import re
import zipfile
import zlib
from xml.etree.ElementTree import Element, ParseError, XMLParser

from policyparse.model.errors import UnreadableInput

MEMBERS_LIMIT = 10_000
"""Most members of a package."""

PART_LIMIT = 24 * 1024 * 1024
"""Largest part that is unpacked, in bytes."""

PACKAGE_LIMIT = 512 * 1024 * 1024
"""Largest sum of the declared sizes of all members, in bytes."""

RATIO_LIMIT = 250
"""Largest ratio of unpacked to packed size of a part above a megabyte; text of Word is packed 5 to 30 times."""

ELEMENTS_LIMIT = 1_000_000
"""Most tags of a part."""

DEPTH_LIMIT = 5000
"""Deepest nesting of elements in a part; parsers take quadratic time on depth."""

_FEW_TAGS = 20_000
"""So many tags may be nested in each other."""

_TAG = re.compile(r"<(/?)[^<>?!]*+(?<!/)>")
"""A tag that opens or closes; not one that does both."""

_MEBIBYTE = 1024 * 1024
_STRICT = {
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/officeDocument/": "http://schemas.openxmlformats.org/officeDocument/2006/",
}
"""Namespaces of Strict documents (ISO/IEC 29500-1), and those of Transitional ones that every reader knows."""

_ENCODING = re.compile(rb"""^\s{0,20}<\?xml[^>]{0,100}?encoding\s{0,5}=\s{0,5}["']([-\w]{2,20})""")
_REPAIR = "open it in the program that made it and save it again"


class Package:
    """An opened package.

    Attributes:
        names: The names of its members.
    """

    def __init__(self, data: bytes) -> None:
        """Open a package.

        Args:
            data: The bytes of the zip file.

        Raises:
            UnreadableInput: No zip file, truncated, encrypted, or a bomb.
        """
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            members = self._zip.infolist()
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, EOFError):
            raise UnreadableInput(f"the zip file is truncated or damaged; {_REPAIR}") from None
        if len(members) > MEMBERS_LIMIT:
            raise UnreadableInput(f"the zip file has {len(members)} members, more than {MEMBERS_LIMIT}; {_REPAIR}")
        if sum(member.file_size for member in members) > PACKAGE_LIMIT:
            raise UnreadableInput(f"the zip file unpacks to more than {PACKAGE_LIMIT // _MEBIBYTE} MiB; {_REPAIR}")
        self._members = {member.filename.lstrip("/"): member for member in members}
        self._spelt = {name.lower(): name for name in self._members}
        self.names = tuple(self._members)

    def __contains__(self, name: str) -> bool:
        return name in self._members

    def read(self, name: str) -> bytes:
        """Unpack a part.

        Args:
            name: Its name.

        Returns:
            Its bytes.

        Raises:
            UnreadableInput: Missing, encrypted, damaged, or larger than the limits.
        """
        member = self._members.get(name) or self._members.get(self._spelt.get(name.lower(), ""))
        if member is None:
            raise UnreadableInput(f"the document has no part {name}; {_REPAIR}")
        if member.flag_bits & 1:
            raise UnreadableInput("the document is protected by a password; save it without one")
        size, packed = member.file_size, member.compress_size
        if size > PART_LIMIT or (size > _MEBIBYTE and size > RATIO_LIMIT * max(packed, 1)):
            raise UnreadableInput(
                f"the part {name} unpacks from {packed} to {size} bytes, as no document does; {_REPAIR}"
            )
        try:
            with self._zip.open(member) as file:
                data = file.read(size + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError):
            raise UnreadableInput(f"the part {name} is truncated or damaged; {_REPAIR}") from None
        if len(data) > size:
            raise UnreadableInput(f"the part {name} is larger than it says; {_REPAIR}")
        return data

    def parse(self, name: str) -> Element:
        """Unpack a part and parse its XML.

        Args:
            name: Its name.

        Returns:
            Its root element.

        Raises:
            UnreadableInput: As `read`; or no XML, XML with a document type, too many elements, or too deep.
        """
        return parse_xml(self.read(name), name)


def parse_xml(data: bytes, name: str) -> Element:
    """Parse a part that comes from outside.

    Args:
        data: The bytes of the part.
        name: Its name, for the message.

    Returns:
        Its root element.

    Raises:
        UnreadableInput: No XML, XML with a document type (entities), too many elements, or nested too deep.
    """
    text = _text(data, name)
    if "<!DOCTYPE" in text:
        raise UnreadableInput(f"the part {name} has a document type (DOCTYPE), as no document needs; {_REPAIR}")
    tags = text.count("<")
    if tags > ELEMENTS_LIMIT:
        raise UnreadableInput(f"the part {name} has more than {ELEMENTS_LIMIT} tags; split the document")
    if tags > _FEW_TAGS and _depth(text) > DEPTH_LIMIT:
        raise UnreadableInput(f"the part {name} nests more than {DEPTH_LIMIT} elements in each other; {_REPAIR}")
    parser = XMLParser()
    try:
        parser.feed(text)
        root: Element = parser.close()
    except (ParseError, ValueError):
        raise UnreadableInput(f"the part {name} is no well-formed XML; {_REPAIR}") from None
    return root


def _depth(text: str) -> int:
    """The deepest nesting of elements."""
    depth = deepest = 0
    for closing in _TAG.findall(text):
        depth += -1 if closing else 1
        deepest = max(deepest, depth)
    return deepest


def _text(data: bytes, name: str) -> str:
    """The text of a part, in the encoding that it declares: a document type is looked for in what is parsed."""
    found = _ENCODING.match(data)
    encoding = found[1].decode("ascii").lower() if found else "utf-8"
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encoding = "utf-16"
    elif encoding in ("gb2312", "gbk"):
        encoding = "gb18030"
    try:
        text = data.decode("utf-8-sig" if encoding == "utf-8" else encoding)
    except (UnicodeDecodeError, LookupError):
        raise UnreadableInput(f"the part {name} is not in its declared encoding, {encoding}; {_REPAIR}") from None
    if "http://purl.oclc.org/ooxml/" in text:
        for strict, transitional in _STRICT.items():
            text = text.replace(strict, transitional)
    return text
