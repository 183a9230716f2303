"""Official documents in words of our own, parsed."""

from collections.abc import Callable
from typing import Any

import pytest

import policyparse

Json = dict[str, Any]


@pytest.fixture(scope="session")
def document() -> Callable[..., Json]:
    """Parse a text and give the document as JSON: `document(text, kind=…)`."""

    def parse(text: str, **arguments: Any) -> Json:
        return policyparse.parse(text, **arguments).model_dump(mode="json")

    return parse


@pytest.fixture(scope="session")
def letter(document: Callable[..., Json]) -> Callable[..., Json]:
    """Parse a body as that of a signed notice: `letter(body, title=…)`."""

    def parse(body: str, title: str = "云溪县人民政府关于做好防汛工作的通知", **arguments: Any) -> Json:
        head = f"{title}\n云政发〔2023〕9号\n各乡镇人民政府，县政府各部门：\n现就有关事项通知如下：\n"
        return document(f"{head}{body}\n云溪县人民政府\n2023年5月10日\n", **arguments)

    return parse
