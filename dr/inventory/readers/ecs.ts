import {
  type ContainerDefinition,
  DescribeClustersCommand,
  DescribeServicesCommand,
  DescribeTaskDefinitionCommand,
  paginateListClusters,
  paginateListServices,
  paginateListTaskDefinitions,
  paginateListTasks,
} from "@aws-sdk/client-ecs";
import type { Aws } from "../../aws";
import { everyItem } from "../../lookup/pages";
import { given } from "../answers";
import type { Item } from "../item";
import type { Reader } from "../reader";

/** ECS: clusters, services, the definitions of tasks, and the tasks that run. */
export const ecs: Reader = {
  service: "ECS",
  list: async (aws) => {
    const clusters = await everyItem(paginateListClusters({ client: aws.ecs }, {}), (page) => page.clusterArns);
    const within = clusters.map(async (cluster) => [
      ...(await clusterOf(aws, cluster)),
      ...(await services(aws, cluster)),
      ...(await tasks(aws, cluster)),
    ]);
    return (await Promise.all([...within, definitions(aws)])).flat();
  },
};

async function clusterOf({ ecs: client }: Aws, arn: string): Promise<Item[]> {
  const asked = { clusters: [arn], include: ["SETTINGS" as const, "CONFIGURATIONS" as const] };
  const { clusters = [] } = await client.send(new DescribeClustersCommand(asked));
  return clusters
    .filter(({ status }) => status !== "INACTIVE")
    .map(({ clusterName, settings, configuration, capacityProviders }) => ({
      type: "aws_ecs_cluster",
      id: arn,
      name: clusterName,
      settings: {
        settings: Object.fromEntries((settings ?? []).map(({ name = "", value }) => [name, value])),
        configuration,
        capacityProviders,
      },
    }));
}

async function services({ ecs: client }: Aws, cluster: string): Promise<Item[]> {
  const arns = await everyItem(paginateListServices({ client }, { cluster }), (page) => page.serviceArns);
  const found = await Promise.all(
    arns.map((arn) => client.send(new DescribeServicesCommand({ cluster, services: [arn] }))),
  );
  return found
    .flatMap((answer) => answer.services ?? [])
    .filter(({ status }) => status !== "INACTIVE")
    .map((service) => ({
      type: "aws_ecs_service",
      id: given(service.serviceArn),
      name: service.serviceName,
      settings: {
        cluster,
        taskDefinition: service.taskDefinition,
        desiredCount: service.desiredCount,
        capacityProviderStrategy: service.capacityProviderStrategy,
        availabilityZoneRebalancing: service.availabilityZoneRebalancing,
        deployment: service.deploymentConfiguration,
        healthCheckGracePeriodSeconds: service.healthCheckGracePeriodSeconds,
        network: service.networkConfiguration?.awsvpcConfiguration,
        loadBalancers: service.loadBalancers,
        executeCommand: service.enableExecuteCommand,
      },
    }));
}

async function tasks({ ecs: client }: Aws, cluster: string): Promise<Item[]> {
  const asked = { cluster, desiredStatus: "RUNNING" as const }; // AWS tells of stopped ones for an hour
  const arns = await everyItem(paginateListTasks({ client }, asked), (page) => page.taskArns);
  return arns.map((id) => ({ type: "aws_ecs_task", id, settings: { cluster }, ownedBy: cluster }));
}

async function definitions({ ecs: client }: Aws): Promise<Item[]> {
  const asked = { status: "ACTIVE" as const };
  const arns = await everyItem(paginateListTaskDefinitions({ client }, asked), (page) => page.taskDefinitionArns);
  return Promise.all(
    arns.map(async (id) => {
      const { taskDefinition = {} } = await client.send(new DescribeTaskDefinitionCommand({ taskDefinition: id }));
      return {
        type: "aws_ecs_task_definition",
        id,
        name: taskDefinition.family,
        settings: {
          size: { cpu: taskDefinition.cpu, memory: taskDefinition.memory },
          runtimePlatform: taskDefinition.runtimePlatform,
          networkMode: taskDefinition.networkMode,
          requires: taskDefinition.requiresCompatibilities,
          executionRole: taskDefinition.executionRoleArn,
          taskRole: taskDefinition.taskRoleArn,
          containers: Object.fromEntries((taskDefinition.containerDefinitions ?? []).map(container)),
        },
      };
    }),
  );
}

const container = ({ name = "", ...settings }: ContainerDefinition): [string, unknown] => [
  name,
  {
    image: settings.image,
    user: settings.user,
    readonlyRootFilesystem: settings.readonlyRootFilesystem,
    linuxParameters: settings.linuxParameters,
    environment: Object.fromEntries((settings.environment ?? []).map(({ name = "", value }) => [name, value])),
    portMappings: settings.portMappings,
    log: settings.logConfiguration,
  },
];
