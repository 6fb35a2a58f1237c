"""A task has an address of the subnet that it runs in, and its network interface goes with it.

moto gives it an address of nowhere, fails where the VPC gives no host names, and leaves the interface behind.
https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-networking.html
"""

from typing import Any

from moto.ec2.models import ec2_backends
from moto.ec2.models.elastic_network_interfaces import NetworkInterface
from moto.ecs import models
from moto.ecs.models import EC2ContainerServiceBackend, Task
from patching import add, wrap

add(NetworkInterface, "private_dns_name")("")


@wrap(models, "random_private_ip")
def random_private_ip(_: Any) -> None:
    """The interface then takes one of its subnet."""


@wrap(EC2ContainerServiceBackend, "stop_task")
def stop_task(original: Any, self: EC2ContainerServiceBackend, *args: Any, **options: Any) -> Task:
    task = original(self, *args, **options)
    ec2 = ec2_backends[self.account_id][self.region_name]
    for attachment in task.attachments:
        for detail in attachment["details"]:
            if detail["name"] == "networkInterfaceId" and detail["value"] in ec2.enis:
                ec2.delete_network_interface(detail["value"])
        attachment["status"] = "DELETED"
    return task
