"""The service-linked role of ECR's replication is AWSServiceRoleForECRReplication.

moto makes a name of the service's, and the provider takes what comes after an underscore in it for a suffix.
https://docs.aws.amazon.com/AmazonECR/latest/userguide/slr-replication.html
"""

from typing import Any

from moto.iam.models import IAMBackend, Role
from patching import wrap

SERVICE, NAME = "replication.ecr.amazonaws.com", "AWSServiceRoleForECRReplication"


@wrap(IAMBackend, "create_service_linked_role")
def create_service_linked_role(original: Any, self: IAMBackend, service_name: str, *args: Any, **kwargs: Any) -> Role:
    role: Role = original(self, service_name, *args, **kwargs)
    if service_name == SERVICE:
        role.name = NAME
    return role
