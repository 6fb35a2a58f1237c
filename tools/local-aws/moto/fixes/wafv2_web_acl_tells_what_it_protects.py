"""A web ACL tells the load balancers, or other resources of one type, that it is associated with.

AWS asks for load balancers unless told otherwise. moto lacks the operation.
https://docs.aws.amazon.com/waf/latest/APIReference/API_ListResourcesForWebACL.html
"""

from typing import Any

from moto.wafv2.exceptions import WAFNonexistentItemException
from moto.wafv2.responses import WAFV2Response
from service import operation

SERVICES = {
    "APPLICATION_LOAD_BALANCER": "elasticloadbalancing",
    "API_GATEWAY": "apigateway",
    "APPSYNC": "appsync",
    "COGNITO_USER_POOL": "cognito-idp",
    "APP_RUNNER_SERVICE": "apprunner",
    "VERIFIED_ACCESS_INSTANCE": "ec2",
    "AMPLIFY": "amplify",
}


@operation(WAFV2Response, "ListResourcesForWebACL", "WAFInvalidParameterException")
def list_resources_for_web_acl(self: WAFV2Response, asked: dict[str, Any]) -> dict[str, Any]:
    web_acl = self.wafv2_backend.wacls.get(asked["WebACLArn"])
    if web_acl is None:
        raise WAFNonexistentItemException
    service = SERVICES[asked.get("ResourceType") or "APPLICATION_LOAD_BALANCER"]
    return {"ResourceArns": [arn for arn in web_acl.associated_resources if arn.split(":")[2] == service]}
