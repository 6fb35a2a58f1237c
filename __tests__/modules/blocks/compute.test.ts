import { _InstanceType } from "@aws-sdk/client-ec2";
import { ApiTier } from "../../../modules/api/tier";
import { instanceTypes } from "../../../modules/blocks/compute/instance-types";
import { WebTier } from "../../../modules/web/tier";
import { tooEarly } from "../../support/attached";
import { all, type Block, type Written, written } from "../../support/module";
import { statements } from "../../support/statements";
import { mistrusted } from "../../support/trust";

type Config = Readonly<Record<string, unknown>>;

const tiers = {
  api: (config: Config) => written(ApiTier, config),
  web: (config: Config) => written(WebTier, config, { internalAuthority: "off" }),
};
const names = ["api", "web"] as const;
const image = (tier: string) => `shop/${tier}:1.4.2`;
const fromEcr = (tier: string) => `\${local.account}.dkr.ecr.\${local.region}.\${local.dns_suffix}/${tier}`;

const one = (module: Written, type: string): Block => {
  const [first, ...others] = all(module, type);
  if (!first || others.length > 0) throw new Error(`The module has more than one ${type}.`);
  return first[1];
};
const actions = (module: Written, document: string): string[] =>
  statements(module, document)
    .filter(({ effect }) => effect !== "Deny")
    .flatMap((statement) => statement.actions);

it("names instance types that AWS has", () => {
  const known: readonly string[] = Object.values(_InstanceType);
  expect(instanceTypes.filter((type) => !known.includes(type))).toEqual([]);
});

describe.each(names)("%s in containers on ECS", (tier) => {
  const module = tiers[tier]({ compute: "ecs", containerImage: image(tier) });
  const definition = one(module, "aws_ecs_task_definition");
  const [container] = JSON.parse(definition.container_definitions);
  const service = one(module, "aws_ecs_service");

  it("runs on Fargate for arm64, and on no instance of ours", () => {
    expect(definition).toMatchObject({
      requires_compatibilities: ["FARGATE"],
      runtime_platform: { cpu_architecture: "ARM64" },
      cpu: "512",
      memory: "1024",
    });
    expect(module.resource).not.toHaveProperty("aws_autoscaling_group");
    expect(module.resource).not.toHaveProperty("aws_launch_template");
  });

  it("gives a container neither root, nor capabilities, nor its image to write to", () => {
    expect(container).toMatchObject({
      user: "65534:65534",
      readonlyRootFilesystem: true,
      linuxParameters: { capabilities: { drop: ["ALL"] } },
    });
    // A volume would be root's, with mode 0755: nobody could write there.
    expect(container.mountPoints).toEqual([]);
    expect(container.linuxParameters.tmpfs).toEqual([
      expect.objectContaining({ containerPath: "/tmp", mountOptions: ["nosuid", "nodev", "noexec"] }),
    ]);
  });

  it("encrypts what a task writes and logs with our keys; the log of insights, too, which AWS would make without", () => {
    const cluster = one(module, "aws_ecs_cluster");
    expect(cluster).toMatchObject({
      depends_on: ["aws_cloudwatch_log_group.tasks_insights"],
      configuration: {
        managed_storage_configuration: { fargate_ephemeral_storage_kms_key_id: "${var.volumes_key_arn}" },
      },
    });
    const groups = all(module, "aws_cloudwatch_log_group").map(([, group]) => group);
    expect(groups.map(({ name }) => name)).toContain(`/aws/ecs/containerinsights/${cluster.name}/performance`);
    for (const { kms_key_id } of groups) expect(kms_key_id).toBe("${var.logs_key_arn}");
  });

  it("stays when its base or its weights change, which would destroy it without a new deployment", () => {
    expect(service.force_new_deployment).toBe(true);
  });

  it("has an on-demand base in every zone, and spot above it", () => {
    const base = "${(var.on_demand_per_zone * length(var.app_subnet_ids))}";
    expect(service.capacity_provider_strategy).toEqual([
      { base, capacity_provider: "FARGATE", weight: 0 },
      { capacity_provider: "FARGATE_SPOT", weight: 1 },
    ]);
    expect(one(module, "aws_appautoscaling_target")).toMatchObject({ min_capacity: base });
  });

  it("starts new tasks before old ones stop, and goes back when they fail", () => {
    expect(service).toMatchObject({
      deployment_minimum_healthy_percent: 100,
      deployment_circuit_breaker: { enable: true, rollback: true },
    });
  });

  it("fails the apply whose deployment went back: the provider takes the former tasks for success", () => {
    expect(service.lifecycle.postcondition).toEqual([
      {
        condition: "${self.task_definition == aws_ecs_task_definition.tasks_definition.arn}",
        error_message: expect.stringContaining("apply again"),
      },
    ]);
  });

  it("has no public address, and only the tier's access group", () => {
    expect(service.network_configuration).toEqual({
      assign_public_ip: false,
      security_groups: [`\${var.${tier}_group_id}`],
      subnets: "${var.app_subnet_ids}",
    });
  });

  it("pulls one image and writes one log group with a role that the container has not", () => {
    expect(actions(module, "tasks_execution_permissions")).toEqual([
      "ecr:GetAuthorizationToken",
      "ecr:BatchCheckLayerAvailability",
      "ecr:BatchGetImage",
      "ecr:GetDownloadUrlForLayer",
      "logs:CreateLogStream",
      "logs:PutLogEvents",
    ]);
    expect(module.resource.aws_iam_role_policy?.tasks_execution_policy?.role).toBe(
      "${aws_iam_role.tasks_execution.name}",
    );
    expect(definition.execution_role_arn).toContain("aws_iam_role_policy.tasks_execution_policy.role");
    expect(definition.task_role_arn).not.toContain("execution");
  });
});

