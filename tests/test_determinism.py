"""Same input, same output: whatever the hash seed, the locale, the time zone, the process and the caller's settings."""

import os
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from determinism import digest

PROGRAM = Path(__file__).with_name("determinism.py")
SURROUNDINGS = {
    "hash seed 0": ({"PYTHONHASHSEED": "0"}, []),
    "hash seed 4242, New York": ({"PYTHONHASHSEED": "4242", "TZ": "America/New_York"}, []),
    "C, Kiritimati": ({"LC_ALL": "C", "LANG": "C", "TZ": "Pacific/Kiritimati", "PYTHONUTF8": "0"}, []),
    "Turkish, optimized": ({"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8", "TZ": "Asia/Shanghai"}, ["-O"]),
    "isolated": ({}, ["-X", "dev", "-W", "ignore"]),
}


@cache
def expected() -> str:
    return digest()


@pytest.mark.parametrize("name", SURROUNDINGS)
def test_another_process_gives_the_same(name: str) -> None:
    variables, options = SURROUNDINGS[name]
    found = subprocess.run(
        [sys.executable, *options, str(PROGRAM)],
        env={**os.environ, **variables},
        capture_output=True,
        text=True,
        check=True,
    )
    assert found.stdout.split() == [expected()]
