import { applyingRoleNames, workflowRoleName } from "../../modules/account/contract";
import { AccountTier } from "../../modules/account/tier";
import { boundaryName } from "../../modules/core/names";
import { all, type Written, written } from "../support/module";
import { statements, wants } from "../support/statements";

const regions = ["eu-west-1", "us-east-1"];
const account = (config = {}, runsTasks = false): Written => written(AccountTier, config, { regions, runsTasks });
const services = (module: Written): string[] =>
  all(module, "aws_iam_service_linked_role").map(([, role]) => role.aws_service_name);
const withWorkflows = { githubRepository: "example/shop" };

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

  it("keeps every role out of IAM, of what watches, and of regions that the account does not work in", () => {
    const [allowed, destroys, region] = statements(account(), "boundary_policy");
    expect(allowed?.not_actions).toEqual(
      expect.arrayContaining(["iam:*", "organizations:*", "cloudtrail:*", "config:*", "guardduty:*"]),
    );
    expect(destroys).toMatchObject({ effect: "Deny" });
    expect(destroys?.actions).toEqual(expect.arrayContaining(["kms:ScheduleKeyDeletion", "s3:DeleteBucket*"]));
    expect(region).toMatchObject({ effect: "Deny" });
    expect(wants(region ?? {}, "aws:RequestedRegion")).toEqual(regions);
  });

  it("admits no workflow until a repository is named", () => {
    expect(account().resource).not.toHaveProperty("aws_iam_openid_connect_provider");
    expect(account().resource).not.toHaveProperty("aws_iam_role");
  });

  it.each([
    ["plan", "pull_request"],
    ["apply", "environment:apply"],
    ["drill", "environment:drill"],
  ])("lets %s be taken on by %s of the repository, and by nobody else", (role, subject) => {
    const [trust, ...others] = statements(account({ ...withWorkflows, drillRole: true }), `${role}_trust`);
    expect(others).toEqual([]);
    expect(trust?.actions).toEqual(["sts:AssumeRoleWithWebIdentity"]);
    expect(wants(trust ?? {}, "token.actions.githubusercontent.com:sub")).toEqual([
      `repo:\${var.workflow_repository}:${subject}`,
    ]);
    expect(wants(trust ?? {}, "token.actions.githubusercontent.com:aud")).toEqual(["sts.amazonaws.com"]);
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

  it("has a role for drills only where the region file says so", () => {
    expect(Object.keys(account(withWorkflows).resource.aws_iam_role ?? {})).toEqual(["plan", "apply"]);
  });

  it("tells which of its roles apply Terraform, so that keys admit them", () => {
    const made = (config: object) =>
      Object.values(account(config).resource.aws_iam_role ?? {}).flatMap(({ name }) =>
        name === workflowRoleName("plan") ? [] : name,
      );
    for (const drillRole of [false, true])
      expect(applyingRoleNames({ ...withWorkflows, drillRole })).toEqual(made({ ...withWorkflows, drillRole }));
    expect(applyingRoleNames({ githubRepository: null, drillRole: true })).toEqual([]);
  });

  it("lets an apply make roles within the boundary only, and never take it off", () => {
    const module = account(withWorkflows);
    const making = statements(module, "apply_permissions").find(({ actions }) => actions.includes("iam:CreateRole"));
    expect(wants(making ?? {}, "iam:PermissionsBoundary")[0]).toMatch(new RegExp(`:policy/${boundaryName}$`));
    const never = statements(module, "apply_permissions").filter(({ effect }) => effect === "Deny");
    expect(never.flatMap(({ actions }) => actions)).toContain("iam:DeleteRolePermissionsBoundary");
  });

  it("subscribes to Shield Advanced only where its price is named", () => {
    expect(account().resource).not.toHaveProperty("aws_shield_subscription");
    const paid = account({ shieldAdvanced: "for 3,000 USD a month, for a year at least" });
    expect(all(paid, "aws_shield_subscription")).toHaveLength(1);
  });
});
