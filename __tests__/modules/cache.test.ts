import { CacheTier } from "../../modules/cache/tier";
import { NetworkTier } from "../../modules/network/tier";
import { all, type Block, written } from "../support/module";
import { statements } from "../support/statements";

const tier = written(CacheTier, { nodeCount: 3 });
const nodes = tier.resource.aws_elasticache_replication_group?.nodes as Block;

describe("the cache", () => {
  it("survives the loss of a zone", () => {
    expect(nodes).toMatchObject({ automatic_failover_enabled: true, multi_az_enabled: true, num_cache_clusters: 3 });
  });

  it("is encrypted at rest under its own key, and in transit without exception", () => {
    expect(nodes).toMatchObject({
      at_rest_encryption_enabled: "true",
      kms_key_id: "${aws_kms_key.cache.arn}",
      transit_encryption_enabled: true,
      transit_encryption_mode: "required",
    });
  });

  it("has no password: its one user logs in with IAM, by one name, and cannot administer it", () => {
    const [[, user], ...others] = all(tier, "aws_elasticache_user") as [[string, Block]];
    expect(others).toEqual([]);
    expect(user).toMatchObject({ authentication_mode: { type: "iam" }, user_id: user.user_name });
    expect(user.access_string).toContain("-@admin -@dangerous");
    expect(JSON.stringify(tier.resource)).not.toMatch(/auth_token|passwords/);
  });

  it("lets the api's role log in, as this user to this cache only", () => {
    expect(statements(tier, "log_in")).toEqual([
      expect.objectContaining({
        actions: ["elasticache:Connect"],
        resources: ["${aws_elasticache_replication_group.nodes.arn}", "${aws_elasticache_user.api.arn}"],
      }),
    ]);
    expect(tier.resource.aws_iam_role_policy?.api_logs_in?.role).toBe("${basename(var.api_role_arn)}");
  });

  it("watches of each node what hurts, and not that its memory is full, which is what it is for", () => {
    const alarms = all(tier, "aws_cloudwatch_metric_alarm").map(([, alarm]) => alarm);
    const first = alarms.filter(({ dimensions }) => dimensions.CacheClusterId.endsWith("-001"));
    expect(first.map(({ metric_name }) => metric_name)).toEqual([
      ...["EngineCPUUtilization", "CPUUtilization", "Evictions", "SwapUsage", "CurrConnections", "ReplicationLag"],
      "AuthenticationFailures",
    ]);
    expect(first[2]?.threshold).toBe("${var.max_evictions_per_minute}");
    expect(alarms).toHaveLength(3 * first.length);
    expect(alarms.map(({ dimensions }) => dimensions.CacheClusterId)).toContain("${var.name_prefix}-cache-003");
  });

  it("is reached by the api only, by security group and by network ACL", () => {
    const network = written(NetworkTier, { cidr: "10.0.0.0/16" }, { optionalTiers: ["cache"] });
    const into = all(network, "aws_vpc_security_group_ingress_rule")
      .map(([, rule]) => rule)
      .filter(({ security_group_id }) => security_group_id === "${aws_security_group.cache.id}");
    expect(into).toEqual([
      expect.objectContaining({ from_port: 6379, referenced_security_group_id: "${aws_security_group.api.id}" }),
    ]);
    const entries: Block[] = network.resource.aws_network_acl?.app_to_data?.ingress;
    expect(entries.map(({ from_port }) => from_port)).toEqual([5432, 5432, 5432, 6379, 6379, 6379]);
  });
});

it("has neither group nor entry in a network without a cache", () => {
  const network = written(NetworkTier, { cidr: "10.0.0.0/16" }, { optionalTiers: [] });
  expect(network.resource.aws_security_group).not.toHaveProperty("cache");
  expect(network.output.cache_group_ids?.value).toEqual([]);
});
