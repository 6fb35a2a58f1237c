"""A service-linked role has the name that its service gave it, once in an account.

moto makes a name of the service's, in small letters, and the provider takes what comes after an underscore in it for a suffix.
https://docs.aws.amazon.com/AmazonECR/latest/userguide/slr-replication.html
https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using-service-linked-roles-for-clusters.html
https://docs.aws.amazon.com/autoscaling/application/userguide/services-that-can-integrate-ecs.html
https://docs.aws.amazon.com/config/latest/developerguide/using-service-linked-roles.html
https://docs.aws.amazon.com/guardduty/latest/ug/using-service-linked-roles.html
"""

from typing import Any

from moto.iam.models import IAMBackend, Role
from patching import wrap
from service import Refusal

NAMES = {
    "access-analyzer.amazonaws.com": "AWSServiceRoleForAccessAnalyzer",
    "autoscaling.amazonaws.com": "AWSServiceRoleForAutoScaling",
    "backup.amazonaws.com": "AWSServiceRoleForBackup",
    "config.amazonaws.com": "AWSServiceRoleForConfig",
    "ecs.amazonaws.com": "AWSServiceRoleForECS",
    "ecs.application-autoscaling.amazonaws.com": "AWSServiceRoleForApplicationAutoScaling_ECSService",
    "elasticloadbalancing.amazonaws.com": "AWSServiceRoleForElasticLoadBalancing",
    "guardduty.amazonaws.com": "AWSServiceRoleForAmazonGuardDuty",
    "rds.amazonaws.com": "AWSServiceRoleForRDS",
    "replication.ecr.amazonaws.com": "AWSServiceRoleForECRReplication",
}


@wrap(IAMBackend, "create_service_linked_role")
def create_service_linked_role(original: Any, self: IAMBackend, service_name: str, *args: Any, **kwargs: Any) -> Role:
    name = NAMES.get(service_name)
    if any(role.name == name for role in self.roles.values()):
        message = f"Service role name {name} has been taken in this account, please try a different suffix."
        raise Refusal("InvalidInput", message)
    role: Role = original(self, service_name, *args, **kwargs)
    role.name = name or role.name
    return role
