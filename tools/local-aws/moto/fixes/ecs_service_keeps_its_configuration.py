"""A service tells what it was made with, and is made only before a load balancer.

AWS answers with the capacity providers, the deployment's rules and the rest as they were given, and refuses a target
group that no load balancer forwards to. moto keeps a few fields, and says EC2 for what names a capacity provider.
https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html
"""

from typing import Any

from moto.core.responses import ActionResult
from moto.core.utils import camelcase_to_underscores
from moto.ecs.models import Service
from moto.ecs.responses import EC2ContainerServiceResponse
from moto.elbv2.models import elbv2_backends
from patching import wrap
from service import Refusal

KEPT = (
    "availabilityZoneRebalancing",
    "capacityProviderStrategy",
    "deploymentConfiguration",
    "enableECSManagedTags",
    "enableExecuteCommand",
    "healthCheckGracePeriodSeconds",
)
DEFAULTS = {"enableECSManagedTags": False, "enableExecuteCommand": False}


def keep(service: Service, asked: dict[str, Any]) -> None:
    for name in KEPT:
        if asked.get(name) is not None:
            vars(service)["enable_ecs_managed_tags" if "ECS" in name else camelcase_to_underscores(name)] = asked[name]
    if asked.get("capacityProviderStrategy"):
        service.launch_type = None
        for strategy in service.capacity_provider_strategy:
            strategy.setdefault("weight", 0)
            strategy.setdefault("base", 0)
        for deployment in service.deployments:
            deployment.pop("launchType", None)
            deployment["capacityProviderStrategy"] = service.capacity_provider_strategy


@wrap(EC2ContainerServiceResponse, "create_service")
def create_service(original: Any, self: EC2ContainerServiceResponse) -> ActionResult:
    asked = self._get_params()
    groups = elbv2_backends[self.current_account][self.region].target_groups
    for balancer in asked.get("loadBalancers") or []:
        group = groups.get(balancer.get("targetGroupArn"))
        if group is None or not group.load_balancer_arns:
            message = f"The target group with targetGroupArn {balancer.get('targetGroupArn')} does not have an associated load balancer."
            raise Refusal("InvalidParameterException", message)
    answer = original(self)
    keep(answer.result["service"], DEFAULTS | asked)
    return answer


@wrap(EC2ContainerServiceResponse, "update_service")
def update_service(original: Any, self: EC2ContainerServiceResponse) -> ActionResult:
    answer = original(self)
    keep(answer.result["service"], self._get_params())
    return answer
