"""What was found, as it is shown in a terminal and in a notebook."""

import re
import runpy
import subprocess
import sys
from collections import Counter
from html import unescape
from io import StringIO
from pathlib import Path

import pytest
from rich.cells import cell_len
from rich.console import Console
from typer.testing import CliRunner

import policyparse
from policyparse.cli import app
from policyparse.output.display.document import display
from policyparse.output.tally import Tally, counts_of

ROOT = Path(__file__).parents[2]
PARK = ROOT / "docs" / "examples" / "park.txt"
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))


def shown(document: policyparse.Document, text: str | None = None, width: int = 100, **options: bool | str) -> str:
    console = Console(file=StringIO(), width=width, markup=False, emoji=False, highlight=False)
    console.print(display(document, text=text, **options))  # type: ignore[arg-type]
    assert isinstance(console.file, StringIO)
    return console.file.getvalue()


@pytest.fixture(scope="module")
def park() -> str:
    source = policyparse.read(PARK)
    return shown(policyparse.parse(source), source.text)


def line_with(words: str, text: str) -> str:
    (line,) = [line for line in text.splitlines() if words in line]
    return line


def test_particulars_have_their_quotes(park: str) -> None:
    assert "in force 2024-03-12 “本意见自印发之日起施行”" in park
    assert "江南政发〔2024〕8号" in park


def test_points_have_who_is_bound_and_by_when(park: str) -> None:
    assert "各区人民政府 应当 保障建设用地" in park
    assert "任何单位 不得 擅自占用公园绿地" in park
    assert "市规划和自然资源局；市园林局 by 2024年6月底前" in park


def test_bars_are_as_long_as_their_numbers(park: str) -> None:
    longest, shorter = (line_with(words, park).count("█") for words in ("新建口袋公园  ", "改造老旧公园  "))
    assert longest == 16
    assert shorter == 16 * 25 // 60
    assert "≥ 15 平方米" in park
    assert "2025" in line_with("绿化覆盖率", park)


def test_a_diagnostic_has_its_line_and_carets_under_its_place() -> None:
    text = "某市停车办法\n第一条　为了规范停车，制定本办法。\n第三条　本办法自2024年3月1日起施行。\n"
    found = shown(policyparse.parse(text, kind="decision"), text).splitlines()
    at = next(i for i, line in enumerate(found) if line.startswith("PP401"))
    assert "warning 3:1" in found[at]
    excerpt, carets = found[at + 1], found[at + 2]
    start, end = carets.index("^"), carets.rindex("^") + 1
    marked = excerpt[excerpt.index("第三条") :]
    assert start == cell_len(excerpt) - cell_len(marked)
    assert end - start == cell_len(marked[: next(n for n in range(1, 40) if cell_len(marked[:n]) == end - start)])


def test_a_place_inside_a_long_line_is_shown_with_what_is_around_it() -> None:
    text = (
        "某市停车办法\n第一条　"
        + "为了规范停车秩序，" * 30
        + "依照本办法第九条制定。\n第二条　本办法自2024年3月1日起施行。\n"
    )
    found = shown(policyparse.parse(text, kind="decision"), text, width=80)
    excerpt = line_with("│ …", found)
    assert "第九条" in excerpt
    assert max(map(cell_len, found.splitlines())) <= 80


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name[:3])
@pytest.mark.parametrize("width", [40, 100])
def test_every_seed_is_shown_within_the_width(path: Path, width: int) -> None:
    source = policyparse.read(path)
    document = policyparse.parse(source)
    found = shown(document, source.text, width)
    assert max(map(cell_len, found.splitlines())) <= width
    assert "".join((document.title or "").split())[:6] in "".join(found.split())


def test_all_is_more_than_the_first_of_each_list() -> None:
    document = policyparse.parse(SEEDS[3])
    assert isinstance(document, policyparse.Decision)
    few, everything = shown(document), shown(document, full=True)
    assert "… 10 more" in few
    assert " more" not in everything
    last = document.articles[-1].paragraphs[0].text[:8]
    assert last not in few
    assert last in everything


def test_the_words_around_are_chinese_where_that_is_asked() -> None:
    assert "施行 2024-03-12" in shown(policyparse.parse(PARK), lang="zh")


def test_texts_of_documents_reach_no_terminal_as_controls_or_markup() -> None:
    data = policyparse.parse(PARK).model_dump()
    data["title"] = "甲\x1b[31m乙\u202e[bold]丙[/bold]"
    found = shown(policyparse.OfficialDocument.model_validate(data))
    assert "\x1b" not in found
    assert "\u202e" not in found
    assert "[bold]丙[/bold]" in found


def test_a_notebook_gets_escaped_html() -> None:
    data = policyparse.parse(PARK).model_dump()
    data["title"] = '<script>alert("1")</script>'
    page = policyparse.OfficialDocument.model_validate(data)._repr_html_()
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert "各区人民政府" in page
    assert "http" not in page


