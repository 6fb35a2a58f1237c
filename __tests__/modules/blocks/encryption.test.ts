import { SecurityTier } from "../../../modules/security/tier";
import { StandbyTier } from "../../../modules/standby/tier";
import { StateTier } from "../../../modules/state/tier";
import { all, written } from "../../support/module";
import { statements, wants } from "../../support/statements";

const modules = { security: written(SecurityTier), state: written(StateTier), standby: written(StandbyTier) };
const keys = Object.entries(modules).flatMap(([tier, module]) =>
  all(module, "aws_kms_key").map(([name, key]) => ({ tier, name, key, module })),
);
const useOfData = /^kms:(Decrypt|Encrypt|GenerateDataKey|ReEncrypt|CreateGrant|\*|Create\*|Generate)/;

describe.each(keys)("key $name of $tier", ({ name, key, module }) => {
  it("rotates", () => {
    expect(key.enable_key_rotation).toBe(true);
  });

  it("has a name for people", () => {
    const aliases = all(module, "aws_kms_alias").map(([, alias]) => alias.target_key_id);
    expect(aliases).toContain(`\${aws_kms_key.${name}.key_id}`);
  });

  it("has the policy that is written for it", () => {
    expect(key.policy).toBe(`\${data.aws_iam_policy_document.${name}_key.json}`);
  });

  it("can be administered, but not used, by whom IAM alone allows", () => {
    const [administration, ...others] = statements(module, `${name}_key`);
    expect(administration?.actions).toEqual(expect.arrayContaining(["kms:PutKeyPolicy", "kms:ScheduleKeyDeletion"]));
    expect(administration?.actions.filter((action: string) => useOfData.test(action))).toEqual([]);
    expect(others.filter(({ actions }) => actions.includes("kms:PutKeyPolicy"))).toEqual([]);
  });

  it("is used by the account through named services or by a named role only, and only by the account", () => {
    const [, ...uses] = statements(module, `${name}_key`);
    const byAccount = uses.filter(({ principals }) => JSON.stringify(principals).includes(":root"));
    for (const use of byAccount) {
      expect([...wants(use, "kms:ViaService"), ...wants(use, "aws:PrincipalArn")]).not.toEqual([]);
      expect(wants(use, "kms:CallerAccount")).toEqual(["${local.account}"]);
    }
  });

  it("is never handed on but to AWS's own resources, and to Fargate for reading what a task wrote", () => {
    const grants = statements(module, `${name}_key`).filter(
      (grant) => grant.actions.includes("kms:CreateGrant") && wants(grant, "kms:GrantOperations").join() !== "Decrypt",
    );
    expect(grants.map((grant) => wants(grant, "kms:GrantIsForAWSResource"))).toEqual(grants.map(() => ["true"]));
  });

  it("admits no AWS service without saying for whom", () => {
    const services = statements(module, `${name}_key`).filter(({ principals }) => principals[0].type === "Service");
    for (const use of services) {
      const narrowing = [
        "aws:SourceAccount",
        "kms:EncryptionContext:aws:ecs:clusterAccount",
        "kms:EncryptionContext:aws:logs:arn",
        "kms:EncryptionContext:aws:sns:topicArn",
      ];
      const narrowed = narrowing.flatMap((key) => wants(use, key));
      expect(narrowed.join()).toContain("${local.account}");
    }
  });
});
