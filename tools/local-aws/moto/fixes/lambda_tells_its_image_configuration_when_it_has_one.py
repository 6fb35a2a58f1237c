"""A function says how its image is started only if that was given.

moto answers with an empty configuration.
https://docs.aws.amazon.com/lambda/latest/api/API_ImageConfigResponse.html
"""

from typing import Any

from moto.awslambda.models import LambdaFunction
from patching import wrap


@wrap(LambdaFunction, "get_configuration")
def get_configuration(original: Any, self: LambdaFunction, *args: Any, **options: Any) -> dict[str, Any]:
    told = original(self, *args, **options)
    if not any(told.get("ImageConfigResponse", {}).get("ImageConfig", {}).values()):
        told.pop("ImageConfigResponse", None)
    return told
