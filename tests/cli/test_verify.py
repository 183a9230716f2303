"""`policyparse verify`: a wrong article and a changed word are found, against a store and against a folder."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

import policyparse
from policyparse.cli import app

STATUTES = {
    "渡口": """江南省渡口管理条例
（2021年5月20日江南省第十三届人民代表大会常务委员会第二十四次会议通过）
第一条　为了加强渡口管理，制定本条例。
第二条　县级以上人民政府应当每年检查渡口。
任何单位和个人不得阻碍检查。
第三条　经营者应当购买保险，并公布价格。
第四条　本条例自2021年7月1日起施行。
""",
    "公园": """江南省公园管理条例
（2020年5月20日江南省第十三届人民代表大会常务委员会第二十次会议通过）
第一条　为了加强公园管理，制定本条例。
第二条　公园应当免费开放，每日不少于十二小时。
第三条　本条例自2020年7月1日起施行。
""",
}
ANSWER = """渡口的经营者有什么义务？

根据《江南省渡口管理条例》第三条，“经营者可以购买保险，并公布价格”。《江南省渡口管理条例》第九条规定了罚款。
《江南省公园管理条例》第二条规定：“公园应当免费开放”。《江南省桥梁条例》第一条也适用。
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "laws").mkdir()
    for name, text in STATUTES.items():
        (tmp_path / "laws" / f"{name}.txt").write_text(text, encoding="utf-8")
    (tmp_path / "answer.md").write_text(ANSWER, encoding="utf-8")
    return tmp_path


@pytest.fixture(params=["folder", "results", "store"])
def corpus(request: pytest.FixtureRequest, folder: Path) -> Path:
    if request.param == "folder":
        return folder / "laws"
    if request.param == "results":
        (folder / "out").mkdir()
        for name, text in STATUTES.items():
            (folder / "out" / f"{name}.json").write_text(policyparse.parse(text).model_dump_json(), encoding="utf-8")
        (folder / "out" / "settings.json").write_text('{"a": "b"}', encoding="utf-8")
        return folder / "out"
    pytest.importorskip("duckdb", reason="needs an optional package")
    with policyparse.Store(folder / "laws.duckdb") as store:
        store.load(map(policyparse.parse, STATUTES.values()))
    return folder / "laws.duckdb"


def run(*arguments: str | Path, given: str | None = None) -> tuple[int, list[str], list[str]]:
    result = CliRunner().invoke(app, ["verify", *map(str, arguments)], input=given)
    return result.exit_code, result.stdout.splitlines(), result.stderr.splitlines()


def test_what_is_wrong_is_said_with_its_place(folder: Path, corpus: Path) -> None:
    code, out, err = run(folder / "answer.md", "--against", corpus)
    assert code == 1
    assert [line.split(": ")[0].rsplit("/")[-1] for line in out] == ["answer.md:3:19", "answer.md:3:36"]
    assert "“可以” where the source says “应当”" in out[0]
    assert out[1].endswith(
        "《江南省渡口管理条例》第九条: the corpus has 《江南省渡口管理条例》, but this place is not in it"
    )
    assert err == ["4 citations, 2 quotations: 2 wrong, 1 that this corpus says nothing of"]


def test_everything_is_said_where_it_is_asked_for(folder: Path, corpus: Path) -> None:
    _, out, _ = run(folder / "answer.md", "--against", corpus, "--all")
    assert len(out) == 6
    assert out[-1].endswith("《江南省桥梁条例》 is not in this corpus, so nothing can be said of it")


def test_json_says_the_same(folder: Path, corpus: Path) -> None:
    code, out, _ = run(folder / "answer.md", "--against", corpus, "--json")
    found = json.loads("\n".join(out))
    assert code == 1
    statuses = [c["status"] for c in found["citations"]]
    assert statuses == ["found", "no_such_provision", "found", "not_in_corpus"]
    assert [q["status"] for q in found["quotations"]] == ["different", "equal"]
    assert found["quotations"][0]["differences"] == [{"quoted": "可以", "printed": "应当"}]


def test_a_text_that_holds_ends_well(corpus: Path) -> None:
    assert run("-", "--against", corpus, given="《江南省渡口管理条例》第三条和《江南省桥梁条例》第一条")[0] == 0


def test_wrong_arguments_are_one_line(folder: Path) -> None:
    pytest.importorskip("duckdb", reason="needs an optional package")
    for arguments in (
        (folder / "none.md", "--against", folder / "laws"),
        (folder / "answer.md", "--against", folder / "none.duckdb"),
        (folder / "answer.md", "--against", folder / "a.duckdb", "--against", folder / "laws"),
    ):
        code, out, err = run(*arguments)
        assert (code, out, len(err)) == (2, [], 1)
    assert run(folder / "answer.md", "--against", folder / "nothing")[0] == 2
