"""Names the operations of REST calls, by the models of the AWS SDK for Python.

Reads a JSON list of [service, method, path with query] from standard input; the service is the name that a call is signed
for. Writes a list with the operations that each may be, as "model operation": several where an SDK tells them apart by
values alone, and none where no model has such a call.
"""

import json
import re
import sys
from urllib.parse import parse_qsl, urlsplit

import botocore.session

MODELS = {"access-analyzer": "accessanalyzer"}
CONTROL = "/v20180820/"


def model_of(service, path):
    if service == "s3":
        return "s3control" if path.startswith(CONTROL) else "s3"
    return MODELS.get(service, service)


def names_in(query):
    # An SDK repeats by x-id what method, path and the other names say.
    return {name for name, _ in parse_qsl(query, keep_blank_values=True) if name != "x-id"}


def routes(model):
    """Each operation with its method, a pattern of its path, what its query has, and how much of the path is not fixed."""
    for name in model.operation_names:
        http = model.operation_model(name).http
        path, _, query = http["requestUri"].partition("?")
        parts = re.split(r"(\{\w+\+?\})", path.rstrip("/"))
        pattern = "".join(
            re.escape(part) if not part.startswith("{") else ".+" if part.endswith("+}") else "[^/]+" for part in parts
        )
        yield name, http["method"], re.compile(pattern + "/?"), names_in(query), len(parts)


class Operations:
    def __init__(self):
        self.session = botocore.session.get_session()
        self.known = {}

    def of(self, service, method, url):
        path, query = urlsplit(url).path, names_in(urlsplit(url).query)
        model = model_of(service, path)
        if model not in self.known:
            self.known[model] = list(routes(self.session.get_service_model(model)))
        fitting = [
            ((len(wanted), -variable), f"{model} {name}")
            for name, its_method, pattern, wanted, variable in self.known[model]
            if its_method == method and wanted <= query and pattern.fullmatch(path)
        ]
        best = max((rank for rank, _ in fitting), default=None)
        return [name for rank, name in fitting if rank == best]


operations = Operations()
json.dump([operations.of(*call) for call in json.load(sys.stdin)], sys.stdout)
