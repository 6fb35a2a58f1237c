"""ECS services and the tasks that they run."""

from collections import Counter
from ipaddress import ip_address, ip_network
from typing import Any

from support import AwsTest


class ServiceTest(AwsTest):
    def setUp(self) -> None:
        self.ec2, self.ecs, self.elbv2 = (self.client(name) for name in ("ec2", "ecs", "elbv2"))
        self.vpc_id, self.subnets = self.vpc()
        security_group = self.ec2.create_security_group(GroupName="tasks", Description="tasks", VpcId=self.vpc_id)
        self.network = {
            "awsvpcConfiguration": {"subnets": self.subnets, "securityGroups": [security_group["GroupId"]]},
        }
        self.cluster = self.name("cluster")
        self.ecs.create_cluster(clusterName=self.cluster)
        group = self.elbv2.create_target_group(
            Name=self.name("targets"), Protocol="HTTPS", Port=8443, VpcId=self.vpc_id, TargetType="ip"
        )
        self.targets = group["TargetGroups"][0]["TargetGroupArn"]

    def listen(self) -> None:
        balancer = self.elbv2.create_load_balancer(Name=self.name("balancer"), Subnets=self.subnets)
        forward = {"Type": "forward", "TargetGroupArn": self.targets}
        self.elbv2.create_listener(
            LoadBalancerArn=balancer["LoadBalancers"][0]["LoadBalancerArn"],
            Protocol="HTTP",
            Port=80,
            DefaultActions=[forward],
        )

    def definition(self) -> str:
        container = {"name": "shop", "image": "shop:1", "portMappings": [{"containerPort": 8443}]}
        registered = self.ecs.register_task_definition(
            family=self.name("shop"),
            networkMode="awsvpc",
            requiresCompatibilities=["FARGATE"],
            cpu="256",
            memory="512",
            containerDefinitions=[container],
        )
        return registered["taskDefinition"]["taskDefinitionArn"]

    def create(self, count: int = 6, **options: Any) -> dict:
        return self.ecs.create_service(
            cluster=self.cluster,
            serviceName="shop",
            taskDefinition=self.definition(),
            desiredCount=count,
            networkConfiguration=self.network,
            loadBalancers=[{"targetGroupArn": self.targets, "containerName": "shop", "containerPort": 8443}],
            capacityProviderStrategy=[
                {"capacityProvider": "FARGATE", "base": 3},
                {"capacityProvider": "FARGATE_SPOT", "weight": 1},
            ],
            **options,
        )["service"]

    def described(self) -> dict:
        return self.ecs.describe_services(cluster=self.cluster, services=["shop"])["services"][0]

    def tasks(self) -> list[dict]:
        arns = self.ecs.list_tasks(cluster=self.cluster, desiredStatus="RUNNING")["taskArns"]
        return self.ecs.describe_tasks(cluster=self.cluster, tasks=arns)["tasks"] if arns else []

    def healthy(self) -> list[str]:
        health = self.elbv2.describe_target_health(TargetGroupArn=self.targets)["TargetHealthDescriptions"]
        return [one["Target"]["Id"] for one in health if one["TargetHealth"]["State"] == "healthy"]


class Configuration(ServiceTest):
    FIX = "ecs_service_keeps_its_configuration"

    def test_it_is_told_as_it_was_given(self) -> None:
        self.listen()
        deployment = {"maximumPercent": 200, "minimumHealthyPercent": 100}
        self.create(availabilityZoneRebalancing="ENABLED", deploymentConfiguration=deployment)
        service = self.described()
        self.assertEqual(service["availabilityZoneRebalancing"], "ENABLED")
        self.assertEqual(service["deploymentConfiguration"], deployment)
        self.assertEqual([one["base"] for one in service["capacityProviderStrategy"]], [3, 0])
        self.assertNotIn("launchType", service)
        self.ecs.update_service(cluster=self.cluster, service="shop", healthCheckGracePeriodSeconds=90)
        self.assertEqual(self.described()["healthCheckGracePeriodSeconds"], 90)

    def test_a_target_group_without_load_balancer_is_refused(self) -> None:
        self.assertIn("load balancer", self.refused("InvalidParameterException", self.create))


class Tasks(ServiceTest):
    FIX = "ecs_service_runs_its_tasks"

    def test_they_are_in_every_zone_and_healthy_the_base_on_demand(self) -> None:
        self.listen()
        self.create()
        self.assertEqual(self.described()["runningCount"], 6)
        tasks = self.tasks()
        self.assertEqual(Counter(task["availabilityZone"][-1] for task in tasks), Counter("aabbcc"))
        providers = Counter(task["capacityProviderName"] for task in tasks)
        self.assertEqual(providers, {"FARGATE": 3, "FARGATE_SPOT": 3})
        self.assertEqual(len(self.healthy()), 6)
        self.assertEqual({task["lastStatus"] for task in self.tasks()}, {"RUNNING"})

    def test_another_definition_replaces_them_and_a_deleted_service_has_none(self) -> None:
        self.listen()
        self.create()
        self.described()
        before = {task["taskArn"] for task in self.tasks()}
        self.ecs.update_service(cluster=self.cluster, service="shop", taskDefinition=self.definition(), desiredCount=3)
        after = {task["taskArn"] for task in self.tasks()}
        self.assertEqual((len(after), before & after, len(self.healthy())), (3, set(), 3))
        self.ecs.delete_service(cluster=self.cluster, service="shop", force=True)
        self.assertEqual((self.tasks(), self.healthy()), ([], []))


class TaskTest(ServiceTest):
    def run_one(self) -> dict:
        network = {"awsvpcConfiguration": self.network["awsvpcConfiguration"] | {"subnets": self.subnets[1:2]}}
        [task] = self.ecs.run_task(
            cluster=self.cluster,
            taskDefinition=self.definition(),
            launchType="FARGATE",
            networkConfiguration=network,
        )["tasks"]
        return task

    def details(self, task: dict) -> dict[str, str]:
        return {one["name"]: one["value"] for one in task["attachments"][0]["details"]}


class Memory(TaskTest):
    FIX = "ecs_task_has_its_memory_from_its_definition"

    def test_its_container_need_not_say_any(self) -> None:
        self.assertEqual(self.run_one()["lastStatus"], "RUNNING")


class Address(TaskTest):
    FIX = "ecs_task_has_an_address_of_its_subnet"

    def test_it_goes_with_the_task(self) -> None:
        task = self.run_one()
        details = self.details(task)
        self.assertIn(ip_address(details["privateIPv4Address"]), ip_network("10.0.1.0/24"))
        self.ecs.stop_task(cluster=self.cluster, task=task["taskArn"])
        filters = [{"Name": "subnet-id", "Values": self.subnets}]
        self.assertEqual(self.ec2.describe_network_interfaces(Filters=filters)["NetworkInterfaces"], [])
