"""Tasks that other processes can import."""

import os
import signal
import time


class Named:
    def __init__(self, name: str) -> None:
        self.name = name


def name_of(item: Named) -> tuple[str, int]:
    """Give the item back; end, hang or fail where its name says so."""
    if item.name.startswith("die"):
        os._exit(9)
    if item.name.startswith("hang"):
        time.sleep(60)
    if item.name.startswith("fail"):
        raise ZeroDivisionError("division by zero")
    if item.name.startswith("big"):
        return item.name + "x" * 1_000_000, os.getpid()
    if item.name.startswith("slow"):
        time.sleep(0.05)
    return item.name, os.getpid()


def die_once(item: Named) -> str:
    """End the process at the first try of an item, not at the second."""
    if item.name.startswith("/") and not os.path.exists(item.name):
        open(item.name, "w").close()
        os._exit(9)
    return item.name


def die_slowly_once(item: Named) -> str:
    """End the process at the first try of an item, when others have long gone ahead."""
    if item.name.startswith("/") and not os.path.exists(item.name):
        open(item.name, "w").close()
        time.sleep(0.5)
        os._exit(9)
    return item.name


def killed_often(item: Named) -> str:
    """End as if killed from outside, as often as the name of an item says."""
    path, _, times = item.name.partition("*")
    for number in range(int(times or 0)):
        if not os.path.exists(f"{path}{number}"):
            open(f"{path}{number}", "w").close()
            os.kill(os.getpid(), signal.SIGKILL)
    return item.name
