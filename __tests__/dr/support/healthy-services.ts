import { CreateAutoScalingGroupCommand } from "@aws-sdk/client-auto-scaling";
import { CreateLaunchTemplateCommand, DescribeImagesCommand } from "@aws-sdk/client-ec2";
import {
  CreateClusterCommand,
  CreateServiceCommand,
  DescribeServicesCommand,
  RegisterTaskDefinitionCommand,
} from "@aws-sdk/client-ecs";
import { RegisterTargetsCommand } from "@aws-sdk/client-elastic-load-balancing-v2";
import { CreateRoleCommand } from "@aws-sdk/client-iam";
import { AddPermissionCommand, CreateFunctionCommand } from "@aws-sdk/client-lambda";
import type { Aws } from "../../../dr/aws";
import type { Served } from "../../../dr/checks/view";
import { zip } from "../../../modules/events/zip";
import { need } from "./need";

/** A service behind a target group, in some subnets. */
export interface Service {
  readonly name: string;
  readonly subnets: readonly string[];
  readonly group: string;
  readonly targets: string;
}

async function instances({ autoScaling, ec2 }: Aws, { name, subnets, group, targets }: Service): Promise<void> {
  const { Images: [image] = [] } = await ec2.send(
    new DescribeImagesCommand({ Owners: ["amazon"], Filters: [{ Name: "architecture", Values: ["arm64"] }] }),
  );
  await ec2.send(
    new CreateLaunchTemplateCommand({
      LaunchTemplateName: name,
      LaunchTemplateData: { ImageId: need(image?.ImageId), InstanceType: "t4g.small", SecurityGroupIds: [group] },
    }),
  );
  await autoScaling.send(
    new CreateAutoScalingGroupCommand({
      AutoScalingGroupName: name,
      LaunchTemplate: { LaunchTemplateName: name, Version: "$Latest" },
      VPCZoneIdentifier: subnets.join(","),
      TargetGroupARNs: [targets],
      ...{ MinSize: 6, MaxSize: 18, DesiredCapacity: 6, HealthCheckType: "ELB", HealthCheckGracePeriod: 0 },
    }),
  );
}

async function tasks({ ecs }: Aws, { name, subnets, group, targets }: Service): Promise<void> {
  await ecs.send(new CreateClusterCommand({ clusterName: name }));
  const { taskDefinition } = await ecs.send(
    new RegisterTaskDefinitionCommand({
      ...{ family: name, networkMode: "awsvpc", requiresCompatibilities: ["FARGATE"], cpu: "256", memory: "512" },
      containerDefinitions: [{ name: "shop", image: "shop:1", portMappings: [{ containerPort: 8443 }] }],
    }),
  );
  await ecs.send(
    new CreateServiceCommand({
      ...{ cluster: name, serviceName: name, taskDefinition: taskDefinition?.taskDefinitionArn, desiredCount: 6 },
      loadBalancers: [{ targetGroupArn: targets, containerName: "shop", containerPort: 8443 }],
      networkConfiguration: { awsvpcConfiguration: { subnets: [...subnets], securityGroups: [group] } },
      capacityProviderStrategy: [{ capacityProvider: "FARGATE", weight: 1 }],
    }),
  );
  // The local AWS starts tasks when somebody looks.
  await ecs.send(new DescribeServicesCommand({ cluster: name, services: [name] }));
}

async function code({ iam, lambda, elb }: Aws, { name, subnets, group, targets }: Service): Promise<void> {
  const trust = { Effect: "Allow", Principal: { Service: "lambda.amazonaws.com" }, Action: "sts:AssumeRole" };
  const AssumeRolePolicyDocument = JSON.stringify({ Version: "2012-10-17", Statement: [trust] });
  const { Role } = await iam.send(new CreateRoleCommand({ RoleName: name, AssumeRolePolicyDocument }));
  const made = await lambda.send(
    new CreateFunctionCommand({
      ...{ FunctionName: name, Role: Role?.Arn, Runtime: "nodejs22.x", Handler: "index.handler" },
      Code: { ZipFile: zip("index.js", "exports.handler = async () => ({ statusCode: 200 });") },
      VpcConfig: { SubnetIds: [...subnets], SecurityGroupIds: [group] },
    }),
  );
  await lambda.send(
    new AddPermissionCommand({
      ...{ FunctionName: name, StatementId: "call", Action: "lambda:InvokeFunction", SourceArn: targets },
      Principal: "elasticloadbalancing.amazonaws.com",
    }),
  );
  const Targets = [{ Id: need(made.FunctionArn) }];
  await elb.send(new RegisterTargetsCommand({ TargetGroupArn: targets, Targets }));
}

/** Runs a service on one kind of compute: two instances or tasks in each of three zones, or one function in all. */
export const serve: Readonly<Record<Served["compute"], (aws: Aws, service: Service) => Promise<void>>> = {
  ec2: instances,
  ecs: tasks,
  lambda: code,
};
