import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PutRetentionPolicyCommand } from "@aws-sdk/client-cloudwatch-logs";
import { DescribeSecurityGroupsCommand, RevokeSecurityGroupIngressCommand } from "@aws-sdk/client-ec2";
import { PutRolePolicyCommand } from "@aws-sdk/client-iam";
import { SetQueueAttributesCommand } from "@aws-sdk/client-sqs";
import { PutParameterCommand } from "@aws-sdk/client-ssm";
import { type Aws, connect } from "../../../dr/aws";
import { compareStates } from "../../../dr/parity/compare-states";
import { type StateParity, stateParity } from "../../../dr/parity/state-parity";
import { decidedIn } from "../../../terraform/plan/decided";
import { childEnvironment } from "../../../terraform/process/environments";
import { TerraformRoot } from "../../../terraform/root";
import { shownState } from "../../../terraform/shown-state";
import type { Managed } from "../../../terraform/state";
import { toolchain } from "../../../terraform/toolchain";
import type { GatedAws } from "../../../tools/gate/gated-aws";
import { emptyLocalAws } from "../../support/local-aws";
import { elsewhere, lost } from "./places";
import { inputs, writeRoots } from "./small-region";

const { signal } = new AbortController();
const folder = mkdtempSync(join(tmpdir(), "states-"));
let local: GatedAws;
let source: readonly Managed[];
let result: StateParity;

const root = (name: string) =>
  new TerraformRoot(join(folder, name), {
    terraform: toolchain().terraform,
    environment: childEnvironment(local.environment),
    logFolder: join(folder, "logs"),
  });

async function standUp(): Promise<readonly Managed[]> {
  const region = root("source");
  await region.init(signal);
  await region.applyAtOnce(signal, inputs(lost), []);
  return region.managed(signal);
}

/** Rebuilds the region elsewhere, changes it there, and shows its plan and what became of it. */
async function recoverAndChange() {
  const region = root("recovery");
  const variables = { ...inputs(elsewhere), ephemeral: true };
  await region.init(signal);
  const plan = await region.plan(signal, variables);
  const planned = await region.show(signal, plan);
  await region.apply(signal, plan);
  await change(connect(local.environment, elsewhere.region));
  await region.applyAtOnce(signal, variables, ["-refresh-only"]);
  return { decided: decidedIn(planned), state: shownState(await region.show(signal)) };
}

/** A setting, a permission, a reference and a secret are changed, and a resource is removed. */
async function change({ logs, iam, sqs, ssm, ec2, region }: Aws): Promise<void> {
  await logs.send(new PutRetentionPolicyCommand({ logGroupName: "/run7/api", retentionInDays: 7 }));
  const statement = { Effect: "Allow", Action: "kms:*", Resource: "*" };
  const PolicyDocument = JSON.stringify({ Version: "2012-10-17", Statement: [statement] });
  await iam.send(new PutRolePolicyCommand({ RoleName: "run7-api", PolicyName: "decrypt", PolicyDocument }));
  const deadLetterTargetArn = `arn:aws:sqs:${region}:${elsewhere.account}:run7-orders`;
  const QueueUrl = `${local.endpoint}/${elsewhere.account}/run7-orders`;
  const RedrivePolicy = JSON.stringify({ deadLetterTargetArn, maxReceiveCount: 5 });
  await sqs.send(new SetQueueAttributesCommand({ QueueUrl, Attributes: { RedrivePolicy } }));
  await ssm.send(new PutParameterCommand({ Name: "/run7/login", Value: "battery-staple", Overwrite: true }));
  const Filters = [{ Name: "group-name", Values: ["run7-web"] }];
  const { SecurityGroups: [group] = [] } = await ec2.send(new DescribeSecurityGroupsCommand({ Filters }));
  const { GroupId, IpPermissions } = group ?? {};
  await ec2.send(new RevokeSecurityGroupIngressCommand({ GroupId, IpPermissions }));
}

beforeAll(async () => {
  writeRoots(folder, ["source", "recovery"]);
  local = await emptyLocalAws();
  const [managed, { decided, state }] = await Promise.all([standUp(), recoverAndChange()]);
  source = managed;
  const recovered = { objects: state.managed, place: elsewhere };
  result = stateParity(compareStates({ objects: source, place: lost }, recovered, decided), {
    decided,
    declared: [],
    variables: { ephemeral: "It is destroyed afterwards." },
    isSecret: state.isSecret,
  });
});
afterAll(async () => {
  await local.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe("the states of a region and of its recovery", () => {
  it("differ in what is changed in the recovered region, and in nothing else", () => {
    const found = Object.fromEntries(
      result.differences.map(({ name, setting, source, recovered }) => [`${name} ${setting}`, [source, recovered]]),
    );
    const shop = "module.shop";
    const secret = "(a secret, not shown)";
    expect(found).toEqual({
      [`${shop}.aws_cloudwatch_log_group.api retention_in_days`]: [90, 7],
      [`${shop}.aws_iam_role_policy.api policy.Statement.Action`]: [["kms:Decrypt", "kms:Encrypt"], "kms:*"],
      [`${shop}.aws_iam_role_policy.api policy.Statement.Resource`]: [`<${shop}.aws_kms_key.logs.arn>`, "*"],
      [`${shop}.aws_sqs_queue.orders redrive_policy.deadLetterTargetArn`]: [
        "arn:aws:sqs:<region>:<account>:<prefix>-failed",
        "arn:aws:sqs:<region>:<account>:<prefix>-orders",
      ],
      [`${shop}.aws_ssm_parameter.login value`]: [secret, secret],
      [`${shop}.aws_vpc_security_group_ingress_rule.https exists`]: [true, false],
    });
  });

  it("differ on purpose in what the recovery's variables say", () => {
    expect(result.declared).toEqual([
      {
        type: "aws_s3_bucket",
        name: "module.shop.aws_s3_bucket.code",
        setting: "force_destroy",
        source: false,
        recovered: true,
        reason: "It is destroyed afterwards.",
      },
    ]);
  });

  it("are compared at every address that both have, and what is not is counted", () => {
    expect(result.resources).toBe(source.length - 1);
    const attributes = source.flatMap((one) => Object.keys(one.attributes));
    const removed = source.find(({ type }) => type === "aws_vpc_security_group_ingress_rule");
    const counted = result.notCompared.reduce((sum, { count }) => sum + count, result.attributes);
    expect(counted).toBe(attributes.length - Object.keys(removed?.attributes ?? {}).length);
  });

  it("show no secret", () => {
    expect(JSON.stringify(result)).not.toMatch(/correct-horse|battery-staple/);
  });
});
