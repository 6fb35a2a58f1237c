"""A log group is kept for one of certain numbers of days, or for ever.

AWS refuses other numbers with InvalidParameterException. moto takes any.
https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html
"""

from typing import Any

from moto.logs.exceptions import InvalidParameterException
from moto.logs.models import LogsBackend
from patching import wrap

YEARS = [731, 1096, 1827, 2192, 2557, 2922, 3288, 3653]
DAYS = {1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, *YEARS}


@wrap(LogsBackend, "put_retention_policy")
def put_retention_policy(original: Any, self: LogsBackend, log_group_name: str, retention_in_days: Any) -> Any:
    if int(retention_in_days) not in DAYS:
        raise InvalidParameterException(
            constraint=f"Member must satisfy enum value set: {sorted(DAYS)}",
            parameter="retentionInDays",
            value=retention_in_days,
        )
    return original(self, log_group_name, retention_in_days)
