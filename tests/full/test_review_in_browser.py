"""The review page and the local page in a real browser: marks, keys, filters, search, print, phone.

Needs Playwright (extra `dev`) and Chromium: `chromium` on the path, or the file that POLICYPARSE_CHROMIUM names.
"""

import json
import os
import shutil
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

import policyparse
from policyparse.cli import app
from policyparse.output.review.marks import find_entries
from policyparse.output.review.server import LocalServer

REPOSITORY = Path(__file__).resolve().parents[2]
SEEDS = sorted((REPOSITORY / "seeds").glob("*.txt"))
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    playwright = pytest.importorskip("playwright.sync_api", reason="needs an optional package")
    path = os.environ.get("POLICYPARSE_CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        assert not os.environ.get("POLICYPARSE_FULL"), "install chromium, or name it in POLICYPARSE_CHROMIUM"
        pytest.skip("needs an optional package")
    with playwright.sync_playwright() as engine:
        chromium = engine.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield chromium
        chromium.close()


class Tab:
    """A page of the browser that keeps what went wrong and what it asked for."""

    def __init__(self, browser: Any, width: int = 1440, **options: Any) -> None:
        self.context = browser.new_context(viewport={"width": width, "height": 900}, **options)
        self.page = self.context.new_page()
        self.troubles: list[str] = []
        self.asked: list[str] = []
        self.page.on("pageerror", lambda error: self.troubles.append(str(error)))
        self.page.on("console", lambda message: self.troubles.append(message.text))
        self.page.on("dialog", lambda dialog: (self.troubles.append(dialog.message), dialog.dismiss()))
        self.page.on("request", lambda request: self.asked.append(request.url))

    def show(self, address: str) -> Any:
        self.page.goto("about:blank")
        self.page.goto(address)
        self.page.wait_for_selector("html[data-ready]")
        return self.page

    def press(self, keys: str) -> None:
        for key in keys.split():
            self.page.keyboard.press(key)


@pytest.fixture
def tab(browser: Any) -> Iterator[Tab]:
    tab = Tab(browser)
    yield tab
    tab.context.close()
    assert tab.troubles == []
    assert [url for url in tab.asked if not url.startswith(("file:", "about:", "data:", "blob:"))] == []


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("pages")


def seed_page(folder: Path, seed: Path, lang: Any = "zh") -> str:
    path = folder / f"{seed.stem}.{lang}.html"
    if not path.exists():
        source = policyparse.read(seed)
        path.write_text(policyparse.review(policyparse.parse(source), source, lang=lang), encoding="utf-8")
    return path.as_uri()


def until(page: Any, condition: str) -> None:
    """Wait for a condition; `wait_for_function` would need `eval`, which the policy of the page forbids."""
    deadline = time.monotonic() + 60
    while not page.evaluate(condition):
        assert time.monotonic() < deadline, condition
        page.wait_for_timeout(50)


def chosen(page: Any) -> str:
    return str(page.locator('[data-panel="detail"] .where code').text_content())


def test_marks_are_those_of_the_document(tab: Tab, folder: Path, seed: Path) -> None:
    page = tab.show(seed_page(folder, seed))
    source = policyparse.read(seed)
    entries = find_entries(policyparse.parse(source), source, "zh")
    lit = page.evaluate("[...new Set([...document.querySelectorAll('.text mark')].map(m => m.dataset.i))].length")
    assert lit == sum(bool(entry.places) for entry in entries)
    by_chips = page.locator(".chip b").all_text_contents()
    assert sum(map(int, by_chips)) == len(entries)
    for entry in entries:
        if entry.places and len(entry.places) == 1 and entry.kind != "repairs":
            told = page.evaluate(
                "p => {const i = document.getElementById(p).dataset.i;"
                "return [...document.querySelectorAll(`.text mark[data-i='${i}']`)].map(m => m.textContent).join('')}",
                entry.pointer,
            )
            assert "".join(told.split()) == "".join(source.text[slice(*entry.places[0])].split()), entry.pointer


def test_keys_go_from_value_to_value(tab: Tab, folder: Path) -> None:
    page = tab.show(seed_page(folder, SEEDS[3]))
    tab.press("j")
    first = chosen(page)
    assert page.locator("mark.on").count() > 0
    tab.press("j j k")
    assert chosen(page) != first
    tab.press("k")
    assert chosen(page) == first
    assert page.evaluate("location.hash") == "#" + first
    assert page.evaluate("document.activeElement.matches('mark.on')")
    tab.press("Escape")
    assert page.locator("mark.on").count() == 0


def test_every_value_is_reached_once_by_j(tab: Tab, folder: Path) -> None:
    page = tab.show(seed_page(folder, SEEDS[3]))
    source = policyparse.read(SEEDS[3])
    entries = find_entries(policyparse.parse(source), source, "zh")
    seen = []
    for _ in entries:
        tab.press("j")
        seen.append(chosen(page))
    assert seen == [entry.pointer for entry in entries if entry.kind != "diagnostics"]


def test_numbers_show_and_hide_groups(tab: Tab, folder: Path) -> None:
    page = tab.show(seed_page(folder, SEEDS[1]))
    chip = page.locator(".chip[aria-keyshortcuts='4']")
    group = chip.get_attribute("class").split()[1]
    lit = page.locator(f".text mark.{group}:not(.off)").count()
    assert lit > 0
    tab.press("4")
    assert chip.get_attribute("aria-pressed") == "false"
    assert page.locator(f".text mark.{group}:not(.off)").count() == 0
    tab.press("0")
    assert page.locator(f".text mark.{group}:not(.off)").count() == lit


def test_lists_filter_by_speaker_kind_and_severity(tab: Tab, folder: Path) -> None:
    page = tab.show(seed_page(folder, SEEDS[1]))
    document = policyparse.parse(SEEDS[1])
    speaker = document.proposals[0].speaker  # type: ignore[union-attr]
    page.select_option("[data-choice=speaker]", speaker)
    pointers = page.evaluate(
        "[...document.querySelectorAll('.text mark[id]:not(.off)')].map(m => m.id)",
    )
    spoken = [p for p in pointers if not p.startswith("/speakers/")]
    told = document.model_dump(mode="json")
    assert spoken
    assert {told[p.split("/")[1]][int(p.split("/")[2])]["speaker"] for p in spoken} == {speaker}
    page.select_option("[data-choice=speaker]", "")
    page.select_option("[data-choice=kind]", "visits")
    assert page.locator(".panel .row").count() == len(document.visits)  # type: ignore[union-attr]
    tab.press("Escape")
    page.select_option("[data-choice=kind]", "")
    page.click(".chip[data-severity=warning]")
    assert page.locator(".text mark.f.warning:not(.off)").count() == 0
    assert page.locator(".text mark.f.info:not(.off)").count() > 0


def test_the_slash_searches(tab: Tab, folder: Path) -> None:
    page = tab.show(seed_page(folder, SEEDS[3]))
    tab.press("/")
    page.keyboard.type("人民政府")
    until(page, "document.querySelector('.find output').textContent !== ''")
    count = policyparse.read(SEEDS[3]).text.count("人民政府")
    assert page.locator(".find output").text_content().startswith(f"{count} ")
    assert page.evaluate("CSS.highlights.get('hit').size") == count
    tab.press("Enter Enter")
    assert page.locator(".find output").text_content() == f"2／{count}"
    tab.press("Escape")
    assert page.locator(".find input").input_value() == ""


def test_a_pointer_is_an_address(tab: Tab, folder: Path) -> None:
    address = seed_page(folder, SEEDS[3])
    page = tab.show(address + "#/articles/3")
    assert chosen(page) == "/articles/3"
    assert page.locator("mark.on").first.is_visible()
    page = tab.show(address + "#/articles/3/label")
    assert chosen(page) == "/articles/3"
    page = tab.show(address + "#/nothing/here")
    assert page.locator("mark.on").count() == 0
    page.evaluate("location.hash = '#/articles/5'")
    until(page, "document.querySelector('.where code')?.textContent === '/articles/5'")


def test_a_second_click_takes_the_value_around(tab: Tab, folder: Path) -> None:
    page = tab.show(seed_page(folder, SEEDS[3]))
    norm = page.locator("mark.g3").first
    norm.click()
    inner = chosen(page)
    norm.click()
    assert chosen(page) != inner
    assert page.locator(".crumbs button").count() >= 1


def test_repairs_show_before_and_after(tab: Tab, folder: Path) -> None:
    page = tab.show(seed_page(folder, SEEDS[4]))
    tab.press("r")
    assert page.locator("body.mended").count() == 1
    assert page.evaluate("getComputedStyle(document.querySelector('mark.g9'), '::after').content") != "none"
    page.click("[data-tab=repairs]")
    page.click("[data-panel=repairs] .card")
    assert page.locator(".edits tbody tr").count() == 100
    assert page.locator(".edits del").count() == 100


def test_the_help_opens_and_closes(tab: Tab, folder: Path) -> None:
    page = tab.show(seed_page(folder, SEEDS[0], "en"))
    tab.press("?")
    assert page.locator("dialog.keys").is_visible()
    tab.press("Escape")
    assert not page.locator("dialog.keys").is_visible()
    tab.press("t")
    assert page.evaluate("document.documentElement.dataset.theme") == "light"
    tab.press("t")
    assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") == "dark"


def test_everything_that_is_pressed_has_a_name(tab: Tab, folder: Path) -> None:
    page = tab.show(seed_page(folder, SEEDS[1]))
    nameless = page.evaluate(
        "[...document.querySelectorAll('button, a, input, select')].filter(e => !e.closest('[hidden], dialog') &&"
        " !(e.getAttribute('aria-label') || e.textContent.trim())).map(e => e.outerHTML)"
    )
    assert nameless == []
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement !== document.body")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
    page.focus("[data-tab=overview]")
    tab.press("ArrowRight")
    assert page.locator("[data-tab=detail]").get_attribute("aria-selected") == "true"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(browser: Any, folder: Path, scheme: str) -> None:
    """Rules of WCAG as axe-core checks them, in both themes, with a value chosen and with each tab open."""
    if not os.environ.get("POLICYPARSE_NODE"):
        pytest.skip("runs in .ci/full")
    axe = (Path(os.environ["POLICYPARSE_NODE"]) / "axe-core" / "axe.min.js").read_text("utf-8")
    tab = Tab(browser, color_scheme=scheme, bypass_csp=True)
    for seed in (SEEDS[1], SEEDS[3]):
        page = tab.show(seed_page(folder, seed))
        page.evaluate(axe)
        tab.press("j j j j j j")
        for name in ("detail", "overview", "values", "findings", "repairs"):
            page.click(f"[data-tab={name}]")
            found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")["violations"]
            assert [(rule["id"], rule["nodes"][0]["html"]) for rule in found] == []
    tab.context.close()


def test_the_page_fits_a_phone(browser: Any, folder: Path) -> None:
    tab = Tab(browser, width=390, has_touch=True, is_mobile=True)
    page = tab.show(seed_page(folder, SEEDS[3]))
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.locator("mark.g3").first.tap()
    assert page.locator('[data-panel="detail"] .where').is_visible()
    page.locator(".tabs .shut").tap()
    assert page.locator(".panel.open").count() == 0
    tab.context.close()
    assert tab.troubles == []


def test_print_leaves_the_tools_out(tab: Tab, folder: Path) -> None:
    page = tab.show(seed_page(folder, SEEDS[1]))
    page.emulate_media(media="print")
    assert not page.locator(".top").is_visible()
    assert not page.locator(".filters").is_visible()
    assert page.locator(".text").is_visible()
    assert page.locator("[data-panel=findings]").is_visible()
    assert len(page.pdf()) > 10_000


HOSTILE = """某市人大常委会关于</script><script>alert(1)</script>保护的决定
<img src=https://evil.example/x onerror=alert(2)> "><svg onload=alert(3)> ' onfocus='alert(4)
一、市人民政府应当</mark></div></main><h1>加强</h1>领导，<iframe src=https://evil.example></iframe>。
二、任何单位不得 javascript:alert(6) </template></style><style>@import "https://evil.example/a.css";</style>倾倒垃圾。
三、本决定自2023年7月1日起施行。
"""


def test_texts_and_names_run_nothing(tab: Tab, tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    for name in ("<img src=x onerror=alert(7)>.txt", "' onmouseover='alert(8).txt", "a#b?c%2e.txt"):
        (corpus / name).write_text(HOSTILE, encoding="utf-8")
    out = tmp_path / "review.html"
    told = CliRunner().invoke(app, ["review", str(corpus), "--out", str(out), "--kind", "decision"])
    assert told.exit_code == 0
    page = tab.show(out.as_uri())
    assert page.locator(".list tbody tr").count() == 3
    page.locator(".list .t").first.click()
    page.wait_for_selector(".text")
    tab.press("j j j j j")
    for name in ("values", "findings", "repairs", "overview"):
        page.click(f"[data-tab={name}]")
    assert page.locator(".doc img, .doc svg, .doc iframe, .doc h1").count() == 0


def test_an_index_counts_searches_and_sorts(tab: Tab, tmp_path: Path) -> None:
    out = tmp_path / "review.html"
    assert (
        CliRunner().invoke(app, ["review", str(REPOSITORY / "seeds"), "--out", str(out), "--lang", "zh"]).exit_code == 0
    )
    page = tab.show(out.as_uri())
    assert page.locator(".sums dd").first.text_content() == "5"
    assert page.locator(".list tbody tr:visible").count() == 5
    tab.press("/")
    page.keyboard.type("制造业立市推动高质量发展的决定")
    until(page, "document.querySelectorAll('.list tbody tr:not([hidden])').length === 1")
    page.keyboard.press("Escape")
    until(page, "document.querySelectorAll('.list tbody tr:not([hidden])').length === 5")
    page.click("th[data-key=found] button")
    counts = [int(c.replace(",", "")) for c in page.locator(".list td:nth-child(6)").all_text_contents()]
    assert counts == sorted(counts, reverse=True)
    page.locator(".list .t").first.click()
    page.wait_for_selector(".text")
    tab.press("j")
    assert page.evaluate("/^#[1-5]\\/./.test(location.hash)")
    tab.press("u")
    page.wait_for_selector(".list")
    page = tab.show(out.as_uri() + "#4/articles/2")
    assert chosen(page) == "/articles/2"


def test_a_thousand_articles_open_quickly(tab: Tab, tmp_path: Path) -> None:
    lines = ["某省公园管理条例"]
    for i in range(1, 1001):
        lines.append(
            f"第{policy_number(i)}条　市人民政府应当加强第{i}类公园的管理。任何单位和个人不得侵占公园，依照本条例第一条的规定执行。"
        )
    text = "\n".join(lines) + "\n"
    document = policyparse.parse(text)
    assert len(document.articles) == 1000  # type: ignore[union-attr]
    out = tmp_path / "large.html"
    out.write_text(policyparse.review(document, text), encoding="utf-8")
    page = tab.show(out.as_uri())
    seconds = page.evaluate("performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd") / 1000
    assert seconds < 10, "it takes about one on an idle machine"
    assert page.locator(".text mark[id^='/articles/']").count() >= 2000


def policy_number(number: int) -> str:
    digits = "零一二三四五六七八九"
    if number == 1000:
        return "一千"
    hundreds, tens, ones = number // 100, number // 10 % 10, number % 10
    words = f"{digits[hundreds]}百" if hundreds else ""
    if tens:
        words += ("" if tens == 1 and not hundreds else digits[tens]) + "十"
    elif hundreds and ones:
        words += "零"
    return words + (digits[ones] if ones else "")


def test_files_are_laid_on_the_local_page(browser: Any, tmp_path: Path) -> None:
    server = LocalServer(0, "zh")
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    tab = Tab(browser, accept_downloads=True)
    try:
        page = tab.show(server.address)
        page.set_input_files(".drop input", [str(SEEDS[3]), str(SEEDS[0])])
        until(page, "document.querySelectorAll('.laid a[href$=html]').length === 2")
        with tab.context.expect_page() as opened:
            page.locator(".laid a[href$=html]").last.click()
        opened.value.wait_for_selector("html[data-ready]")
        assert opened.value.locator(".text mark").count() > 50
        with page.expect_download() as download:
            page.locator(".laid a[href$=json]").last.click()
        assert json.loads(Path(download.value.path()).read_text("utf-8"))["kind"] == "decision"
        broken = tmp_path / "broken.pdf"
        broken.write_bytes(b"%PDF-1.4 nothing")
        page.set_input_files(".drop input", str(broken))
        page.wait_for_selector(".laid .failed", timeout=60_000)
        assert {url.split("/")[2] for url in tab.asked if url.startswith("http")} == {server.authority}
        troubles = [trouble for trouble in tab.troubles if "422" not in trouble]  # the browser tells a failed request
        assert troubles == []
    finally:
        tab.context.close()
        server.shutdown()
        server.server_close()
        thread.join()