describe.each(names)("%s as a function", (tier) => {
  const module = tiers[tier]({ compute: "lambda", containerImage: image(tier) });
  const code = one(module, "aws_lambda_function");

  it("is called by the load balancer's target group and by nobody else", () => {
    expect(one(module, "aws_lambda_permission")).toMatchObject({
      principal: "elasticloadbalancing.amazonaws.com",
      source_arn: "${aws_lb_target_group.targets_lambda.arn}",
    });
  });

  it("is in the app subnets, with the tier's access group", () => {
    expect(code.vpc_config).toEqual({
      security_group_ids: [`\${var.${tier}_group_id}`],
      subnet_ids: "${var.app_subnet_ids}",
    });
  });

  it("has its settings and its log encrypted with our keys, and a limit of requests at a time where one is wanted", () => {
    expect(code).toMatchObject({
      kms_key_arn: "${var.volumes_key_arn}",
      reserved_concurrent_executions: "${var.reserved_concurrency}",
      logging_config: { log_group: "${aws_cloudwatch_log_group.log.name}" },
    });
    expect(one(module, "aws_cloudwatch_log_group").kms_key_id).toBe("${var.logs_key_arn}");
    expect(module.variable.reserved_concurrency?.default).toBeNull();
  });

  it("keeps its code from the network interfaces that Lambda makes with its role", () => {
    const denied = statements(module, "role_permissions").filter(({ effect }) => effect === "Deny");
    expect(denied).toHaveLength(1);
    expect(denied[0]?.actions).toContain("ec2:CreateNetworkInterface");
  });

  it("traces only where the region file wants it", () => {
    const off = tiers[tier]({ compute: "lambda", containerImage: image(tier), tracing: false });
    expect(actions(module, "role_permissions")).toContain("xray:PutTraceSegments");
    expect(actions(off, "role_permissions")).not.toContain("xray:PutTraceSegments");
    expect(one(off, "aws_lambda_function").tracing_config).toEqual({ mode: "PassThrough" });
  });
});

describe.each(["ecs", "lambda"])("on %s", (compute) => {
  const secrets = /^(secretsmanager:|rds-db:|rds-data:)/;
  const allowed = (tier: keyof typeof tiers): string[] => {
    const module = tiers[tier]({ compute, containerImage: image(tier) });
    return Object.keys(module.data.aws_iam_policy_document ?? {}).flatMap((document) => actions(module, document));
  };

  it("the service logs in to the database by IAM, and reads no secret; the pages do neither", () => {
    expect(allowed("api").filter((action) => secrets.test(action))).toEqual(["rds-db:connect"]);
    expect(allowed("web").filter((action) => secrets.test(action))).toEqual([]);
  });

  it.each(names)(
    "%s promises the same outputs as on instances, and its roles have the boundary and act for this account",
    (tier) => {
      const module = tiers[tier]({ compute, containerImage: image(tier) });
      expect(Object.keys(module.output)).toEqual(Object.keys(tiers[tier]({}).output));
      for (const [, role] of Object.entries(module.resource.aws_iam_role ?? {}))
        expect(role.permissions_boundary).toBe("${var.boundary_arn}");
      expect([...mistrusted(module), ...tooEarly(module)]).toEqual([]);
    },
  );

  it.each(names)("%s is taken for healthy by what it says of itself", (tier) => {
    const module = tiers[tier]({ compute, containerImage: image(tier) });
    expect(one(module, "aws_lb_target_group").health_check.path).toBe("${var.liveness_path}");
    expect(module.variable.liveness_path?.default).toBe("/health");
  });

  it.each(names)("%s takes its image from the account's own registry", (tier) => {
    expect(JSON.stringify(tiers[tier]({ compute, containerImage: image(tier) }).resource)).toContain(
      fromEcr("${var.container_image}").replaceAll('"', '\\"'),
    );
  });
});

describe("the way in to the service", () => {
  it("is a network load balancer, but before a function an application load balancer, as internal as the other", () => {
    const balancer = (config: Config) => one(tiers.api(config), "aws_lb");
    expect(balancer({})).toMatchObject({ load_balancer_type: "network", internal: true });
    const before = balancer({ compute: "lambda", containerImage: image("api") });
    expect(before).toMatchObject({ load_balancer_type: "application", internal: true });
    expect(before.security_groups).toEqual(balancer({}).security_groups);
  });

  it.each(["ec2", "ecs", "lambda"])("keeps access logs, before %s", (compute) => {
    const module = tiers.api(compute === "ec2" ? {} : { compute, containerImage: image("api") });
    expect(one(module, "aws_lb").access_logs).toEqual({ bucket: "${var.access_log_bucket_name}", enabled: true });
  });
});
