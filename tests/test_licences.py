"""Every package that policyparse needs stands in docs/licences.md, with a licence that is allowed."""

from licences import ALLOWED, behind, licence_of, needed, rows


def test_the_page_has_what_is_needed_and_nothing_else() -> None:
    assert {name: extra or "always" for name, extra in needed().items()} == {
        name: extra for name, (_, extra) in rows().items()
    }


def test_every_licence_is_allowed() -> None:
    assert {name: licence for name, (licence, _) in rows().items() if licence not in ALLOWED} == {}


def test_the_page_says_what_the_packages_say() -> None:
    told = {name: (licence, licence_of(name)) for name, (licence, _) in rows().items()}
    assert {name: pair for name, pair in told.items() if pair[1] is not None and pair[0] != pair[1]} == {}


def test_what_these_need_is_allowed_as_well() -> None:
    always = [name for name, extra in needed().items() if not extra]
    found = {name: licence_of(name) for name in behind(always)}
    assert len(found) > len(always)
    assert {name: licence for name, licence in found.items() if licence not in ALLOWED} == {}
