"""A distribution can have a monitoring subscription, for metrics of its own.

moto lacks the three operations.
https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CreateMonitoringSubscription.html
"""

from typing import Any

from moto.cloudfront.responses import CloudFrontResponse
from service import Refusal, operation

INVALID = "InvalidArgument"


def distribution(self: CloudFrontResponse, asked: dict[str, Any]) -> Any:
    return self.backend.get_distribution(asked["DistributionId"])[0]


def subscription(self: CloudFrontResponse, asked: dict[str, Any]) -> dict[str, Any]:
    found = vars(distribution(self, asked)).get("monitoring")
    if found is None:
        message = f"The distribution {asked['DistributionId']} has no monitoring subscription."
        raise Refusal("NoSuchMonitoringSubscription", message)
    return {"MonitoringSubscription": found}


@operation(CloudFrontResponse, "CreateMonitoringSubscription", INVALID)
def create(self: CloudFrontResponse, asked: dict[str, Any]) -> dict[str, Any]:
    distribution(self, asked).monitoring = asked["MonitoringSubscription"]
    return subscription(self, asked)


@operation(CloudFrontResponse, "GetMonitoringSubscription", INVALID)
def get(self: CloudFrontResponse, asked: dict[str, Any]) -> dict[str, Any]:
    return subscription(self, asked)


@operation(CloudFrontResponse, "DeleteMonitoringSubscription", INVALID)
def delete(self: CloudFrontResponse, asked: dict[str, Any]) -> None:
    subscription(self, asked)
    distribution(self, asked).monitoring = None
