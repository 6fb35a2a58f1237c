import { ApiTier } from "../../../modules/api/tier";
import { WebTier } from "../../../modules/web/tier";
import { tierSchema } from "../../../regions/schema/tier-schema";
import { all, type Block, type Written, written } from "../../support/module";

type Config = Readonly<Record<string, unknown>>;

const tiers = [
  { name: "api", contract: ApiTier.contract, make: (config: Config = {}) => written(ApiTier, config) },
  { name: "web", contract: WebTier.contract, make: (config: Config = {}) => written(WebTier, config) },
];

/** The only resource of a type. */
const one = (module: Written, type: string): Block => {
  const [first, ...others] = all(module, type);
  if (!first || others.length > 0) throw new Error(`The module has more than one ${type}.`);
  return first[1];
};
const zones = "length(var.app_subnet_ids)";

describe.each(tiers)("the fleet of $name", ({ name, contract, make }) => {
  const module = make();
  const template = one(module, "aws_launch_template");
  const group = one(module, "aws_autoscaling_group");

  it("waits for healthy instances longer than ACM may take to issue the listener's certificate", () => {
    const [, minutes] = /^(\d+)m$/.exec(group.wait_for_capacity_timeout) ?? [];
    expect(Number(minutes)).toBeGreaterThan(30);
  });

  it("gives a new instance as long to start as the region file says", () => {
    expect(group).toMatchObject({
      health_check_grace_period: "${var.health_check_grace_seconds}",
      default_instance_warmup: "${var.warmup_seconds}",
    });
    expect(module.variable.health_check_grace_seconds?.default).toBe(300);
    expect(module.resource.aws_lb_target_group?.targets?.deregistration_delay).toBe(
      "${tostring(var.deregistration_delay_seconds)}",
    );
  });

  it("runs at least two on-demand instances a zone and at most six in all a zone", () => {
    expect(group).toMatchObject({
      min_size: `\${(var.on_demand_per_zone * ${zones})}`,
      max_size: `\${(var.max_per_zone * ${zones})}`,
      mixed_instances_policy: {
        instances_distribution: {
          on_demand_base_capacity: group.min_size,
          on_demand_percentage_above_base_capacity: 0,
        },
      },
    });
    expect(module.variable.on_demand_per_zone?.default).toBe(2);
    expect(module.variable.max_per_zone?.default).toBe(6);
  });

  it("covers every app subnet", () => {
    expect(group.vpc_zone_identifier).toBe("${var.app_subnet_ids}");
  });

  it("leaves the number of instances to scaling", () => {
    expect(group).not.toHaveProperty("desired_capacity");
    expect(one(module, "aws_autoscaling_policy")).toMatchObject({
      policy_type: "TargetTrackingScaling",
      target_tracking_configuration: {
        target_value: "${var.target_cpu_percent}",
        predefined_metric_specification: { predefined_metric_type: "ASGAverageCPUUtilization" },
      },
    });
  });

  it("is made only when its base answers the load balancer's health checks", () => {
    expect(group).toMatchObject({ min_elb_capacity: group.min_size, health_check_type: "ELB" });
  });

  it("prefers the instance types in the order given", () => {
    const policy = one(make({ instanceTypes: ["m7g.large", "m6g.large"] }), "aws_autoscaling_group");
    expect(policy.mixed_instances_policy.launch_template.override).toEqual([
      { instance_type: "m7g.large" },
      { instance_type: "m6g.large" },
    ]);
    expect(policy.mixed_instances_policy.instances_distribution.on_demand_allocation_strategy).toBe("prioritized");
  });

  it("starts a new instance before an old one goes, and has a failed refresh rolled back", () => {
    expect(group.instance_refresh).toMatchObject({
      strategy: "Rolling",
      preferences: { min_healthy_percentage: 100, auto_rollback: true },
    });
  });

  it("names the exact version of its template and of its AMI, without which AWS cannot roll back", () => {
    const { version } = group.mixed_instances_policy.launch_template.launch_template_specification;
    expect(version).toBe("${tostring(aws_launch_template.fleet_template.latest_version)}");
    expect(template.image_id).toBe("${data.aws_ami.fleet_image.id}");
  });

  it("requires IMDSv2, out of a container's reach", () => {
    expect(template.metadata_options).toMatchObject({ http_tokens: "required", http_put_response_hop_limit: 1 });
  });

  it("encrypts the volume with the key it is given", () => {
    expect(template.block_device_mappings.map(({ ebs }: Block) => [ebs.encrypted, ebs.kms_key_id])).toEqual([
      ["true", "${var.volumes_key_arn}"],
    ]);
  });

  it("gives instances no public address, and no group but the tier's own", () => {
    expect(template.network_interfaces).toEqual([
      expect.objectContaining({
        associate_public_ip_address: "false",
        security_groups: [`\${var.${name}_group_id}`],
      }),
    ]);
  });

  it("has no SSH: neither a key pair nor a rule, but Session Manager", () => {
    expect(template).not.toHaveProperty("key_name");
    expect(Object.keys(module.resource).filter((type) => type.includes("security_group"))).toEqual([]);
    expect(actions(module)).toContain("ssmmessages:OpenDataChannel");
  });

  it("tags what Auto Scaling makes as Terraform tags the rest", () => {
    expect(template.tag_specifications.map(({ resource_type: type }: Block) => type)).toEqual([
      "instance",
      "volume",
      "network-interface",
    ]);
    for (const { tags } of template.tag_specifications) expect(tags).toContain("data.aws_default_tags.fleet_tags.tags");
  });

  it("lets the role write to its own log group only, which is encrypted", () => {
    const logging = statements(module).filter((each) =>
      each.actions.some((action: string) => action.startsWith("logs:")),
    );
    expect(new Set(logging.flatMap(({ resources }) => resources))).toEqual(
      new Set(["${aws_cloudwatch_log_group.log.arn}", "${aws_cloudwatch_log_group.log.arn}:log-stream:*"]),
    );
    expect(one(module, "aws_cloudwatch_log_group")).toMatchObject({
      name: `/\${var.name_prefix}/${name}`,
      kms_key_id: "${var.logs_key_arn}",
      retention_in_days: "${var.log_retention_days}",
    });
  });

  it("gives the role nothing on all resources but Session Manager", () => {
    const open = statements(module).filter(({ resources }) => resources.includes("*"));
    expect(open.map(({ sid }) => sid)).toEqual(["SessionManager"]);
  });

  it("takes its own AMI from its SSM parameter", () => {
    const own = make({ workload: "ami", imageParameter: "/shop/image" });
    expect(own.data.aws_ssm_parameter).toEqual({ fleet_image_parameter: { name: "${var.image_parameter}" } });
    expect(own.variable.image_parameter).not.toHaveProperty("default");
  });

  it("pulls a container from its own repository only", () => {
    const container = make({ workload: "container", containerImage: "shop/service:1.0" });
    const [arn] = statement(container, "PullImage").resources;
    expect(arn).toMatch(/:repository\/\$\{replace\(var.container_image, "\/\[:@\]\.\*\$\/", ""\)\}$/);
    expect(one(container, "aws_launch_template").metadata_options.http_put_response_hop_limit).toBe(2);
    expect(statement(container, "SignInToEcr").actions).toEqual(["ecr:GetAuthorizationToken"]);
  });

  it("refuses more on-demand instances than instances", () => {
    const { error } = tierSchema(contract).safeParse({ onDemandPerZone: 7 });
    expect(error?.issues.map(({ path }) => path)).toEqual([["onDemandPerZone"]]);
  });
});

const statements = ({ data }: Written): Block[] => data.aws_iam_policy_document?.role_permissions?.statement;
const statement = (module: Written, sid: string): Block => {
  const found = statements(module).find((each) => each.sid === sid);
  if (!found) throw new Error(`The role has no statement ${sid}.`);
  return found;
};
const actions = (module: Written): string[] => statements(module).flatMap((each) => each.actions);
