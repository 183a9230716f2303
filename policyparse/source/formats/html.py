"""Web pages: every visible block with its signals, and what the head says as hints.

The reader does not look for the body of a page: programs that do cut off titles, dates and the line that names the
source. What is title and what is menu the layout decides.
"""

from codecs import BOM_UTF8

from policyparse.model.errors import UnreadableInput
from policyparse.source.formats.html_bytes import decode_page
from policyparse.source.formats.html_depth import check_depth
from policyparse.source.formats.html_head import read_hints
from policyparse.source.formats.html_traits import source_blocks
from policyparse.source.formats.html_walk import Walk
from policyparse.source.source_text import SourceText


def read_html(data: bytes) -> SourceText:
    """Read a web page.

    Args:
        data: The bytes of the page.

    Returns:
        All its visible text, in blocks; what the head says as hints.

    Raises:
        UnreadableInput: No text, nested too deep, or the extra `html` is not installed.
    """
    try:
        from selectolax.lexbor import LexborHTMLParser
    except ImportError:
        raise UnreadableInput(
            'this is a web page, and its reader is not installed: pip install "policyparse[html]"'
        ) from None
    markup, encoding = decode_page(data)
    check_depth(markup, data)
    whole = encoding == "utf-8" and "\ufffd" not in markup and not data.startswith(BOM_UTF8)
    root = LexborHTMLParser(data if whole else markup).root
    if root is None:
        raise UnreadableInput("the page is empty; save it again from a browser")
    walk = Walk()
    walk.walk(root)
    text, blocks, links = source_blocks(walk)
    if not text:
        raise UnreadableInput("the page has no text of its own; save it from a browser when it has loaded")
    return SourceText(text, "html", encoding, read_hints(root), blocks, links)
