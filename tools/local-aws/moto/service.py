"""How a fix adds an operation that moto lacks: read, checked and answered by botocore's model of the service."""

import importlib
import re
import sys
from collections.abc import Callable, Iterator
from types import ModuleType
from typing import Any

from botocore.validate import ParamValidator
from moto import backend_index
from moto.core.base_backend import BackendDict, BaseBackend
from moto.core.exceptions import ServiceException
from moto.core.parse import XFormedDict
from moto.core.responses import ActionResult, BaseResponse
from moto.core.utils import camelcase_to_underscores, get_service_model
from patching import MotoChanged, add

Answer = Callable[[Any, dict[str, Any]], dict[str, Any] | None]


class Refusal(ServiceException):
    """An error of the service's own, answered in the form of its protocol."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(code, message)


def outside_enum(value: Any, shape: Any, place: str = "") -> Iterator[str]:
    """What botocore leaves to the service: values that are none of an enumeration."""
    if shape.type_name == "structure" and isinstance(value, dict):
        for name, member in shape.members.items():
            if name in value:
                yield from outside_enum(value[name], member, f"{place}.{name}".lstrip("."))
    elif shape.type_name == "list" and isinstance(value, list):
        for each in value:
            yield from outside_enum(each, shape.member, place)
    elif shape.type_name == "string" and shape.enum and isinstance(value, str) and value not in shape.enum:
        yield f"Value '{value}' at '{place}' must be one of {', '.join(shape.enum)}"


def check(asked: dict[str, Any], shape: Any, code: str) -> None:
    report = ParamValidator().validate(asked, shape)
    if report.has_errors():
        raise Refusal(code, report.generate_report())
    for problem in outside_enum(asked, shape):
        raise Refusal(code, problem)


def route(response: type[BaseResponse], uri: str) -> None:
    """Leads the requests of an operation to the service, unless moto does so already."""
    urls = importlib.import_module(f"{response.__module__.rpartition('.')[0]}.urls")
    path = uri.split("?")[0].rstrip("/")
    pattern = re.sub(r"\{(\w+)\+?\}", lambda name: f"(?P<{name[1]}>{'.+' if 'rn' in name[1][-3:] else '[^/]+'})", path)
    for slash in ("", "/"):
        urls.url_paths.setdefault(f"{{0}}{pattern}{slash}$", response.dispatch)


def operation(response: type[BaseResponse], name: str, invalid: str = "ValidationException") -> Callable[[Answer], Answer]:
    """Adds an operation. Its function gets the response (account, region) and the checked request."""
    service = get_service_model(response().boto3_service_name)
    model = service.operation_model(name)
    if "rest" in service.metadata["protocol"]:
        route(response, model.http["requestUri"])

    def decorate(answer: Answer) -> Answer:
        @add(response, camelcase_to_underscores(name))
        def handler(self: BaseResponse) -> ActionResult:
            self.parse_parameters(self.normalized_request)
            asked = self.params.original_dict() if isinstance(self.params, XFormedDict) else dict(self.params)
            if model.input_shape is not None:
                check(asked, model.input_shape, invalid)
            return ActionResult(answer(self, asked) or {})

        return answer

    return decorate


def added_service(name: str, host: str, backend: type[BaseBackend], response: type[BaseResponse]) -> BackendDict[Any]:
    """Makes a service that moto lacks known to its server, under the name that its requests are signed for (host)."""
    if any(known == name for known, _ in backend_index.backend_url_patterns):
        raise MotoChanged(f"moto has {name} now: the fix that adds it is not needed any more")
    backend.__module__, response.__module__ = f"moto.{name}.models", f"moto.{name}.responses"
    base = rf"https?://{re.escape(host)}\.(.+)\.amazonaws\.com"
    package, urls = ModuleType(f"moto.{name}"), ModuleType(f"moto.{name}.urls")
    sys.modules[package.__name__], sys.modules[urls.__name__] = package, urls
    vars(urls).update(url_bases=[base], url_paths={})
    backends = BackendDict(backend, name)
    setattr(package, f"{name}_backends", backends)
    backend_index.backend_url_patterns.append((name, re.compile(base)))
    return backends
