"""`policyparse open`: what it prints, opens and refuses."""

import socket
import webbrowser

import pytest
from typer.testing import CliRunner

from policyparse.cli import app
from policyparse.output.review.server import HOST, LocalServer


@pytest.fixture(autouse=True)
def stopped_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    def serve(self: LocalServer) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(LocalServer, "serve_forever", serve)


def test_the_address_is_printed_and_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(webbrowser, "open", lambda address: opened.append(address) is None)
    result = CliRunner().invoke(app, ["open"])
    assert result.exit_code == 0
    assert result.stdout == opened[0] + "\n"
    assert opened[0].startswith(f"http://{HOST}:")
    assert result.stderr == "Ctrl-C stops it\nstopped\n"


def test_no_browser_is_opened_where_none_is_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(webbrowser, "open", lambda address: pytest.fail("opened"))
    assert CliRunner().invoke(app, ["open", "--no-browser", "--lang", "en"]).exit_code == 0


def test_a_port_that_is_taken_is_one_clear_line() -> None:
    with socket.create_server((HOST, 0)) as taken:
        port = taken.getsockname()[1]
        result = CliRunner().invoke(app, ["open", "--no-browser", "--port", str(port)])
    assert result.exit_code == 2
    assert f"port {port} cannot be used" in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_a_language_without_pages_is_refused() -> None:
    result = CliRunner().invoke(app, ["open", "--no-browser", "--lang", "fr"])
    assert result.exit_code == 2
    assert "choose zh or en" in result.stderr
