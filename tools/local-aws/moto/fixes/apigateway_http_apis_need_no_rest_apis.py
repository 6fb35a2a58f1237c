"""API Gateway's HTTP APIs are served, its REST APIs are not.

AWS has both under one host name. moto loads its REST APIs first, which want a package for OpenAPI documents that is not
installed here, and then it has neither.
https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/api-reference.html
"""

from importlib.util import find_spec

from moto import backend_index
from patching import MotoChanged

patterns = backend_index.backend_url_patterns
at = next((index for index, (name, _) in enumerate(patterns) if name == "apigateway"), None)
if at is None or find_spec("openapi_spec_validator"):
    raise MotoChanged("moto has HTTP APIs by themselves now: the fix that serves them is not needed any more")
patterns[at] = ("apigatewayv2", patterns[at][1])
