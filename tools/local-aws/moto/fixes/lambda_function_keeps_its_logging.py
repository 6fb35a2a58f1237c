"""A function tells where and how it logs; `/aws/lambda/<name>`, as text, unless it says otherwise.

moto does not know the setting.
https://docs.aws.amazon.com/lambda/latest/api/API_LoggingConfig.html
"""

from typing import Any

from moto.awslambda.models import LambdaFunction
from patching import wrap


def logging(function: LambdaFunction, given: dict[str, Any] | None) -> dict[str, Any]:
    kept = vars(function).setdefault("logging_config", {"LogFormat": "Text"})
    kept |= given or {}
    if kept["LogFormat"] == "JSON":
        kept.setdefault("ApplicationLogLevel", "INFO")
        kept.setdefault("SystemLogLevel", "INFO")
    told = {"LogGroup": f"/aws/lambda/{function.function_name}"} | kept
    function.logs_group_name = told["LogGroup"]
    return told


@wrap(LambdaFunction, "__init__")
def init(original: Any, self: LambdaFunction, account_id: str, spec: dict[str, Any], *args: Any, **options: Any) -> None:
    original(self, account_id, spec, *args, **options)
    logging(self, spec.get("LoggingConfig"))


@wrap(LambdaFunction, "update_configuration")
def update_configuration(original: Any, self: LambdaFunction, config_updates: dict[str, Any]) -> dict[str, Any]:
    logging(self, config_updates.get("LoggingConfig"))
    return original(self, config_updates)


@wrap(LambdaFunction, "get_configuration")
def get_configuration(original: Any, self: LambdaFunction, *args: Any, **options: Any) -> dict[str, Any]:
    return original(self, *args, **options) | {"LoggingConfig": logging(self, None)}
