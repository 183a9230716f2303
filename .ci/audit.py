"""Audits the packages of this environment for known vulnerabilities: python .ci/audit.py. Needs pip-audit.

pip-audit ends well where it could ask nobody. This ends well only where all were audited and nothing was found:
status 1 for a vulnerability, 2 for what could not be audited, with a sentence that says which.
"""

import json
import subprocess
import sys
from typing import Any

OWN = "policyparse"
"""The project itself, which no service knows before it is published."""


def verdict(dependencies: list[dict[str, Any]]) -> tuple[int, str]:
    """Status and sentence for what pip-audit tells of each package.

    Args:
        dependencies: Its `dependencies`: name and version, `vulns`, and `skip_reason` where it could not ask.
    """
    others = [dependency for dependency in dependencies if dependency["name"].lower() != OWN]
    found = [
        f"{dependency['name']} {dependency.get('version', '')}: {flaw['id']}"
        for dependency in others
        for flaw in dependency.get("vulns", [])
    ]
    unknown = [dependency["name"] for dependency in others if dependency.get("skip_reason")]
    if found:
        return 1, f"known vulnerabilities: {'; '.join(found)}"
    if not others or len(unknown) == len(others):
        return 2, "nothing could be audited: no service answered for any package"
    if unknown:
        return 2, f"{len(others) - len(unknown)} packages audited, {len(unknown)} could not be: {', '.join(unknown)}"
    return 0, f"{len(others)} packages audited, nothing known against them"


def main() -> int:
    """Run pip-audit and tell what came of it."""
    done = subprocess.run(
        [sys.executable, "-m", "pip_audit", "--format", "json", "--progress-spinner", "off"],
        capture_output=True,
        text=True,
        check=False,
    )
    try:
        dependencies = json.loads(done.stdout)["dependencies"]
    except (json.JSONDecodeError, KeyError):
        print(f"could not audit: {done.stderr.strip().splitlines()[-1:] or done.returncode}")
        return 2
    status, sentence = verdict(dependencies)
    print(sentence if status else f"audited: {sentence}")
    return status


if __name__ == "__main__":
    sys.exit(main())
