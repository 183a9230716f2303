"""Inputs that reach new code: python benchmarks/fuzz.py [--seconds 60] [--keep FOLDER] [FOLDER…].

atheris (`pip install atheris`) changes texts so that they reach branches that none reached before; each must keep the
invariants of tests/invariants.py. It begins with the seeds and with tests/found, what was found before. What breaks an
invariant is written to FOLDER of --keep (tests/found by default), where tests/test_mutations.py tries it ever after.
Ends with status 1 where something was found; where atheris is not installed, it says so and ends with status 0.
"""

import argparse
import hashlib
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))
FOUND = ROOT / "tests" / "found"
LENGTH = 3_000
"""Longest text, in bytes: what is longer finds nothing that a shorter one does not."""

KINDS = (None, None, "decision", "official_document", "meeting", "briefing")
"""The first byte of an input chooses the kind that it is read as."""


def main() -> int:
    """Fuzz for a while."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path, help="further texts to begin with")
    parser.add_argument("--seconds", type=int, default=60, help="how long")
    parser.add_argument("--keep", type=Path, default=FOUND, help="where what is found is written")
    arguments = parser.parse_args()
    try:
        import atheris
    except ImportError:
        print("atheris is not installed (pip install atheris): nothing was fuzzed")
        return 0
    with atheris.instrument_imports(include=["policyparse"]):
        from invariants import broken

        for path in sorted((ROOT / "seeds").glob("*.txt")):  # modules are imported where used: now, to be watched
            for kind in KINDS:
                list(broken(path.read_text(encoding="utf-8")[:LENGTH], kind))

    def one(data: bytes) -> None:
        text = data[1:].decode("utf-8", errors="replace")
        faults = list(broken(text, KINDS[data[0] % len(KINDS)] if data else None))
        if faults:
            arguments.keep.mkdir(parents=True, exist_ok=True)
            name = hashlib.sha256(text.encode()).hexdigest()[:12]
            (arguments.keep / f"{name}.txt").write_text(text, encoding="utf-8")
            raise AssertionError(f"{name}.txt: {faults}")

    with tempfile.TemporaryDirectory() as folder:
        for source in (ROOT / "seeds", FOUND, *arguments.folders):
            for path in source.glob("*.txt"):
                data = b"\x00" + path.read_bytes()
                for start in range(0, len(data), LENGTH):
                    name = f"{path.stem}-{start}"
                    Path(folder, name).write_bytes(data[start : start + LENGTH])
        options = (f"-max_len={LENGTH}", f"-max_total_time={arguments.seconds}", "-timeout=30", "-print_final_stats=1")
        atheris.Setup([sys.argv[0], folder, f"-artifact_prefix={folder}/", *options], one)
        atheris.Fuzz()  # ends the process, with status 0 where nothing was found
    return 0


if __name__ == "__main__":
    sys.exit(main())
