"""A service runs as many tasks as it should, over its subnets in turn, and each is a healthy target.

AWS starts a deployment's tasks by its capacity providers, the base of one first, registers their addresses with the
target group, and stops those of an older deployment. moto starts none.
https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_services.html
"""

from typing import Any

from moto.ec2.models import ec2_backends
from moto.ecs.models import EC2ContainerServiceBackend, Service, Task
from moto.elbv2.models import elbv2_backends
from patching import wrap


def detail(task: Task, name: str) -> str:
    return next(one["value"] for one in task.attachments[0]["details"] if one["name"] == name)


def tasks_of(backend: EC2ContainerServiceBackend, service: Service) -> list[Task]:
    tasks = backend.tasks.get(service.cluster_name, {}).values()
    return [task for task in tasks if task.group == f"service:{service.name}" and task.desired_status == "RUNNING"]


def register(backend: EC2ContainerServiceBackend, service: Service, task: Task, leaves: bool = False) -> None:
    groups = elbv2_backends[backend.account_id][backend.region_name].target_groups
    for balancer in service.load_balancers:
        group = groups.get(balancer.get("targetGroupArn"))
        address = detail(task, "privateIPv4Address")
        if group is not None and leaves and address in group.targets:
            group.deregister([{"Id": address}])
        elif group is not None and not leaves:
            group.register([{"Id": address, "Port": balancer["containerPort"]}])


def provider(service: Service, running: list[Task]) -> str | None:
    strategies = vars(service).get("capacity_provider_strategy") or []
    for strategy in strategies:
        name = strategy["capacityProvider"]
        if sum(task.capacity_provider_name == name for task in running) < strategy.get("base", 0):
            return name
    return next((strategy["capacityProvider"] for strategy in strategies if strategy.get("weight", 0) > 0), None)


def start(backend: EC2ContainerServiceBackend, service: Service, running: list[Task]) -> Task:
    network = service.network_configuration["awsvpcConfiguration"]
    taken = [detail(task, "subnetId") for task in running]
    subnet = min(network["subnets"], key=taken.count)
    name = provider(service, running)
    [task] = backend.run_task(
        service.cluster_name,
        service.task_definition,
        1,
        None,
        service.deployments[0]["id"],
        service.tags if service.propagate_tags == "SERVICE" else [],
        None if name else "FARGATE",
        networking_configuration={"awsvpcConfiguration": network | {"subnets": [subnet]}},
        group=f"service:{service.name}",
        platform_version=service.platform_version,
        capacity_provider_strategy=[{"capacityProvider": name}] if name else None,
    )
    task.availability_zone = ec2_backends[backend.account_id][backend.region_name].get_subnet(subnet).availability_zone
    task.advance = lambda: None  # it runs until it is stopped
    register(backend, service, task)
    return task


def settle(backend: EC2ContainerServiceBackend, service: Service) -> None:
    """Starts and stops until what runs is what should."""
    if not service.network_configuration or service.task_definition is None:
        return
    wanted = service.desired_count if service.status == "ACTIVE" else 0
    running = tasks_of(backend, service)
    fresh = [task for task in running if task.task_definition_arn == service.task_definition][:wanted]
    for task in running:
        if task not in fresh:
            register(backend, service, task, leaves=True)
            backend.stop_task(service.cluster_name, task.task_arn, "Scaling activity initiated by deployment")
    while len(fresh) < wanted:
        fresh.append(start(backend, service, fresh))
    service.running_count, service.pending_count = wanted, 0
    for deployment in service.deployments:
        deployment |= {
            "taskDefinition": service.task_definition,
            "desiredCount": wanted,
            "runningCount": wanted,
            "pendingCount": 0,
            "rolloutState": "COMPLETED",
        }


@wrap(EC2ContainerServiceBackend, "describe_services")
def describe_services(original: Any, self: EC2ContainerServiceBackend, *args: Any, **options: Any) -> Any:
    services, failures = original(self, *args, **options)
    for service in services:
        settle(self, service)
    return services, failures


@wrap(EC2ContainerServiceBackend, "update_service")
def update_service(original: Any, self: EC2ContainerServiceBackend, *args: Any, **options: Any) -> Service:
    service = original(self, *args, **options)
    settle(self, service)
    return service


@wrap(EC2ContainerServiceBackend, "delete_service")
def delete_service(original: Any, self: EC2ContainerServiceBackend, *args: Any, **options: Any) -> Service:
    service = original(self, *args, **options)
    settle(self, service)
    return service
