"""Loads the fixes: every file in fixes/, in the order of their names."""

import importlib
from pathlib import Path

FIXES = Path(__file__).parent / "fixes"


def names() -> list[str]:
    return sorted(file.stem for file in FIXES.glob("*.py"))


def load(without: list[str]) -> list[str]:
    """Applies all fixes but those named, and returns the names of the ones applied."""
    known = names()
    for name in without:
        if name not in known:
            raise SystemExit(f"--without {name}: there is no such fix. The fixes are: {', '.join(known)}")
    applied = [name for name in known if name not in without]
    for name in applied:
        try:
            importlib.import_module(f"fixes.{name}")
        except Exception as error:
            raise SystemExit(f"fix {name} does not fit the installed moto: {type(error).__name__}: {error}") from error
    return applied
