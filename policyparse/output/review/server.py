"""The local page on which files are laid: a server for one person on one machine.

It listens on the loopback address alone. Every address begins with a token that only the command prints; the host
that a request names has to be the server's own, so that no other name leads to it (DNS rebinding); what another site
sends is refused.
"""

import hmac
import json
import secrets
import socket
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from typing import Any
from urllib.parse import parse_qs, quote, urlsplit

from policyparse.model.errors import MissingExtra, PolicyParseError
from policyparse.output.messages import Language
from policyparse.output.review.desk import Desk
from policyparse.output.review.desk_page import desk_page
from policyparse.output.review.text import plain
from policyparse.source.formats import SIZE_LIMIT

HOST = str(ip_address(socket.INADDR_LOOPBACK))
"""The only address on which the server listens."""

SECONDS = 30
"""Longest wait for a part of a request, in seconds."""

NAME_LENGTH = 200
"""Maximum length of the name of a file, in characters."""

_SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_HEADERS = {
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Frame-Options": "DENY",
}


class LocalServer(ThreadingHTTPServer):
    """Serves the page and the documents laid on it.

    Args:
        port: The port, 0 for one that is free.
        language: Language of the pages.

    Raises:
        OSError: The port is taken.
    """

    daemon_threads = True
    allow_reuse_address = False

    def __init__(self, port: int, language: Language) -> None:
        super().__init__((HOST, port), _Handler)
        self.token = secrets.token_urlsafe(24)
        self.desk = Desk(language)
        self.page = desk_page(language)

    @property
    def authority(self) -> str:
        """Host and port, as requests have to name them."""
        return f"{HOST}:{self.server_address[1]}"

    @property
    def address(self) -> str:
        """The address of the page."""
        return f"http://{self.authority}/{self.token}/"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of a client that went away."""


class _RefusalError(Exception):
    """A request that is not answered as asked."""

    def __init__(self, status: HTTPStatus, words: str) -> None:
        super().__init__(words)
        self.status = status


class _Handler(BaseHTTPRequestHandler):
    server: LocalServer
    server_version = "policyparse"
    sys_version = ""
    timeout = SECONDS

    def do_GET(self) -> None:
        """Answer with the page, or with what was made of a document."""
        self._answer(self._get)

    def do_POST(self) -> None:
        """Take a file."""
        self._answer(self._post)

    def _answer(self, act: Any) -> None:
        try:
            act(self._place())
        except _RefusalError as refused:
            self._send(refused.status, "text/plain", str(refused).encode())
        except PolicyParseError as error:
            missing = isinstance(error, MissingExtra)
            status = HTTPStatus.NOT_IMPLEMENTED if missing else HTTPStatus.UNPROCESSABLE_ENTITY
            self._send(status, "text/plain", plain(error.message).encode())
        except (ConnectionError, TimeoutError):
            self.close_connection = True
        except Exception as error:  # a defect of policyparse: the page stays open for other files
            words = f"policyparse failed on it ({type(error).__name__}); report this with the file"
            self._send(HTTPStatus.INTERNAL_SERVER_ERROR, "text/plain", words.encode())

    def _place(self) -> list[str]:
        """The parts of the address behind the token.

        Raises:
            _RefusalError: The request does not come from the page.
        """
        if self.headers.get("Host") != self.server.authority:
            raise _RefusalError(HTTPStatus.FORBIDDEN, "this server answers to its own address alone")
        _, _, rest = urlsplit(self.path).path.partition("/")
        token, *place = rest.split("/")
        if not hmac.compare_digest(token.encode(), self.server.token.encode()):
            raise _RefusalError(HTTPStatus.FORBIDDEN, "open the whole address that `policyparse open` printed")
        return place

    def _get(self, place: list[str]) -> None:
        desk = self.server.desk
        if place == [""]:
            self._send(HTTPStatus.OK, "text/html", self.server.page.encode())
            return
        key, _, form = place[1].partition(".") if len(place) == 2 and place[0] == "documents" else ("", "", "")
        content: str | bytes | None = None
        kind = {"html": "text/html", "json": "application/json", "xlsx": _SHEET}.get(form, "")
        if form == "html":
            content = desk.page(key)
        elif form == "json":
            content = desk.json(key)
        elif form == "xlsx":
            content = desk.workbook(key)
        if content is None:
            raise _RefusalError(HTTPStatus.NOT_FOUND, "there is no such document here (any more); lay its file again")
        name = None if form == "html" else f"{desk.name(key)}.{form}"
        self._send(HTTPStatus.OK, kind, content.encode() if isinstance(content, str) else content, name)

    def _post(self, place: list[str]) -> None:
        if place != ["documents"]:
            raise _RefusalError(HTTPStatus.NOT_FOUND, "files are taken at documents alone")
        origin = f"http://{self.server.authority}"
        if self.headers.get("Origin", origin) != origin or self.headers.get("Sec-Fetch-Site", "same-origin") not in (
            "same-origin",
            "none",
        ):
            raise _RefusalError(HTTPStatus.FORBIDDEN, "another site sent this")
        name = parse_qs(urlsplit(self.path).query).get("name", ["document"])[0][:NAME_LENGTH]
        told = self.server.desk.lay(plain(name), self._body())
        self._send(HTTPStatus.CREATED, "application/json", json.dumps(told, ensure_ascii=False).encode())

    def _body(self) -> bytes:
        length = self.headers.get("Content-Length", "")
        if not (length.isascii() and length.isdigit()):
            raise _RefusalError(HTTPStatus.LENGTH_REQUIRED, "a request has to say how long it is")
        if len(length) > 12 or int(length) > SIZE_LIMIT:
            self.close_connection = True
            raise _RefusalError(
                HTTPStatus.REQUEST_ENTITY_TOO_LARGE, f"the file is larger than {SIZE_LIMIT // 1024 // 1024} MiB"
            )
        content = self.rfile.read(int(length))
        if len(content) < int(length):
            raise _RefusalError(HTTPStatus.BAD_REQUEST, "the file did not come whole; lay it again")
        return content

    def _send(self, status: HTTPStatus, kind: str, content: bytes, name: str | None = None) -> None:
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
        self.send_header("Content-Length", str(len(content)))
        if name is not None:
            self.send_header("Content-Disposition", f"attachment; filename*=UTF-8''{quote(name, safe='')}")
        for header, value in _HEADERS.items():
            self.send_header(header, value)
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: Any) -> None:
        """Write no log: addresses hold the token."""
