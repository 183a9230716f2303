"""Findings that are accepted: a baseline of a folder, and a sidecar of one document.

A finding is known by its file, its code and the words that it quotes, not by its line, so that it stays accepted when
lines move; a sidecar is `NAME.accept.toml` beside the document.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from typing import Any

from policyparse.model.codes import catalogue
from policyparse.model.errors import PolicyParseError
from policyparse.output.placed import PlacedDiagnostic
from policyparse.output.settings_file import read_settings

SIDECAR_ENDING = ".accept.toml"
QUOTE_LENGTH = 200
"""Maximum length of the words kept of a finding, in characters."""

VERSION = 1


@dataclass(frozen=True, slots=True)
class Key:
    """What a finding is known by.

    Attributes:
        file: Path of the file as given, with `/`.
        code: Code of the diagnostic.
        quote: The words at its place without white space, or its message where it has no place.
    """

    file: str
    code: str
    quote: str


def key_of(finding: PlacedDiagnostic) -> Key:
    """What a finding is known by."""
    words = "".join(finding.quote.split()) or finding.diagnostic.message
    return Key(PurePath(finding.file).as_posix(), finding.diagnostic.code, words[:QUOTE_LENGTH])


def fingerprint(finding: PlacedDiagnostic) -> str:
    """A hash of what a finding is known by."""
    key = key_of(finding)
    return hashlib.sha256("\n".join((key.file, key.code, key.quote)).encode("utf-8", "surrogatepass")).hexdigest()[:32]


@dataclass(slots=True)
class Baseline:
    """Findings that are accepted, with how often each.

    Attributes:
        counts: How often each finding is accepted.
    """

    counts: Counter[Key] = field(default_factory=Counter)

    @classmethod
    def of(cls, findings: Iterable[PlacedDiagnostic]) -> "Baseline":
        """The baseline that accepts findings."""
        return cls(Counter(map(key_of, findings)))

    @classmethod
    def read(cls, path: Path) -> "Baseline":
        """Read a baseline.

        Raises:
            PolicyParseError: It is not there, or no baseline.
        """
        try:
            content = json.loads(path.read_text(encoding="utf-8"))
            entries = {Key(e["file"], e["code"], e["quote"]): int(e["count"]) for e in content["accepted"]}
        except OSError as error:
            reason = error.strerror or str(error)
            raise PolicyParseError(f"the baseline cannot be read ({reason}); write one", path=str(path)) from None
        except (ValueError, KeyError, TypeError):
            raise PolicyParseError("this is no baseline; write one with --write-baseline", path=str(path)) from None
        return cls(Counter(entries))

    def text(self) -> str:
        """The baseline as JSON, in a stable order."""
        keys = sorted(self.counts, key=lambda k: (k.file, k.code, k.quote))
        accepted = [{"file": k.file, "code": k.code, "quote": k.quote, "count": self.counts[k]} for k in keys]
        return json.dumps({"version": VERSION, "accepted": accepted}, ensure_ascii=False, indent=2) + "\n"

    def left_of(self, findings: Sequence[PlacedDiagnostic]) -> tuple[list[PlacedDiagnostic], list[Key]]:
        """The findings that are not accepted, and what is accepted but was not found any more."""
        remaining = Counter(self.counts)
        left = []
        for finding in findings:
            key = key_of(finding)
            if remaining[key] > 0:
                remaining[key] -= 1
            else:
                left.append(finding)
        return left, [key for key, number in remaining.items() if number > 0]


@dataclass(frozen=True, slots=True)
class Acceptance:
    """What a sidecar accepts.

    Attributes:
        code: Code of the finding.
        reason: Why it is right.
        quote: Words that the finding quotes; None accepts all of its code.
    """

    code: str
    reason: str
    quote: str | None = None


def sidecar_of(file: Path) -> Path:
    """Where the acceptances of a document stand."""
    return file.with_name(file.name + SIDECAR_ENDING)


def read_sidecar(file: Path) -> list[Acceptance]:
    """Read what is accepted of a document; nothing where it has no sidecar.

    Raises:
        PolicyParseError: The sidecar is wrong.
    """
    path = sidecar_of(file)
    content = read_settings(path, "sidecar") or {}
    return [_acceptance(entry, path) for entry in content.get("accept", ())]


def _acceptance(entry: Mapping[str, Any], path: Path) -> Acceptance:
    unknown = sorted(entry.keys() - {"code", "reason", "quote"}) if isinstance(entry, Mapping) else ["accept"]
    if unknown:
        raise PolicyParseError(
            f"the sidecar has unknown keys ({', '.join(unknown)}); it takes code, reason, quote", path=str(path)
        )
    if entry.get("code") not in catalogue() or not entry.get("reason"):
        raise PolicyParseError("each [[accept]] needs a code that exists and a reason", path=str(path))
    return Acceptance(entry["code"], entry["reason"], entry.get("quote"))


def unaccepted(findings: Iterable[PlacedDiagnostic], acceptances: Sequence[Acceptance]) -> list[PlacedDiagnostic]:
    """The findings that no acceptance covers."""
    return [
        f
        for f in findings
        if not any(
            a.code == f.diagnostic.code and (a.quote is None or a.quote in f.quote or a.quote in f.diagnostic.message)
            for a in acceptances
        )
    ]
