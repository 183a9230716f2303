"""Configuration: `policyparse.toml`, or the table `[tool.policyparse]` of `pyproject.toml`."""

from fnmatch import fnmatchcase
from pathlib import Path, PurePath
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from policyparse.model.codes import catalogue
from policyparse.model.document import Document
from policyparse.model.errors import PolicyParseError
from policyparse.output.settings_file import FILE, SHARED_FILE, read_settings

NO_DOCUMENTS = (
    "README*",
    "CHANGELOG*",
    "CONTRIBUTING*",
    "CODE_OF_CONDUCT*",
    "LICENSE*",
    "LICENCE*",
    "NOTICE*",
    "SECURITY*",
    "requirements*.txt",
    "node_modules/*",
    "venv/*",
)
"""Patterns of files that a folder of documents holds beside them; they are left out where no other are given."""


def _dashed(name: str) -> str:
    return name.replace("_", "-")


class Rules(BaseModel):
    """What is reported of some documents."""

    model_config = ConfigDict(extra="forbid", alias_generator=_dashed, populate_by_name=True)

    select: list[str] | None = Field(default=None, description="Codes or their beginnings that are reported.")
    ignore: list[str] = Field(default_factory=list, description="Codes or their beginnings that are not.")
    extend_select: list[str] = Field(default_factory=list, description="Added to select.")
    extend_ignore: list[str] = Field(default_factory=list, description="Added to ignore.")
    min_fields: list[str] = Field(default_factory=list, description="Fields that a document is expected to have.")

    def takes(self, code: str) -> bool | None:
        """Whether a code is reported; None where the rules do not say."""
        if any(code.startswith(start) for start in (*self.ignore, *self.extend_ignore)):
            return False
        chosen = None if self.select is None else [*self.select, *self.extend_select]
        if chosen is None:
            return True if any(code.startswith(start) for start in self.extend_select) else None
        return any(code.startswith(start) for start in chosen)


class Configuration(Rules):
    """What `policyparse check` does in a folder."""

    include: list[str] = Field(default_factory=list, description="Globs of the documents; all below where empty.")
    exclude: list[str] = Field(default_factory=lambda: list(NO_DOCUMENTS), description="Globs of what is left out.")
    extend_exclude: list[str] = Field(default_factory=list, description="Added to exclude.")
    fail_on: Literal["error", "warning", "info"] = Field(default="warning", description="Least severity that fails.")
    baseline: str | None = Field(default=None, description="File of accepted findings.")
    types: list[str] = Field(default_factory=list, description="Document types of others that take part.")
    readers: list[str] = Field(default_factory=list, description="Readers of others that take part.")
    lang: Literal["en", "zh"] | None = Field(default=None, description="Language of messages.")
    per_file: dict[str, Rules] = Field(default_factory=dict, description="Rules by glob of the file.")
    per_kind: dict[str, Rules] = Field(default_factory=dict, description="Rules by kind of document.")

    def rules_for(self, file: str, kind: str | None) -> list[Rules]:
        """The rules for a document, the most special first."""
        path = PurePath(file).as_posix()
        special = [rules for pattern, rules in self.per_file.items() if matches(path, pattern)]
        return [*special, *([self.per_kind[kind]] if kind in self.per_kind else []), self]

    def reports(self, code: str, file: str, kind: str | None) -> bool:
        """Whether a code is reported for a document; the first rules that say so decide."""
        decided = (rules.takes(code) for rules in self.rules_for(file, kind))
        return next((taken for taken in decided if taken is not None), True)

    def expected_fields(self, file: str, kind: str | None) -> list[str]:
        """The fields that a document is expected to have."""
        return list(dict.fromkeys(name for rules in self.rules_for(file, kind) for name in rules.min_fields))

    def leaves_out(self, place: str) -> bool:
        """Whether a file below a folder is no document by the configuration.

        Args:
            place: Its path as given, with `/`.
        """
        if self.include and not any(matches(place, pattern) for pattern in self.include):
            return True
        return any(matches(place, pattern) for pattern in (*self.exclude, *self.extend_exclude))


def matches(path: str, pattern: str) -> bool:
    """Whether a path, or its name, or a folder of it, matches a glob."""
    parts = path.split("/")
    tails = ["/".join(parts[i:]) for i in range(len(parts))]
    return any(fnmatchcase(tail, pattern) for tail in tails)


def read_configuration(start: Path) -> Configuration:
    """The configuration of a folder: the first that it or a folder above has; the defaults where none has any.

    Args:
        start: The folder.

    Raises:
        PolicyParseError: The configuration is wrong.
    """
    for folder in (start, *start.resolve().parents):
        own = read_settings(folder / FILE, "configuration")
        if own is not None:
            return _parsed(folder / FILE, own)
        shared = (read_settings(folder / SHARED_FILE, "configuration") or {}).get("tool", {}).get("policyparse")
        if shared is not None:
            return _parsed(folder / SHARED_FILE, shared)
    return Configuration()


def _parsed(path: Path, table: dict[str, Any]) -> Configuration:
    try:
        configuration = Configuration.model_validate(table)
    except ValidationError as error:
        problem = error.errors()[0]
        name = ".".join(str(part) for part in problem["loc"])
        raise PolicyParseError(f"{name}: {problem['msg']}; see docs/ci.md", path=str(path)) from None
    check_codes(configuration, str(path))
    return configuration


def check_codes(configuration: Configuration, path: str | None = None) -> None:
    """See that every code, field and document type of a configuration exists.

    Raises:
        PolicyParseError: One does not.
    """
    known = catalogue()
    fields = {name for model in _models(configuration.types) for name in model.model_fields}
    for rules in (configuration, *configuration.per_file.values(), *configuration.per_kind.values()):
        for start in (*(rules.select or ()), *rules.ignore, *rules.extend_select, *rules.extend_ignore):
            if not any(code.startswith(start) for code in known):
                raise PolicyParseError(f"no code begins with {start!r}; `policyparse explain` lists them", path=path)
        for name in rules.min_fields:
            if name.split(".")[0] not in fields:
                raise PolicyParseError(f"no document has a field {name!r}; see docs/schema.md", path=path)


def _models(types: list[str]) -> list[type[Document]]:
    from policyparse.registry import models_of

    return models_of(types)
