"""Whose turn it is: each call of an API is one step on AWS, and moto's threads change the same dictionaries while others read them."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

lock = threading.Lock()


@contextmanager
def others_may_call() -> Iterator[None]:
    """While a call waits for a program that itself calls the local AWS."""
    lock.release()
    try:
        yield
    finally:
        lock.acquire()
