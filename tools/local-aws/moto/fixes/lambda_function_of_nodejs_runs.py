"""A function of Node.js runs when it is called: its deployed code, with its variables, until its timeout.

moto runs functions in containers of a Docker that is not there, and calls each failure handled. What the function does itself
it does to this local AWS, as a session of its role, and a database of PostgreSQL that a variable names is a real one. What the
network does not let it connect to, a database or the endpoint of Secrets Manager, does not answer: the error of a timeout
comes at once, instead of after AWS's minutes. What fails is told as AWS tells it: in the answer, marked as unhandled.
https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html
https://docs.aws.amazon.com/lambda/latest/dg/nodejs-exceptions.html
"""

import base64
import json
import threading
from contextlib import suppress
from typing import Any

from functions.databases import NoPostgres
from functions.given import given
from functions.run import Ran, run
from moto.awslambda.models import LambdaFunction
from patching import wrap
from service import Refusal
from turn import lock

LOG_TAIL = 4096


def call(function: LambdaFunction, event: Any) -> Ran:
    """Runs it; holds the turn before and after, and not while it runs."""
    function.logs_backend.ensure_log_group(function.logs_group_name)
    with given(function) as surroundings:
        ran = run(function, event, surroundings)
    # Where its group sends the log on to takes it later: what fails there is no failure of the call.
    with suppress(RuntimeError):
        function.save_logs(ran.log)
    return ran


def call_later(function: LambdaFunction, event: Any) -> None:
    with lock:
        call(function, event)


@wrap(LambdaFunction, "invoke")
def invoke(original: Any, self: LambdaFunction, body: Any, request_headers: Any, response_headers: Any) -> Any:
    if self.package_type != "Zip" or not str(self.run_time).startswith("nodejs"):
        return original(self, body, request_headers, response_headers)
    kind = request_headers.get("x-amz-invocation-type", "RequestResponse")
    if kind == "DryRun":
        return b""
    event = json.loads(body) if body else {}
    if kind == "Event":
        threading.Thread(target=call_later, args=(self, event), daemon=True).start()
        return b""
    try:
        ran = call(self, event)
    except NoPostgres as error:
        raise Refusal("ServiceException", str(error)) from error
    if ran.failed:
        response_headers["x-amz-function-error"] = "Unhandled"
    response_headers["x-amz-log-result"] = base64.b64encode(ran.log.encode()[-LOG_TAIL:]).decode()
    response_headers["x-amz-executed-version"] = str(self.version)
    return ran.answer
