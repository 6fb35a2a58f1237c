"""Service Quotas knows the quotas of EC2, Fargate and Lambda, and tells AWS's default of each, in the region that it is asked in.

moto knows those of VPCs only, says of all others that they do not exist, and names eu-west-1 in every ARN. The values are
the defaults that AWS documents, of which a new account may have less; moto itself holds to none of them.
https://docs.aws.amazon.com/servicequotas/2019-06-24/apireference/API_GetServiceQuota.html
https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-instance-quotas.html
https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-spot-limits.html
https://docs.aws.amazon.com/general/latest/gr/vpc-service.html
https://docs.aws.amazon.com/general/latest/gr/ecs-service.html
https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html
"""

from typing import Any

from moto.servicequotas.exceptions import NoSuchResource
from moto.servicequotas.models import ServiceQuotasBackend
from moto.servicequotas.responses import ServiceQuotasResponse
from patching import wrap
from service import operation

QUOTAS = {
    ("ec2", "L-0263D0A3"): ("EC2-VPC Elastic IPs", 5.0),
    ("ec2", "L-1216C47A"): ("Running On-Demand Standard (A, C, D, H, I, M, R, T, Z) instances", 5.0),
    ("ec2", "L-34B43A08"): ("All Standard (A, C, D, H, I, M, R, T, Z) Spot Instance Requests", 5.0),
    ("fargate", "L-3032A538"): ("Fargate On-Demand vCPU resource count", 6.0),
    ("fargate", "L-36FBB829"): ("Fargate Spot vCPU resource count", 6.0),
    ("lambda", "L-B99A9384"): ("Concurrent executions", 1000.0),
}


@wrap(ServiceQuotasBackend, "get_service_quota")
def get_service_quota(
    original: Any, self: ServiceQuotasBackend, service_code: str, quota_code: str
) -> dict[str, Any]:
    place = f"arn:aws:servicequotas:{self.region_name}:{self.account_id}:{service_code}/{quota_code}"
    if (service_code, quota_code) not in QUOTAS:
        return {**original(self, service_code, quota_code), "QuotaArn": place}
    name, value = QUOTAS[service_code, quota_code]
    return {
        "ServiceCode": service_code,
        "QuotaCode": quota_code,
        "QuotaArn": place,
        "QuotaName": name,
        "Value": value,
        "Unit": "None",
        "Adjustable": True,
        "GlobalQuota": False,
    }


@operation(ServiceQuotasResponse, "GetAWSDefaultServiceQuota")
def get_aws_default_service_quota(self: Any, asked: dict[str, Any]) -> dict[str, Any]:
    return {"Quota": self.backend.get_service_quota(asked["ServiceCode"], asked["QuotaCode"])}
