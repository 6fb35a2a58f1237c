"""CloudFront's logs lie below `AWSLogs/{account-id}/CloudFront/` in a bucket, before the path that was asked for.

CloudWatch Logs puts the folder before it when the delivery is made, and tells it so from then on. moto tells what was asked.
https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logging.html#send-logs-s3
https://github.com/hashicorp/terraform-provider-aws/issues/40968
"""

from typing import Any

from moto.logs.models import Delivery, LogsBackend
from patching import wrap

FOLDER = "AWSLogs/{account-id}/CloudFront/"


@wrap(LogsBackend, "create_delivery")
def create_delivery(original: Any, self: LogsBackend, *args: Any, **options: Any) -> Delivery:
    made: Delivery = original(self, *args, **options)
    source = self.delivery_sources[made.delivery_source_name]
    asked = made.s3_delivery_configuration
    if ":cloudfront:" in source.resource_arns[0] and made.destination_type == "S3" and asked:
        made.s3_delivery_configuration = asked | {"suffixPath": FOLDER + asked.get("suffixPath", "").lstrip("/")}
    return made
