import { type Instance, paginateDescribeAutoScalingGroups } from "@aws-sdk/client-auto-scaling";
import { DescribeSubnetsCommand } from "@aws-sdk/client-ec2";
import { DescribeServicesCommand, DescribeTasksCommand, paginateListTasks } from "@aws-sdk/client-ecs";
import { GetFunctionConfigurationCommand } from "@aws-sdk/client-lambda";
import type { Aws } from "../aws";
import { unlessAbsent } from "../inventory/answers";
import { everyItem } from "./pages";

/** What serves: its name for people, and the zone of each that does; undefined when there is none of that name. */
interface Kind {
  readonly called: string;
  readonly unit: string;
  zones(aws: Aws, name: string): Promise<string[] | undefined>;
}

/** How each kind of compute is asked for what serves. */
export const kinds: Readonly<Record<"ec2" | "ecs" | "lambda", Kind>> = {
  ec2: {
    called: "Auto Scaling group",
    unit: "instances",
    zones: async ({ autoScaling }, name) => {
      const [group] = await everyItem(
        paginateDescribeAutoScalingGroups({ client: autoScaling }, { AutoScalingGroupNames: [name] }),
        (page) => page.AutoScalingGroups,
      );
      return (
        group && (group.Instances ?? []).filter(isServing).flatMap(({ AvailabilityZone }) => AvailabilityZone ?? [])
      );
    },
  },
  ecs: {
    called: "ECS service",
    unit: "tasks",
    zones: async ({ ecs }, name) => {
      const asked = ecs.send(new DescribeServicesCommand({ cluster: name, services: [name] }));
      const found = await unlessAbsent(asked, "ClusterNotFoundException");
      // For a while AWS tells of a service that was deleted, too.
      if (!found?.services?.some(({ status }) => status === "ACTIVE")) return undefined;
      const arns = await everyItem(
        paginateListTasks({ client: ecs }, { cluster: name, serviceName: name }),
        (page) => page.taskArns,
      );
      const chunks = Array.from({ length: Math.ceil(arns.length / 100) }, (_, at) =>
        arns.slice(at * 100, at * 100 + 100),
      );
      const answers = await Promise.all(
        chunks.map((tasks) => ecs.send(new DescribeTasksCommand({ cluster: name, tasks }))),
      );
      return answers
        .flatMap(({ tasks = [] }) => tasks)
        .filter(({ lastStatus }) => lastStatus === "RUNNING")
        .flatMap(({ availabilityZone }) => availabilityZone ?? []);
    },
  },
  lambda: {
    called: "Lambda function",
    unit: "places in the network",
    zones: async ({ lambda, ec2 }, name) => {
      const asked = lambda.send(new GetFunctionConfigurationCommand({ FunctionName: name }));
      const found = await unlessAbsent(asked, "ResourceNotFoundException");
      if (!found) return undefined;
      const { SubnetIds = [] } = found.VpcConfig ?? {};
      if (found.State !== "Active" || SubnetIds.length === 0) return [];
      const { Subnets = [] } = await ec2.send(new DescribeSubnetsCommand({ SubnetIds }));
      return Subnets.flatMap(({ AvailabilityZone }) => AvailabilityZone ?? []);
    },
  },
};

const isServing = ({ LifecycleState, HealthStatus }: Instance) =>
  LifecycleState === "InService" && HealthStatus?.toLowerCase() === "healthy";
