"""Starts moto with the fixes that make it behave as AWS does. Prints one line when it listens."""

from __future__ import annotations

import argparse
import logging
import os
import signal
import sys
import threading
import time
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

# No __pycache__ in the project: a working tree stays clean.
sys.dont_write_bytecode = True

# Read by moto while it is imported, so they are set before that.
os.environ.setdefault("MOTO_IAM_LOAD_MANAGED_POLICIES", "true")
os.environ.setdefault("MOTO_ACM_VALIDATION_WAIT", "1")
os.environ.setdefault("AWS_EC2_METADATA_DISABLED", "true")


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--exit-with-parent", action="store_true", help="exit when the process that started it ends")
    parser.add_argument("--log-requests", action="store_true", help="write a line for each request to stderr")
    parser.add_argument("--without", action="append", default=[], metavar="FIX", help="leave a fix out (for its test)")
    return parser.parse_args()


def stop(*_: object) -> None:
    # All state is in memory, so there is nothing to save and no thread to wait for.
    os._exit(0)


def exit_with(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(0.5)
    stop()


def one_at_a_time(app: WSGIApplication, lock: threading.Lock) -> WSGIApplication:
    """Each call of an API is one step."""

    def locked(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        with lock:
            return app(environ, start_response)

    return locked


def told_what_is_off(app: WSGIApplication, off: set[str]) -> WSGIApplication:
    """The gate tells which regions are lost, for the name server: PUT /local-aws/off with their names, one a line."""

    def told(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        if (environ["REQUEST_METHOD"], environ["PATH_INFO"]) != ("PUT", "/local-aws/off"):
            return app(environ, start_response)
        off.clear()
        off.update(environ["wsgi.input"].read(int(environ["CONTENT_LENGTH"] or 0)).decode().split())
        start_response("204 No Content", [])
        return []

    return told


def main() -> None:
    options = arguments()
    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
    if options.exit_with_parent:
        threading.Thread(target=exit_with, args=(os.getppid(),), daemon=True).start()
    if not options.log_requests:
        logging.getLogger("werkzeug").setLevel(logging.ERROR)
    os.environ["MOTO_PORT"] = str(options.port)

    import loader

    applied = loader.load(options.without)

    from dns.server import serve
    from moto.moto_server.werkzeug_app import DomainDispatcherApplication, MotoRequestHandler, create_backend_app
    from turn import lock
    from werkzeug.serving import make_server

    off = set[str]()
    server = make_server(
        options.host,
        options.port,
        one_at_a_time(told_what_is_off(DomainDispatcherApplication(create_backend_app), off), lock),
        threaded=True,
        request_handler=MotoRequestHandler,
    )
    serve(options.host, server.port, off, lock)
    print(f"moto with {len(applied)} fixes listens on http://{options.host}:{server.port}", flush=True)
    server.serve_forever()


if __name__ == "__main__":
    sys.exit(main())
