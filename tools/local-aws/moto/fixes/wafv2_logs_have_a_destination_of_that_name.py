"""A web ACL logs into a bucket, log group or delivery stream whose name starts with aws-waf-logs-.

AWS refuses another name, and for a web ACL of CloudFront a log group or stream outside of us-east-1, with
WAFInvalidParameterException; buckets may be anywhere. moto takes any ARN.
https://docs.aws.amazon.com/waf/latest/developerguide/logging-destinations.html
"""

from typing import Any

from moto.wafv2.exceptions import WAFv2ClientError
from moto.wafv2.models import WAFV2Backend
from patching import wrap


@wrap(WAFV2Backend, "put_logging_configuration")
def put_logging_configuration(
    original: Any, self: WAFV2Backend, arn: str, log_destination_configs: list[str], *args: Any, **kwargs: Any
) -> Any:
    for destination in log_destination_configs:
        _, _, service, region, _, resource = destination.split(":", 5)
        name = resource.removeprefix("log-group:").removeprefix("deliverystream/")
        elsewhere = service != "s3" and ":global/" in arn and region != "us-east-1"
        if not name.startswith("aws-waf-logs-") or elsewhere:
            raise WAFv2ClientError(
                "WAFInvalidParameterException",
                "Error reason: The ARN isn't valid. A valid ARN begins with arn: and includes other information "
                f"separated by colons or slashes., field: LOG_DESTINATION, parameter: {destination}",
            )
    return original(self, arn, log_destination_configs, *args, **kwargs)
