"""A function becomes a target only once it permits the load balancer to call it for that target group.

moto takes any function.
https://docs.aws.amazon.com/elasticloadbalancing/latest/application/lambda-functions.html
"""

import warnings
from typing import Any

from moto.awslambda.exceptions import UnknownFunctionException
from moto.awslambda.models import lambda_backends
from moto.elbv2.models import ELBv2Backend
from patching import wrap
from service import Refusal

# The service answers with an error that its model does not have; moto would say so each time.
warnings.filterwarnings("ignore", message=r"Exception\(Refusal\) with code AccessDenied")


def permits(statement: dict[str, Any], target_group_arn: str) -> bool:
    service = statement.get("Principal", {}).get("Service")
    sources = [value for operator in statement.get("Condition", {}).values() for value in operator.values()]
    return service == "elasticloadbalancing.amazonaws.com" and sources in ([], [target_group_arn])


@wrap(ELBv2Backend, "register_targets")
def register_targets(original: Any, self: ELBv2Backend, target_group_arn: str, instances: list[Any]) -> None:
    group = self.target_groups.get(target_group_arn)
    if group is not None and group.target_type == "lambda":
        for each in instances:
            try:
                statements = lambda_backends[self.account_id][self.region_name].get_function(each["Id"]).policy.statements
            except UnknownFunctionException:
                statements = []
            if not any(permits(statement, target_group_arn) for statement in statements):
                message = (
                    "elasticloadbalancing principal does not have permission to invoke "
                    f"{each['Id']} from target group {target_group_arn}"
                )
                raise Refusal("AccessDenied", message)
    original(self, target_group_arn, instances)
