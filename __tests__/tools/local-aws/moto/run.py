"""Runs the tests of the fixes and writes one JSON line for each: { name, error }.

With --without-each every fix is left out once and its tests must fail; what does not fail is the error.
"""

import argparse
import json
import sys
import unittest
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).parent
sys.dont_write_bytecode = True
sys.path.insert(0, str(HERE))

from support import SERVER, AwsTest, Server  # noqa: E402

sys.path.append(str(SERVER.parent))
import loader  # noqa: E402


def flat(suite: unittest.TestSuite) -> Iterator[unittest.TestCase]:
    for entry in suite:
        yield from flat(entry) if isinstance(entry, unittest.TestSuite) else [entry]


def tests() -> list[unittest.TestCase]:
    return list(flat(unittest.defaultTestLoader.discover(str(HERE), pattern="test_*.py")))


def title(test: unittest.TestCase) -> str:
    return f"{test.FIX}: {test._testMethodName.removeprefix('test_').replace('_', ' ')}"


def results(chosen: list[unittest.TestCase], without: list[str]) -> Iterator[tuple[str, str | None]]:
    """The title and the failure, if any, of each test against a server of their own."""
    server = Server(without)
    AwsTest.url = server.url
    try:
        for test in chosen:
            result = unittest.TestResult()
            test.run(result)
            problems = result.failures + result.errors + result.skipped
            yield title(test), problems[0][1] if problems else None
    finally:
        server.stop()


def say(name: str, error: str | None) -> None:
    print(json.dumps({"name": name, "error": error}), flush=True)


def without_each(chosen: list[str]) -> None:
    for fix in chosen:
        own = [test for test in tests() if test.FIX == fix]
        if not own:
            say(fix, "no test")
            continue
        passed = [name for name, error in results(own, [fix]) if error is None]
        say(fix, f"passes without the fix: {'; '.join(passed)}" if len(passed) == len(own) else None)
        for name in passed:
            print(f"  also passes without: {name}", file=sys.stderr)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--without-each", action="store_true")
    parser.add_argument("fixes", nargs="*", help="only these (default: all)")
    options = parser.parse_args()
    wanted = options.fixes or [*loader.names(), "server"]
    if options.without_each:
        without_each([name for name in wanted if name != "server"])
        return
    untested = set(wanted) - {test.FIX for test in tests()}
    for fix in sorted(untested):
        say(fix, "no test")
    for name, error in results([test for test in tests() if test.FIX in wanted], []):
        say(name, error)


if __name__ == "__main__":
    main()
