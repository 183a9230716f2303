"""The local page: who may ask it, what it takes, and what comes back."""

import json
import socket
import threading
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest

import policyparse
from policyparse.output.review import desk as desk_module
from policyparse.output.review.server import HOST, LocalServer
from policyparse.source.formats import SIZE_LIMIT

from .reader import quotes, read_page


@pytest.fixture
def server() -> Iterator[LocalServer]:
    server = LocalServer(0, "zh")
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


def ask(
    server: LocalServer, method: str, path: str, body: bytes | None = None, **headers: str
) -> tuple[HTTPResponse, bytes]:
    """A request; `path` stands behind the token where it does not begin with a slash."""
    connection = HTTPConnection(HOST, server.server_address[1], timeout=20)
    address = path if path.startswith(("/", "*")) else f"/{server.token}/{path}"
    connection.request(method, address, body, {key.replace("_", "-"): value for key, value in headers.items()})
    response = connection.getresponse()
    content = response.read()
    connection.close()
    return response, content


def lay(server: LocalServer, text: str, name: str = "a.txt") -> dict[str, object]:
    response, content = ask(server, "POST", f"documents?name={name}", text.encode())
    assert response.status == 201, content
    return json.loads(content)


def test_it_listens_on_this_machine_alone(server: LocalServer) -> None:
    assert server.socket.getsockname()[0] == HOST
    assert HOST.startswith("127.")
    assert server.address == f"http://{HOST}:{server.server_address[1]}/{server.token}/"
    assert len(server.token) >= 32


def test_a_file_comes_back_as_page_and_json(server: LocalServer, decision_text: str) -> None:
    told = lay(server, decision_text)
    assert told["title"] == "某市人民代表大会常务委员会关于加强河道保护的决定"
    response, page = ask(server, "GET", f"documents/{told['id']}.html")
    assert response.headers["Content-Type"] == "text/html; charset=utf-8"
    assert quotes(read_page(page.decode()))
    response, content = ask(server, "GET", f"documents/{told['id']}.json")
    assert json.loads(content)["digest"] == policyparse.parse(decision_text).digest
    assert response.headers["Content-Disposition"] == "attachment; filename*=UTF-8''a.json"
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Cache-Control"] == "no-store"


def test_a_file_comes_back_as_excel(server: LocalServer, decision_text: str, tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl", reason="needs an optional package")
    told = lay(server, decision_text)
    _, content = ask(server, "GET", f"documents/{told['id']}.xlsx")
    (tmp_path / "a.xlsx").write_bytes(content)
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx")["articles"]
    assert sheet.max_row == 4


def test_several_files_come_back_together(server: LocalServer, decision_text: str) -> None:
    assert ask(server, "GET", "documents/all.html")[0].status == 404
    lay(server, decision_text)
    lay(server, decision_text.replace("河道", "湖泊"))
    assert ask(server, "GET", "documents/all.html")[1].count(b'<template class="document"') == 2
    assert len(ask(server, "GET", "documents/all.json")[1].splitlines()) == 2


def test_a_result_with_its_text_is_taken(server: LocalServer, decision_text: str) -> None:
    result = policyparse.parse(decision_text, with_text=True).model_dump_json()
    told = lay(server, result, "a.json")
    assert ask(server, "GET", f"documents/{told['id']}.html")[0].status == 200
    response, words = ask(server, "POST", "documents", policyparse.parse(decision_text).model_dump_json().encode())
    assert response.status == 422
    assert b"--with-text" in words


@pytest.mark.parametrize("host", ["evil.example", "localhost", "evil.example:{port}", "localhost:{port}", ""])
def test_another_name_does_not_lead_to_it(server: LocalServer, host: str) -> None:
    """DNS rebinding: a name of another site that points here."""
    response, content = ask(server, "GET", "", Host=host.replace("{port}", str(server.server_address[1])))
    assert response.status == 403
    assert b"<html" not in content


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Sec_Fetch_Site": "cross-site"},
        {"Sec_Fetch_Site": "same-site"},
    ],
    ids=str,
)
def test_what_another_site_sends_is_refused(server: LocalServer, headers: dict[str, str], decision_text: str) -> None:
    assert ask(server, "POST", "documents", decision_text.encode(), **headers)[0].status == 403
    assert server.desk.page("all") is None


@pytest.mark.parametrize("path", ["/", "/x/", "/documents", "/{token}x/", "//", "/{token}", "/%C3%A9/", "*"])
def test_nothing_is_answered_without_the_token(server: LocalServer, path: str) -> None:
    for method, body in (("GET", None), ("POST", b"x")):
        status = ask(server, method, path.replace("{token}", server.token), body)[0].status
        assert status in (403, 404)


@pytest.mark.parametrize(
    "path", ["documents/../../etc/passwd", "documents/x.html", "documents/x.exe", "x", "documents/"]
)
def test_only_what_was_laid_is_given_out(server: LocalServer, path: str) -> None:
    assert ask(server, "GET", path)[0].status == 404


def test_what_is_too_large_is_not_read(server: LocalServer) -> None:
    with socket.create_connection((HOST, server.server_address[1]), timeout=20) as connection:
        head = f"POST /{server.token}/documents HTTP/1.1\r\nHost: {server.authority}\r\n"
        connection.sendall(f"{head}Content-Length: {SIZE_LIMIT + 1}\r\n\r\n".encode())
        assert connection.recv(64).startswith(b"HTTP/1.0 413")
    with socket.create_connection((HOST, server.server_address[1]), timeout=20) as connection:
        connection.sendall(f"{head}Transfer-Encoding: chunked\r\n\r\n".encode())
        assert connection.recv(64).startswith(b"HTTP/1.0 411")


def test_what_is_no_document_is_one_clear_line(server: LocalServer) -> None:
    response, words = ask(server, "POST", "documents", b"")
    assert response.status == 422
    assert len(words.decode().splitlines()) == 1
    assert response.headers["Content-Type"] == "text/plain; charset=utf-8"


def test_hostile_names_stay_names(server: LocalServer, decision_text: str) -> None:
    name = "%0d%0aSet-Cookie:%20a=1%22%3E%3Cscript%3E.txt"
    told = lay(server, decision_text, name)
    response, page = ask(server, "GET", f"documents/{told['id']}.html")
    assert "Set-Cookie" not in response.headers
    assert b"<script>.txt" not in page
    response, _ = ask(server, "GET", f"documents/{told['id']}.json")
    assert "Set-Cookie" not in response.headers
    assert "<" not in response.headers["Content-Disposition"]


def test_the_oldest_documents_go(server: LocalServer, decision_text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desk_module, "MOST_DOCUMENTS", 2)
    first, *rest = [lay(server, decision_text + "附" * i) for i in range(3)]
    assert ask(server, "GET", f"documents/{first['id']}.json")[0].status == 404
    assert [ask(server, "GET", f"documents/{told['id']}.json")[0].status for told in rest] == [200, 200]


def test_the_page_asks_its_own_server_alone(server: LocalServer) -> None:
    response, page = ask(server, "GET", "")
    assert response.status == 200
    assert b"default-src 'none'" in page
    assert b"connect-src 'self'" in page
    assert response.headers["X-Frame-Options"] == "DENY"
