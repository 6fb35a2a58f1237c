"""The query log of a zone goes to a log group that is named by its ARN, with or without ":*" behind.

AWS takes the ARN as the group's own operations tell it. moto finds the group only with ":*" behind.
https://docs.aws.amazon.com/Route53/latest/APIReference/API_CreateQueryLoggingConfig.html
"""

from typing import Any

from moto.route53.models import Route53Backend
from patching import wrap


@wrap(Route53Backend, "create_query_logging_config")
def create(original: Any, self: Route53Backend, hosted_zone_id: str, log_group_arn: str) -> Any:
    config = original(self, hosted_zone_id, f"{log_group_arn.removesuffix(':*')}:*")
    config.cloud_watch_logs_log_group_arn = log_group_arn
    return config
