import { EcsTaskDefinition } from "@cdktf/provider-aws/lib/ecs-task-definition";
import type { Construct } from "constructs";
import { ports } from "../../network/contract";
import { registry } from "../compute/container-image";
import type { EcsInputs } from "../compute/contract";
import { sizeOf } from "../compute/ecs";
import type { Run } from "../compute/service";

/** What a task is: one container without root, capabilities, or anything to write to but its scratch folder. */
export function taskDefinition(scope: Construct, run: Run<EcsInputs>, executionRoleArn: string): EcsTaskDefinition {
  const { inputs, service, home, name, role, log } = run;
  const environment = { SERVICE: service.name, LOG_GROUP: log.name, ...service.environment };
  const container = {
    name: service.name,
    image: `${registry(home)}/${inputs.containerImage}`,
    essential: true,
    user: "65534:65534", // nobody, in every distribution
    readonlyRootFilesystem: true,
    linuxParameters: {
      initProcessEnabled: true,
      capabilities: { add: [], drop: ["ALL"] },
      // In memory, with the mode 1777 of tmpfs: a volume would be root's with 0755, where the user cannot write.
      // https://aws.amazon.com/about-aws/whats-new/2026/01/amazon-ecs-tmpfs-mounts-aws-fargate-managed-instances/
      tmpfs: [{ containerPath: "/tmp", size: scratchMib, mountOptions: ["nosuid", "nodev", "noexec"] }],
    },
    portMappings: [{ containerPort: ports.service, hostPort: ports.service, protocol: "tcp" }],
    mountPoints: [],
    environment: Object.entries(environment).map(([name, value]) => ({ name, value })),
    logConfiguration: {
      logDriver: "awslogs",
      options: {
        "awslogs-group": log.name,
        "awslogs-region": home.region,
        "awslogs-stream-prefix": service.name,
        mode: "non-blocking", // a log that cannot be written must not stop the shop
        "max-buffer-size": "25m",
      },
    },
    stopTimeout: 60,
    systemControls: [],
    volumesFrom: [],
  };
  return new EcsTaskDefinition(scope, "definition", {
    family: name,
    requiresCompatibilities: ["FARGATE"],
    networkMode: "awsvpc",
    runtimePlatform: { cpuArchitecture: "ARM64", operatingSystemFamily: "LINUX" },
    ...sizeOf(inputs.taskSize),
    executionRoleArn,
    taskRoleArn: role.arn,
    containerDefinitions: JSON.stringify([container]),
  });
}

/** Part of the task's memory. */
const scratchMib = 64;
