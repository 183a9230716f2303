"""The server for language models, asked with the client of the official SDK."""

import asyncio
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

import policyparse
from policyparse.cli import app
from policyparse.output.corpus import Corpus
from policyparse.output.mcp_server import make_server

mcp = pytest.importorskip("mcp", reason="needs an optional package")

FERRIES = Path(__file__).resolve().parents[2] / "docs" / "examples" / "ferries"
STATUTE = "江南省渡口和码头管理条例"


@pytest.fixture(scope="module", params=["documents", "store"])
def corpus(request: pytest.FixtureRequest) -> Corpus:
    documents = [policyparse.parse(path) for path in sorted(FERRIES.glob("*.txt"))]
    if request.param == "documents":
        return Corpus(documents)
    pytest.importorskip("duckdb", reason="needs an optional package")
    store = policyparse.Store()
    store.load(documents)
    return Corpus(store)


def asked(server: Any, ask: Callable[[Any], Awaitable[Any]]) -> Any:
    async def talk() -> Any:
        async with mcp.Client(server) as client:
            return await ask(client)

    return asyncio.run(talk())


def call(corpus: Corpus, tool: str, **arguments: Any) -> Any:
    """What a tool gives, or the message of its error."""
    result = asked(make_server(corpus), lambda client: client.call_tool(tool, arguments))
    if result.is_error:
        return result.content[0].text
    given = result.structured_content
    return given.get("result", given)


def test_every_tool_only_reads_and_is_described(corpus: Corpus) -> None:
    found = asked(make_server(corpus), lambda client: client.list_tools()).tools
    assert [tool.name for tool in found] == ["search", "get_provision", "check_citations", "check_quotes", "parse"]
    for tool in found:
        assert tool.annotations.read_only_hint
        assert tool.description
        assert all("description" in entry for entry in tool.input_schema["properties"].values())


def test_search_finds_the_provision(corpus: Corpus) -> None:
    found = call(corpus, "search", query="经营者购买保险", limit=2)
    assert found[0]["title"] == STATUTE
    assert found[0]["text"] == "经营者应当购买保险。"
    assert len(found) <= 2


@pytest.mark.parametrize(
    ("document", "place", "text"),
    [
        (STATUTE, "第三条", "经营者应当购买保险。"),
        (f"《{STATUTE}》", "第三条第一款", "经营者应当购买保险。"),
        (
            "cn/江南省人民代表大会常务委员会/regulation/江南省渡口和码头管理条例@2021-05-20#art_3",
            "",
            "经营者应当购买保险。",
        ),
        ("江交发[2022]8号", "一", "各市要每月检查渡口。"),
    ],
)
def test_a_provision_is_given(corpus: Corpus, document: str, place: str, text: str) -> None:
    found = call(corpus, "get_provision", document=document, place=place)
    assert text in [provision["text"] for provision in found]


def test_what_is_missing_is_said_and_not_denied(corpus: Corpus) -> None:
    said = call(corpus, "get_provision", document=STATUTE, place="第九条")
    assert said.endswith(f"the corpus has {STATUTE}, but no 第九条 in it; it has 第一条、第二条、第三条、第四条")
    said = call(corpus, "get_provision", document="江南省桥梁条例", place="第一条")
    assert "江南省桥梁条例 is not in this corpus, which says nothing about whether there is one" in said


def test_citations_and_quotations_are_checked(corpus: Corpus) -> None:
    text = f"《{STATUTE}》第三条规定：“经营者可以购买保险”。《{STATUTE}》第九条也适用，《江南省桥梁条例》也适用。"
    statuses = [finding["status"] for finding in call(corpus, "check_citations", text=text)]
    assert statuses == ["found", "no_such_provision", "not_in_corpus"]
    (quotation,) = call(corpus, "check_quotes", text=text)
    assert quotation["status"] == "different"
    assert "“可以” where the source says “应当”" in quotation["message"]
    assert text[quotation["span"]["start"] : quotation["span"]["end"]] == quotation["text"]


def test_a_text_is_parsed(corpus: Corpus) -> None:
    text = (FERRIES / "渡口法.txt").read_text(encoding="utf-8")
    assert call(corpus, "parse", text=text, fields=["title"]) == {"kind": "decision", "title": "中华人民共和国渡口法"}
    assert len(call(corpus, "parse", text=text)["articles"]) == 4
    assert "blocks" not in call(corpus, "parse", text=text)


def test_errors_say_what_is_wrong(corpus: Corpus) -> None:
    assert "it has" in call(corpus, "parse", text=(FERRIES / "渡口法.txt").read_text("utf-8"), fields=["nothing"])
    assert "Traceback" not in call(corpus, "parse", text="")
    assert "empty" in call(corpus, "parse", text="")
    assert "limit" in call(corpus, "search", query="保险", limit=0)


@pytest.mark.parametrize("kind", ["folder", "store"])
def test_the_command_serves_over_standard_input_and_output(kind: str, tmp_path: Path) -> None:
    given = FERRIES
    if kind == "store":
        pytest.importorskip("duckdb", reason="needs an optional package")
        given = tmp_path / "ferries.duckdb"
        with policyparse.Store(given) as store:
            store.load([policyparse.parse(path) for path in FERRIES.glob("*.txt")])
    server = mcp.StdioServerParameters(command=sys.executable, args=["-m", "policyparse", "mcp", str(given)])
    result = asked(server, lambda client: client.call_tool("get_provision", {"document": STATUTE, "place": "第三条"}))
    assert result.structured_content["result"][0]["text"] == "经营者应当购买保险。"


def test_a_corpus_that_is_none_is_one_line(tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["mcp", str(tmp_path / "none.duckdb")])
    assert (result.exit_code, len(result.stderr.splitlines())) == (2, 1)
