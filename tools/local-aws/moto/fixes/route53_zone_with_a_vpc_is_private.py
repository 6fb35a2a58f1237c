"""A hosted zone created with a VPC is private, and GetHostedZone tells its VPCs.

AWS decides by the VPC in CreateHostedZone. moto decides by HostedZoneConfig.PrivateZone, which callers need not
send, and reports VPCs under names that the answer does not have.
https://docs.aws.amazon.com/Route53/latest/APIReference/API_CreateHostedZone.html
"""

from typing import Any

from moto.route53.models import FakeZone
from moto.route53.responses import Route53
from patching import wrap


@wrap(Route53, "_get_bool_param")
def get_bool_param(original: Any, self: Route53, param_name: str, if_none: Any = None) -> Any:
    if param_name == "HostedZoneConfig.PrivateZone":
        return bool(self._get_param("VPC.VPCId"))
    return original(self, param_name, if_none)


@wrap(Route53, "get_hosted_zone")
def get_hosted_zone(original: Any, self: Route53) -> Any:
    answer = original(self)
    zone: FakeZone = answer.result["HostedZone"]
    if zone.private_zone:
        answer.result["VPCs"] = [{"VPCId": vpc["vpc_id"], "VPCRegion": vpc["vpc_region"]} for vpc in zone.vpcs]
    return answer
