"""Runs a function of Node.js: its code, unpacked into a folder of its own, in a process with the variables of a function."""

import io
import json
import os
import shutil
import subprocess
import tempfile
import time
import uuid
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from moto.awslambda.models import LambdaFunction
from node import node

from functions.databases import PACKAGES
from functions.given import Given

RUNTIME = Path(__file__).parent / "runtime.cjs"
# What Lambda's own runtime has under this folder, a function's process finds where it runs.
RUNTIME_FOLDER = "/var/runtime/"


@dataclass(frozen=True)
class Ran:
    """What a call answers, whether the function failed, and what it has written."""

    answer: bytes
    failed: bool
    log: str


def variables(function: LambdaFunction, given: Given, root: Path, request: str) -> dict[str, str]:
    """What Lambda tells a function. https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html"""
    own = {
        name: value.replace(RUNTIME_FOLDER, f"{root}/runtime/") for name, value in function.environment_vars.items()
    }
    return {
        "PATH": os.environ.get("PATH", ""),
        "TZ": ":UTC",
        "LANG": "en_US.UTF-8",
        "TMPDIR": str(root / "tmp"),
        "HOME": str(root / "tmp"),
        "LAMBDA_TASK_ROOT": str(root / "task"),
        "_HANDLER": str(function.handler),
        "AWS_EXECUTION_ENV": f"AWS_Lambda_{function.run_time}",
        "AWS_LAMBDA_FUNCTION_NAME": function.function_name,
        "AWS_LAMBDA_FUNCTION_MEMORY_SIZE": str(function.memory_size),
        "AWS_LAMBDA_FUNCTION_VERSION": str(function.version),
        "AWS_LAMBDA_LOG_GROUP_NAME": function.logs_group_name,
        "AWS_LAMBDA_LOG_STREAM_NAME": request,
        "AWS_REGION": function.region,
        "AWS_DEFAULT_REGION": function.region,
        **given.credentials,
        "AWS_ENDPOINT_URL": f"http://127.0.0.1:{os.environ['MOTO_PORT']}",
        **given.endpoints,
        "AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED": "true",
        **own,
    }


def unpack(function: LambdaFunction, given: Given, root: Path) -> None:
    """Code, and what the runtime brings along: AWS's SDK, and the authorities of RDS."""
    for name in ("task", "tmp", "runtime", "node_modules"):
        (root / name).mkdir()
    with zipfile.ZipFile(io.BytesIO(function.code_bytes)) as archive:
        archive.extractall(root / "task")
    (root / "node_modules" / "@aws-sdk").symlink_to(PACKAGES / "@aws-sdk")
    (root / "runtime" / "ca-cert.pem").write_text("".join(one.authority for one in given.databases))


def run(function: LambdaFunction, event: Any, given: Given) -> Ran:
    request, timeout = str(uuid.uuid4()), int(function.timeout)
    folder = tempfile.mkdtemp(prefix="local-lambda-")
    root, answer = Path(folder), Path(folder) / "answer.json"
    try:
        unpack(function, given, root)
        asked = {
            "event": event,
            "deadline": (time.time() + timeout) * 1000,
            "databases": {one.endpoint: one.port for one in given.databases},
            "unreachable": given.unreachable,
            "context": {
                "functionName": function.function_name,
                "functionVersion": str(function.version),
                "invokedFunctionArn": function.function_arn,
                "memoryLimitInMB": str(function.memory_size),
                "awsRequestId": request,
                "logGroupName": function.logs_group_name,
                "logStreamName": request,
            },
        }
        command = [node(), str(RUNTIME), str(answer), str(root / "task")]
        process = subprocess.Popen(
            command,
            cwd=root / "task",
            env=variables(function, given, root, request),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        try:
            said, _ = process.communicate(json.dumps(asked), timeout)
        except subprocess.TimeoutExpired:
            process.kill()
            said, _ = process.communicate()
            why = f"Task timed out after {timeout:.2f} seconds"
            return failure("Sandbox.Timedout", f"RequestId: {request} Error: {why}", said)
        told = json.loads(answer.read_text()) if answer.exists() else None
        if told is None:
            why = f"Runtime exited with error: exit status {process.returncode}"
            return failure("Runtime.ExitError", f"RequestId: {request} Error: {why}", said)
        if "result" in told:
            return Ran(json.dumps(told["result"]).encode(), False, said)
        return Ran(json.dumps(told).encode(), True, said + json.dumps(told))
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def failure(kind: str, message: str, said: str) -> Ran:
    return Ran(json.dumps({"errorType": kind, "errorMessage": message}).encode(), True, f"{said}{message}")
