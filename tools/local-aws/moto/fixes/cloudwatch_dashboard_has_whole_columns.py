"""A widget of a dashboard is at whole columns and rows, 1 to 24 columns wide and 1 to 1000 rows high.

AWS refuses other numbers with InvalidParameterInput. moto takes any JSON.
https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/CloudWatch-Dashboard-Body-Structure.html
"""

import json
from typing import Any

from moto.cloudwatch.exceptions import DashboardInvalidInputError
from moto.cloudwatch.models import CloudWatchBackend
from patching import wrap

BOUNDS = {"x": (0, 23), "y": (0, None), "width": (1, 24), "height": (1, 1000)}


@wrap(CloudWatchBackend, "put_dashboard")
def put_dashboard(original: Any, self: CloudWatchBackend, name: str, body: str) -> Any:
    wrong = [
        f"/widgets/{index}/{field}"
        for index, widget in enumerate(json.loads(body).get("widgets", []))
        for field, (least, most) in BOUNDS.items()
        if field in widget and not fits(widget[field], least, most)
    ]
    if wrong:
        raise DashboardInvalidInputError(f"The field {wrong[0]} must be a whole number within its bounds.")
    return original(self, name, body)


def fits(value: Any, least: int, most: int | None) -> bool:
    return type(value) is int and least <= value and (most is None or value <= most)
