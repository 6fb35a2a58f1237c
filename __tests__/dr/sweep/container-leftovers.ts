import * as scaling from "@aws-sdk/client-application-auto-scaling";
import * as ecs from "@aws-sdk/client-ecs";
import { given } from "../../../dr/inventory/answers";
import type { Leftover } from "./leftover";
import type { World } from "./world";

/** One leftover of each kind that containers on ECS can leave. */
export const containerLeftovers: readonly Leftover[] = [
  {
    type: "aws_ecs_cluster",
    make: async ({ aws }) => {
      const { cluster } = await aws.ecs.send(new ecs.CreateClusterCommand({ clusterName: "left" }));
      return {
        id: given(cluster?.clusterArn),
        remove: () => aws.ecs.send(new ecs.DeleteClusterCommand({ cluster: "left" })),
      };
    },
  },
  {
    type: "aws_ecs_task_definition",
    make: async ({ aws }) => {
      const taskDefinition = await definition(aws, "left");
      return {
        id: taskDefinition,
        remove: () => aws.ecs.send(new ecs.DeregisterTaskDefinitionCommand({ taskDefinition })),
      };
    },
  },
  {
    type: "aws_ecs_service",
    make: async ({ aws, subnets }) => {
      const taskDefinition = await definition(aws, "of-left-service");
      const awsvpcConfiguration = { subnets: [...subnets], securityGroups: [] };
      const { service } = await aws.ecs.send(
        new ecs.CreateServiceCommand({
          ...{ cluster: "left", serviceName: "left", taskDefinition, desiredCount: 0 },
          networkConfiguration: { awsvpcConfiguration },
        }),
      );
      await aws.ecs.send(new ecs.DeregisterTaskDefinitionCommand({ taskDefinition }));
      const remove = () =>
        aws.ecs.send(new ecs.DeleteServiceCommand({ cluster: "left", service: "left", force: true }));
      return { id: given(service?.serviceArn), remove };
    },
  },
  {
    type: "aws_appautoscaling_target",
    make: async ({ aws }) => {
      await aws.applicationAutoScaling.send(new scaling.RegisterScalableTargetCommand(scaled));
      const remove = async () => aws.applicationAutoScaling.send(new scaling.DeregisterScalableTargetCommand(key));
      return { id: `${key.ResourceId} ${key.ScalableDimension}`, remove };
    },
  },
  {
    type: "aws_appautoscaling_policy",
    make: async ({ aws }) => {
      const PolicyName = "left";
      const { PolicyARN } = await aws.applicationAutoScaling.send(
        new scaling.PutScalingPolicyCommand({
          ...{ ...key, PolicyName, PolicyType: "TargetTrackingScaling" },
          TargetTrackingScalingPolicyConfiguration: {
            PredefinedMetricSpecification: { PredefinedMetricType: "DynamoDBReadCapacityUtilization" },
            TargetValue: 60,
          },
        }),
      );
      const remove = () =>
        aws.applicationAutoScaling.send(new scaling.DeleteScalingPolicyCommand({ ...key, PolicyName }));
      return { id: given(PolicyARN), remove };
    },
  },
];

const key = {
  ServiceNamespace: "dynamodb",
  ResourceId: "table/left",
  ScalableDimension: "dynamodb:table:ReadCapacityUnits",
} as const;
const scaled = { ...key, MinCapacity: 1, MaxCapacity: 2 };

async function definition({ ecs: client }: World["aws"], family: string): Promise<string> {
  const made = await client.send(
    new ecs.RegisterTaskDefinitionCommand({
      ...{ family, networkMode: "awsvpc", requiresCompatibilities: ["FARGATE"], cpu: "256", memory: "512" },
      containerDefinitions: [{ name: "left", image: "left:1" }],
    }),
  );
  return given(made.taskDefinition?.taskDefinitionArn);
}
