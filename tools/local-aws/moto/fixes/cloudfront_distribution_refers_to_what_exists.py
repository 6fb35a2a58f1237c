"""A distribution's policies, functions, access controls, certificate and web ACL exist, the last two in us-east-1.

AWS refuses a distribution that names a missing one, or a function without a live stage. moto keeps the name.
https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CreateDistribution.html
https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cnames-and-https-requirements.html
"""

from collections.abc import Iterator
from typing import Any

from cloudfront_policies import MANAGED, known
from moto.acm.models import acm_backends
from moto.cloudfront.models import CloudFrontBackend
from moto.wafv2.models import GLOBAL_REGION, wafv2_backends
from patching import wrap
from service import Refusal


def listed(container: dict[str, Any] | None) -> list[dict[str, Any]]:
    return (container or {}).get("Items") or []


def problems(backend: CloudFrontBackend, config: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for behavior in [config["DefaultCacheBehavior"], *listed(config.get("CacheBehaviors"))]:
        for kind in MANAGED:
            policy = behavior.get(f"{kind}Id")
            if policy and policy not in known(backend, kind):
                yield f"NoSuch{kind}", f"The policy {policy} does not exist."
        for association in listed(behavior.get("FunctionAssociations")):
            arn = association["FunctionARN"]
            function = next((each for each in backend.functions.values() if each.arn == arn), None)
            if function is None or vars(function).get("live") is None:
                yield "InvalidFunctionAssociation", f"The function {arn} does not exist or is not published."
    for origin in listed(config["Origins"]):
        control = origin.get("OriginAccessControlId")
        if control and control not in backend.origin_access_controls:
            yield "InvalidOriginAccessControl", f"The origin access control {control} does not exist."
    certificate = (config.get("ViewerCertificate") or {}).get("ACMCertificateArn")
    if certificate and certificate not in acm_backends[backend.account_id]["us-east-1"]._certificates:
        message = "The specified SSL certificate doesn't exist, isn't in us-east-1 region, or isn't valid."
        yield "InvalidViewerCertificate", message
    acl = config.get("WebACLId")
    if acl and acl.startswith("arn:"):
        acls = wafv2_backends[backend.account_id][GLOBAL_REGION].wacls.values()
        if not any(each.arn == acl and ":global/" in acl for each in acls):
            yield "InvalidWebACLId", f"The web ACL {acl} does not exist in the scope of CloudFront."


def check(backend: CloudFrontBackend, config: dict[str, Any]) -> None:
    for code, message in problems(backend, config):
        raise Refusal(code, message)


@wrap(CloudFrontBackend, "create_distribution_with_tags")
def create(original: Any, self: CloudFrontBackend, distribution_config: dict[str, Any], tags: Any) -> Any:
    check(self, distribution_config)
    return original(self, distribution_config, tags)


@wrap(CloudFrontBackend, "update_distribution")
def update(original: Any, self: CloudFrontBackend, dist_config: dict[str, Any], _id: str, if_match: Any) -> Any:
    check(self, dist_config)
    return original(self, dist_config, _id, if_match)
