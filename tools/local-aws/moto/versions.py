"""Versions of engines, as they are compared."""


def parts(version: str) -> list[int]:
    return [int(part) for part in version.split(".")]
