import { AccountTier } from "../../modules/account/tier";
import {
  changingWorkflows,
  subjectsOf,
  type Workflow,
  workflowRoleName,
  workflows,
} from "../../modules/account/workflows/contract";
import { boundaryName } from "../../modules/core/names";
import { all, type Written, written } from "../support/module";
import { policy } from "../support/policy";
import { statements, wants } from "../support/statements";

const regions = ["eu-west-1", "us-east-1"];
const account = (config = {}, runsTasks = false): Written => written(AccountTier, config, { regions, runsTasks });
const services = (module: Written): string[] =>
  all(module, "aws_iam_service_linked_role").map(([, role]) => role.aws_service_name);
const withWorkflows = { githubRepository: "example/shop", workflows: [...workflows] };
const withIds = { ...withWorkflows, githubRepositoryIds: "123456/456789" };
const github = "token.actions.githubusercontent.com";

describe("account", () => {
  it("holds the service-linked roles that the platform's services work with", () => {
    expect(services(account()).sort()).toEqual([
      "access-analyzer.amazonaws.com",
      "autoscaling.amazonaws.com",
      "backup.amazonaws.com",
      "config.amazonaws.com",
      "elasticloadbalancing.amazonaws.com",
      "guardduty.amazonaws.com",
      "rds.amazonaws.com",
      "replication.ecr.amazonaws.com",
    ]);
  });

  it("holds those of ECS, too, where some region runs containers on it", () => {
    const more = services(account({}, true)).filter((service) => !services(account()).includes(service));
    expect(more.sort()).toEqual(["ecs.amazonaws.com", "ecs.application-autoscaling.amazonaws.com"]);
  });

  it("looks up those that the account has already, of which AWS refuses a second one", () => {
    const module = account({ existingServiceRoles: ["config.amazonaws.com"] });
    expect(services(module)).not.toContain("config.amazonaws.com");
    expect(module.data.aws_iam_role?.config?.name).toBe("AWSServiceRoleForConfig");
    expect(module.output.config_service_role_arn?.value).toBe("${data.aws_iam_role.config.arn}");
  });

  it("keeps every role out of IAM, of what watches, and of regions that the account does not work in", () => {
    const [allowed, destroys, switches, region] = statements(account(), "boundary_policy");
    expect(allowed?.not_actions).toEqual(
      expect.arrayContaining(["iam:*", "organizations:*", "cloudtrail:*", "config:*", "guardduty:*"]),
    );
    expect(destroys).toMatchObject({ effect: "Deny" });
    expect(destroys?.actions).toEqual(expect.arrayContaining(["kms:ScheduleKeyDeletion", "s3:DeleteBucket*"]));
    expect(region).toMatchObject({ effect: "Deny" });
    expect(wants(region ?? {}, "aws:RequestedRegion")).toEqual(regions);
    expect(switches).toMatchObject({ effect: "Deny", actions: ["cloudwatch:PutMetricData"] });
    expect(switches?.condition).toEqual([
      { test: "StringEquals", variable: "cloudwatch:namespace", values: ["shop/failover"] },
    ]);
  });

  it("admits no workflow until a repository is named", () => {
    expect(account().resource).not.toHaveProperty("aws_iam_openid_connect_provider");
    expect(account().resource).not.toHaveProperty("aws_iam_role");
  });

  it.each<[Workflow, string, string[]]>([
    ["plan", "environment:plan-${var.environment}", []],
    ["apply", "environment:apply-${var.environment}", ["refs/heads/main"]],
    ["drill", "environment:drill-${var.environment}", ["refs/heads/main"]],
  ])("lets %s be taken on by %s of the repository, and by nobody else", (role, subject, ref) => {
    const [trust = {}, ...others] = statements(account(withWorkflows), `${role}_trust`);
    expect(others).toEqual([]);
    expect(trust.actions).toEqual(["sts:AssumeRoleWithWebIdentity"]);
    expect(wants(trust, `${github}:aud`)).toEqual(["sts.amazonaws.com"]);
    expect(wants(trust, `${github}:sub`)).toEqual([`repo:\${var.workflow_repository}:${subject}`]);
    expect(wants(trust, `${github}:ref`)).toEqual(ref);
    expect(wants(trust, `${github}:job_workflow_ref`)).toEqual(
      ref.map((main) => `\${var.workflow_repository}/.github/workflows/${role}.yml@${main}`),
    );
  });

  it.each(workflows)("binds %s to GitHub's ids where they are known, whichever form its tokens have", (role) => {
    const [trust = {}] = statements(account(withIds), `${role}_trust`);
    expect(wants(trust, `${github}:repository_id`)).toEqual(["${var.workflow_repository_id}"]);
    const subjects = wants(trust, `${github}:sub`).map((subject) =>
      subject
        .replace("${var.workflow_repository}", "example/shop")
        .replace("${var.workflow_repository_with_ids}", "example@123456/shop@456789")
        .replace("${var.environment}", "prod"),
    );
    expect(subjects).toEqual(subjectsOf(role, "prod", { ...withIds }));
    expect(subjects[1]).toMatch(/^repo:example@123456\/shop@456789:environment:\w+-prod$/);
  });

  it("looks up GitHub's provider where others made it, and then makes none", () => {
    const module = account({ ...withWorkflows, githubProvider: "existing" });
    expect(module.resource).not.toHaveProperty("aws_iam_openid_connect_provider");
    const [trust] = statements(module, "plan_trust");
    expect(trust?.principals).toEqual([
      { type: "Federated", identifiers: ["${data.aws_iam_openid_connect_provider.github.arn}"] },
    ]);
    expect(module.data.aws_iam_openid_connect_provider?.github?.url).toBe(
      "https://token.actions.githubusercontent.com",
    );
  });

  it("has the roles of the workflows that the region file names, and no other", () => {
    const made = (config: object) => Object.keys(account(config).resource.aws_iam_role ?? {});
    expect(made({ ...withWorkflows, workflows: ["plan"] })).toEqual(["plan"]);
    expect(account({ ...withWorkflows, workflows: [] }).resource).not.toHaveProperty("aws_iam_openid_connect_provider");
  });

  it("tells which of its roles change something, so that keys admit them", () => {
    for (const used of [["apply"], ["plan", "apply", "drill"]] as const) {
      const config = { ...withWorkflows, workflows: [...used] };
      const made = Object.values(account(config).resource.aws_iam_role ?? {}).map(({ name }) => name);
      expect(changingWorkflows(config).map(workflowRoleName)).toEqual(
        made.filter((name) => name !== workflowRoleName("plan")),
      );
    }
    expect(changingWorkflows({ githubRepository: null, workflows })).toEqual([]);
  });

  it("lets an apply make roles under the platform's path and within the boundary only, and never take it off", () => {
    const module = account(withWorkflows);
    const making = statements(module, "apply_permissions").find(({ actions }) => actions.includes("iam:CreateRole"));
    expect(making?.resources).toEqual([expect.stringMatching(/:role\/shop\/\*$/)]);
    expect(wants(making ?? {}, "iam:PermissionsBoundary")[0]).toMatch(new RegExp(`:policy/${boundaryName}$`));
    const never = statements(module, "apply_permissions").filter(({ effect }) => effect === "Deny");
    expect(never.flatMap(({ actions }) => actions)).toContain("iam:DeleteRolePermissionsBoundary");
  });

  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html: without spaces
  it("has policies that are as short as IAM wants them", () => {
    const module = account(withWorkflows);
    const values = { "var.environment": "staging" };
    const lengthOf = (document: string) => JSON.stringify(policy(module, document, values)).length;
    for (const name of Object.keys(module.resource.aws_iam_policy ?? {}))
      expect(lengthOf(name === "boundary" ? "boundary_policy" : `${name}_permissions`)).toBeLessThan(6_144);
    for (const name of workflows) expect(lengthOf(`${name}_permissions`)).toBeLessThan(10_240);
  });

  it("subscribes to Shield Advanced only where its price is named", () => {
    expect(account().resource).not.toHaveProperty("aws_shield_subscription");
    const paid = account({ shieldAdvanced: "for 3,000 USD a month, for a year at least" });
    expect(all(paid, "aws_shield_subscription")).toHaveLength(1);
  });
});
