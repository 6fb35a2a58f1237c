"""The actions of an alarm are in the alarm's own region.

AWS refuses a topic of another one with ValidationError, so what Route 53, CloudFront and the web ACL of CloudFront measure,
in us-east-1 alone, has its alarms and their topic there. moto takes any ARN.
https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/AlarmThatSendsEmail.html
"""

from typing import Any

from moto.cloudwatch.exceptions import ValidationError
from moto.cloudwatch.models import CloudWatchBackend
from patching import wrap

KINDS = ("alarm_actions", "ok_actions", "insufficient_data_actions")


@wrap(CloudWatchBackend, "put_metric_alarm")
def put_metric_alarm(original: Any, self: CloudWatchBackend, *args: Any, **kwargs: Any) -> Any:
    for action in [action for kind in KINDS for action in kwargs.get(kind) or []]:
        region = action.split(":")[3] if action.count(":") >= 5 else ""
        if region and region != self.region_name:
            raise ValidationError(f"Invalid region {region} specified. Only {self.region_name} is supported.")
    return original(self, *args, **kwargs)
