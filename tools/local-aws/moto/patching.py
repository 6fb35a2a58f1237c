"""How a fix changes moto: each replaces one attribute that must exist, and sees what was there before."""

from collections.abc import Callable
from typing import Any


class MotoChanged(Exception):
    """A fix names something that this version of moto does not have."""


def _current(owner: Any, name: str) -> Any:
    inherited = [vars(base) for base in owner.__mro__] if isinstance(owner, type) else [vars(owner)]
    for attributes in inherited:
        if name in attributes:
            return attributes[name]
    raise MotoChanged(f"{getattr(owner, '__qualname__', owner.__name__)} has no '{name}' in this version of moto")


def wrap(owner: Any, name: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Replaces a method; the new one gets the old one as its first argument."""
    original = _current(owner, name)
    if not callable(original):
        raise MotoChanged(f"{owner.__name__}.{name} is not a method in this version of moto")

    def decorate(replacement: Callable[..., Any]) -> Callable[..., Any]:
        def wrapped(*args: Any, **kwargs: Any) -> Any:
            return replacement(original, *args, **kwargs)

        wrapped.__name__ = name
        setattr(owner, name, wrapped)
        return replacement

    return decorate


def wrap_property(owner: type, name: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Replaces what a property gives; the new getter gets the old one as its first argument. The setter stays."""
    original = _current(owner, name)
    if not isinstance(original, property) or original.fget is None:
        raise MotoChanged(f"{owner.__name__}.{name} is not a property in this version of moto")
    getter = original.fget

    def decorate(replacement: Callable[..., Any]) -> Callable[..., Any]:
        setattr(owner, name, property(lambda self: replacement(getter, self), original.fset))
        return replacement

    return decorate


def add(owner: type, name: str) -> Callable[[Any], Any]:
    """Adds what moto lacks: an operation, a value. Fails once moto has it, so that the fix can go."""
    if any(name in vars(base) for base in owner.__mro__):
        raise MotoChanged(f"{owner.__name__} has its own '{name}' now: the fix that adds it is not needed any more")

    def decorate(added: Any) -> Any:
        setattr(owner, name, added)
        return added

    return decorate