def test_rich_shows_a_document() -> None:
    console = Console(file=StringIO(), width=100)
    console.print(policyparse.parse(PARK))
    assert isinstance(console.file, StringIO)
    assert "├── points 3" in console.file.getvalue() or "└── points 3" in console.file.getvalue()


def test_who_parses_loads_no_display() -> None:
    program = (
        "import sys, policyparse; policyparse.parse('某市停车办法\\n第一条　甲。\\n', kind='decision');"
        "print([name for name in sys.modules if name.split('.')[0] == 'rich' or 'display' in name])"
    )
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]"


# ------------------------------------------------------------------ picture


def words(svg: str) -> list[str]:
    return [unescape(word) for word in re.findall(r"<text[^>]*>([^<]*)</text>", svg)]


def test_the_picture_is_what_the_script_makes() -> None:
    script = runpy.run_path(str(ROOT / "docs" / "make_picture.py"))
    kept = (ROOT / "docs" / "show.svg").read_text(encoding="utf-8")
    assert words(kept) == words(script["picture"]())
    assert script["picture"]() == script["picture"]()


def test_the_picture_fetches_nothing() -> None:
    kept = (ROOT / "docs" / "show.svg").read_text(encoding="utf-8")
    assert re.findall(r"url\((?!#)|<image|<script|@import|@font-face", kept) == []


def test_the_readme_opens_with_the_picture() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert re.match(r"# policyparse\n\n!\[[^\]]{20,}\]\([^)]*docs/show\.svg\)\n", readme)


# ------------------------------------------------------------------ commands


def run(*arguments: str | Path) -> tuple[int, str, str]:
    result = CliRunner().invoke(app, [str(argument) for argument in arguments])
    return result.exit_code, result.stdout, result.stderr


def test_show_takes_documents_and_results(tmp_path: Path) -> None:
    result = tmp_path / "park.json"
    result.write_text(policyparse.parse(PARK, with_text=True).model_dump_json(), encoding="utf-8")
    assert run("show", result, "--lang", "en") == run("show", PARK, "--lang", "en")


def test_show_says_what_cannot_be_shown_and_shows_the_rest(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("江河湖海\n", encoding="utf-8")
    (tmp_path / "b.txt").write_text(PARK.read_text(encoding="utf-8"), encoding="utf-8")
    (tmp_path / "c.json").write_text('{"schema_version": "2.0", "kind": "decision"}', encoding="utf-8")
    code, out, err = run("show", *sorted(tmp_path.iterdir()))
    assert code == 2
    assert "口袋公园" in out
    assert [line.split(": ")[1].split("/")[-1] for line in err.splitlines()] == ["a.txt", "c.json"]


def test_parse_of_a_folder_ends_with_a_table(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PARK.read_text(encoding="utf-8"), encoding="utf-8")
    (tmp_path / "b.txt").write_text(
        "某市停车办法\n第一条　为了规范停车，制定本办法。\n第二条　禁止乱停。\n", encoding="utf-8"
    )
    code, _, err = run("parse", tmp_path, "--out", tmp_path / "out")
    assert code == 0
    assert [line.split() for line in err.splitlines()[:4]] == [
        ["kind", "documents", "articles", "points", "norms", "indicators", "warnings"],
        ["decision", "1", "2", "0", "1", "0", "0"],
        ["official_document", "1", "0", "3", "3", "5", "1"],
        ["all", "2", "2", "3", "4", "5", "1"],
    ]
    assert err.splitlines()[4] == f"2 documents parsed to {tmp_path / 'out'}, 0 failed"


def test_a_tally_counts_attached_documents_and_leaves_empty_columns_out() -> None:
    document = policyparse.parse(
        "江北市人民政府关于印发停车管理办法的通知\n江北政发〔2024〕1号\n各区人民政府：\n"
        "现将《江北市停车管理办法》印发给你们，请遵照执行。\n江北市人民政府\n2024年1月2日\n"
        "江北市停车管理办法\n第一条　为了规范停车秩序，制定本办法。\n第二条　禁止乱停。\n"
    )
    assert counts_of(document)["articles"] == 2
    tally = Tally()
    tally.add("meeting", Counter(speakers=3))
    tally.add("meeting", Counter(speakers=2, errors=0))
    assert list(tally.rows()) == [["kind", "documents", "speakers"], ["meeting", "2", "5"]]


ISSUED = """青溪县人民政府办公室关于印发《青溪县农村客运方案》的通知
青政办发〔2026〕8号
各乡镇人民政府：
《青溪县农村客运方案》已经县政府同意，现印发给你们，请认真组织实施。
青溪县人民政府办公室
2026年3月10日
青溪县农村客运方案
一、工作目标
到2027年底，全县新增农村客运线路18条。
二、保障措施
县交通运输局要加强检查。
"""


def test_numbers_of_what_a_letter_issues_have_bars() -> None:
    document = policyparse.parse(ISSUED)
    assert document.indicators == []
    (row,) = [line for line in shown(document, ISSUED, lang="zh").split("目标 1")[1].splitlines() if "18 条" in line]
    assert "新增农村客运线路" in row
