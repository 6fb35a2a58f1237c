"""A distribution tells the configuration that it was given, with AWS's defaults for what was left out.

moto drops what it does not know (origin access controls, functions, origin groups) and adds what was not asked for
(forwarded values beside a cache policy, the default certificate beside one of ACM).
https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_DistributionConfig.html
"""

import copy
from typing import Any

from moto.cloudfront.exceptions import OriginDoesNotExist
from moto.cloudfront.models import CloudFrontBackend, Distribution
from moto.cloudfront.responses import CloudFrontResponse
from moto.core.responses import ActionResult
from patching import wrap

NONE = {"Enabled": False, "Quantity": 0}
EMPTY = {"Quantity": 0}
METHODS = {"Quantity": 2, "Items": ["HEAD", "GET"], "CachedMethods": {"Quantity": 2, "Items": ["HEAD", "GET"]}}
BEHAVIOR = {
    "TrustedSigners": NONE,
    "TrustedKeyGroups": NONE,
    "AllowedMethods": METHODS,
    "SmoothStreaming": False,
    "Compress": False,
    "LambdaFunctionAssociations": EMPTY,
    "FunctionAssociations": EMPTY,
    "FieldLevelEncryptionId": "",
    "GrpcConfig": {"Enabled": False},
}
LEGACY_TIMES = {"MinTTL": 0, "DefaultTTL": 86400, "MaxTTL": 31536000}
ORIGIN = {
    "OriginPath": "",
    "CustomHeaders": EMPTY,
    "ConnectionAttempts": 3,
    "ConnectionTimeout": 10,
    "OriginShield": {"Enabled": False},
    "OriginAccessControlId": "",
}
DISTRIBUTION = {
    "Aliases": EMPTY,
    "DefaultRootObject": "",
    "OriginGroups": EMPTY,
    "CacheBehaviors": EMPTY,
    "CustomErrorResponses": EMPTY,
    "Logging": {"Enabled": False, "IncludeCookies": False, "Bucket": "", "Prefix": ""},
    "PriceClass": "PriceClass_All",
    "ViewerCertificate": {"CloudFrontDefaultCertificate": True, "MinimumProtocolVersion": "TLSv1"},
    "Restrictions": {"GeoRestriction": {"RestrictionType": "none", "Quantity": 0}},
    "WebACLId": "",
    "HttpVersion": "http2",
    "IsIPV6Enabled": False,
    "ContinuousDeploymentPolicyId": "",
    "Staging": False,
}
# What only the distribution itself tells, not the list of them.
NOT_LISTED = ("CallerReference", "DefaultRootObject", "Logging", "ContinuousDeploymentPolicyId")


def without_nothing(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: without_nothing(each) for key, each in value.items() if each is not None}
    return [without_nothing(each) for each in value] if isinstance(value, list) else value


def behavior(asked: dict[str, Any]) -> dict[str, Any]:
    return {**BEHAVIOR, **({} if asked.get("CachePolicyId") else LEGACY_TIMES), **asked}


def items(asked: dict[str, Any], complete: Any) -> dict[str, Any]:
    found = [complete(each) for each in asked.get("Items") or []]
    return {"Quantity": len(found), **({"Items": found} if found else {})}


def completed(config: dict[str, Any]) -> dict[str, Any]:
    told = {**DISTRIBUTION, **without_nothing(copy.deepcopy(config))}
    told["Origins"] = items(told["Origins"], lambda origin: {**ORIGIN, **origin})
    told["DefaultCacheBehavior"] = behavior(told["DefaultCacheBehavior"])
    told["CacheBehaviors"] = items(told["CacheBehaviors"], behavior)
    sources = [each["Id"] for kind in ("Origins", "OriginGroups") for each in told[kind].get("Items", [])]
    behaviors = [told["DefaultCacheBehavior"], *told["CacheBehaviors"].get("Items", [])]
    if any(each["TargetOriginId"] not in sources for each in behaviors):
        raise OriginDoesNotExist
    # moto looks for the origin of the default behaviour among single origins only.
    config["DefaultCacheBehavior"]["TargetOriginId"] = told["Origins"]["Items"][0]["Id"]
    return told


@wrap(CloudFrontBackend, "create_distribution_with_tags")
def create(original: Any, self: CloudFrontBackend, distribution_config: dict[str, Any], tags: Any) -> Any:
    told = completed(distribution_config)
    answer = original(self, distribution_config, tags)
    answer[0].asked = told
    return answer


@wrap(CloudFrontBackend, "update_distribution")
def update(original: Any, self: CloudFrontBackend, dist_config: dict[str, Any], _id: str, if_match: Any) -> Any:
    told = completed(dist_config)
    answer = original(self, dist_config, _id, if_match)
    answer[0].asked = told
    return answer


def described(distribution: Distribution) -> dict[str, Any]:
    return {
        "Id": distribution.id,
        "ARN": distribution.arn,
        "Status": distribution.status,
        "LastModifiedTime": distribution.last_modified_time,
        "InProgressInvalidationBatches": 0,
        "DomainName": distribution.domain_name,
        "ActiveTrustedSigners": NONE,
        "ActiveTrustedKeyGroups": NONE,
        "DistributionConfig": vars(distribution)["asked"],
    }


def telling(name: str) -> None:
    @wrap(CloudFrontResponse, name)
    def tell(original: Any, self: CloudFrontResponse) -> ActionResult:
        result = original(self).result
        return ActionResult({**result, "Distribution": described(result["Distribution"])})


for operation_name in (
    "create_distribution",
    "create_distribution_with_tags",
    "get_distribution",
    "update_distribution",
):
    telling(operation_name)


def summary(distribution: Distribution) -> dict[str, Any]:
    told = described(distribution)
    asked = {name: each for name, each in told["DistributionConfig"].items() if name not in NOT_LISTED}
    return {**{name: told[name] for name in ("Id", "ARN", "Status", "LastModifiedTime", "DomainName")}, **asked}


@wrap(CloudFrontResponse, "list_distributions")
def list_distributions(original: Any, self: CloudFrontResponse) -> ActionResult:
    told = original(self).result["DistributionList"]
    return ActionResult({"DistributionList": {**told, "Items": [summary(each) for each in told["Items"] or []] or None}})


@wrap(CloudFrontResponse, "get_distribution_config")
def get_distribution_config(original: Any, self: CloudFrontResponse) -> ActionResult:
    result = original(self).result
    return ActionResult({**result, "DistributionConfig": vars(self.backend.distributions[self._get_param("Id")])["asked"]})
