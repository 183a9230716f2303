"""TOML files of users: configuration and sidecars."""

import tomllib
from pathlib import Path
from typing import Any

from policyparse.model.errors import PolicyParseError

FILE, SHARED_FILE = "policyparse.toml", "pyproject.toml"
"""Names of the files of the configuration; in the shared one it is the table `[tool.policyparse]`."""


def read_settings(path: Path, what: str) -> dict[str, Any] | None:
    """Read a TOML file; None where there is none.

    Args:
        path: The file.
        what: What it is, for the message.

    Raises:
        PolicyParseError: It cannot be read, or is no TOML.
    """
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, ValueError) as error:
        raise PolicyParseError(f"the {what} cannot be read ({error}); correct it", path=str(path)) from None
