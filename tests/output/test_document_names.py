"""Names of documents: what a citation may leave out, and what it may not."""

import pytest

from policyparse.output.document_names import Names

TITLES = {
    "江南省渡口管理办法（试行）": "江政发〔2021〕5号",
    "中华人民共和国渡口法": None,
    "临云市人民政府关于设立渡口的请示": "临政〔2021〕3号",
    "关于加强渡口管理的通知": None,
}


@pytest.fixture(scope="module")
def names() -> Names[str]:
    found: Names[str] = Names()
    for title, number in TITLES.items():
        found.add(title, number, title)
    return found


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("江南省渡口管理办法（试行）", "江南省渡口管理办法（试行）"),
        ("江南省渡口管理办法(试行)", "江南省渡口管理办法（试行）"),
        ("江南省渡口管理办法", "江南省渡口管理办法（试行）"),
        ("江政发[2021]5号", "江南省渡口管理办法（试行）"),
        ("渡口法", "中华人民共和国渡口法"),
        ("关于设立渡口的请示", "临云市人民政府关于设立渡口的请示"),
        ("江南省交通厅关于加强渡口管理的通知", "关于加强渡口管理的通知"),
        ("临山市人民政府关于设立渡口的请示", None),
        ("江南省渡口管理办法实施细则", None),
        ("管理办法", None),
        ("", None),
    ],
)
def test_a_name_leaves_out_what_it_may(names: Names[str], name: str, title: str | None) -> None:
    assert names.find(name) == ([title] if title else [])
