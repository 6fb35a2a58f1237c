"""The authorizers of an HTTP API can be listed.

moto tells each by its id only.
https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-authorizers.html
"""

from typing import Any

from moto.apigatewayv2.responses import ApiGatewayV2Response
from service import operation


def capitalized(value: Any) -> Any:
    """Keys as botocore's model has them: AuthorizerId, which is authorizerId on the wire."""
    if isinstance(value, dict):
        return {f"{name[0].upper()}{name[1:]}": capitalized(one) for name, one in value.items()}
    return value


@operation(ApiGatewayV2Response, "GetAuthorizers", "BadRequestException")
def get_authorizers(self: ApiGatewayV2Response, asked: dict[str, Any]) -> dict[str, Any]:
    api = self.apigatewayv2_backend.get_api(asked["ApiId"])
    return {"Items": [capitalized(each.to_json()) for each in api.authorizers.values()]}
