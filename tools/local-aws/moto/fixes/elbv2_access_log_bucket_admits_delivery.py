"""Access logs go to a bucket of the region whose policy admits log delivery, encrypted with S3's own keys (SSE-S3).

AWS refuses any other when the attribute is set: "Access Denied for bucket". moto checks nothing.
https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html
https://docs.aws.amazon.com/elasticloadbalancing/latest/network/enable-access-logs.html
"""

import json
from typing import Any

from moto.elbv2.exceptions import InvalidConfigurationRequest
from moto.elbv2.models import ELBv2Backend, FakeLoadBalancer
from moto.s3.models import FakeBucket, s3_backends
from patching import wrap
from policy import condition_met, names_action, names_resource, principals, statements

SERVICES = {"application": "logdelivery.elasticloadbalancing.amazonaws.com", "network": "delivery.logs.amazonaws.com"}
# The accounts of Elastic Load Balancing, for policies that name them instead of the service.
ACCOUNTS = {
    "af-south-1": "098369216593",
    "ap-east-1": "754344448648",
    "ap-northeast-1": "582318560864",
    "ap-northeast-2": "600734575887",
    "ap-northeast-3": "383597477331",
    "ap-south-1": "718504428378",
    "ap-southeast-1": "114774131450",
    "ap-southeast-2": "783225319266",
    "ap-southeast-3": "589379963580",
    "ca-central-1": "985666609251",
    "eu-central-1": "054676820928",
    "eu-north-1": "897822967062",
    "eu-south-1": "635631232127",
    "eu-west-1": "156460612806",
    "eu-west-2": "652711504416",
    "eu-west-3": "009996457667",
    "me-south-1": "076674570225",
    "sa-east-1": "507241528517",
    "us-east-1": "127311923021",
    "us-east-2": "033677994240",
    "us-west-1": "027434742980",
    "us-west-2": "797873946194",
}


def encrypted_with_a_key(bucket: FakeBucket) -> bool:
    return "aws:kms" in json.dumps(bucket.encryption or {})


def admitted(backend: ELBv2Backend, balancer: FakeLoadBalancer, bucket: FakeBucket, prefix: str) -> bool:
    account = ACCOUNTS.get(backend.region_name, "none")
    deliverers = {"*", SERVICES[balancer.type]}
    if balancer.type == "application":
        deliverers |= {account, f"arn:{bucket.partition}:iam::{account}:root"}
    folder = f"{prefix.strip('/')}/" if prefix else ""
    key = f"arn:{bucket.partition}:s3:::{bucket.name}/{folder}AWSLogs/{backend.account_id}/access.log"
    # Network load balancers log by CloudWatch Logs, which calls in its own name.
    logs = f"arn:{bucket.partition}:logs:{backend.region_name}:{backend.account_id}:delivery"
    known = {
        "aws:sourcearn": balancer.arn if balancer.type == "application" else logs,
        "aws:sourceaccount": backend.account_id,
        "s3:x-amz-acl": "bucket-owner-full-control",
        "aws:securetransport": "true",
    }
    concerned = [
        statement
        for statement in statements(bucket.policy)
        if deliverers & {*principals(statement, "AWS"), *principals(statement, "Service")}
        and names_action(statement, "s3:PutObject")
        and names_resource(statement, key)
        and condition_met(statement, known)
    ]
    effects = {statement["Effect"] for statement in concerned}
    return effects == {"Allow"}


@wrap(ELBv2Backend, "modify_load_balancer_attributes")
def modify_load_balancer_attributes(original: Any, self: ELBv2Backend, arn: str, attrs: dict[str, Any]) -> Any:
    balancer = self.load_balancers.get(arn)
    wanted = {**(balancer.attrs if balancer else {}), **attrs}
    if balancer is not None and str(wanted.get("access_logs.s3.enabled")).lower() == "true":
        name = wanted.get("access_logs.s3.bucket") or ""
        bucket = s3_backends[self.account_id][self.partition].buckets.get(name)
        if bucket is None or bucket.region_name != self.region_name:
            where = f"It does not exist in {self.region_name}"
            raise InvalidConfigurationRequest(f"Access Denied for bucket: {name}. {where}")
        # A network load balancer may log to a bucket with a customer key, if the key admits delivery.
        refused_key = balancer.type == "application" and encrypted_with_a_key(bucket)
        if refused_key or not admitted(self, balancer, bucket, wanted.get("access_logs.s3.prefix") or ""):
            raise InvalidConfigurationRequest(f"Access Denied for bucket: {name}. Please check S3bucket permission")
    return original(self, arn, attrs)
