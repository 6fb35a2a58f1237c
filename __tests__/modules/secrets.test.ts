import { SecretsTier } from "../../modules/secrets/tier";
import { all, written } from "../support/module";

const secrets = written(
  SecretsTier,
  { names: ["payment-key", "mail-login"] },
  { replicaRegions: ["eu-west-1", "eu-central-1"] },
);

it("makes each secret that a region file names, under one name in every region", () => {
  expect(all(secrets, "aws_secretsmanager_secret").map(([, { name }]) => name)).toEqual([
    "shop/payment-key",
    "shop/mail-login",
  ]);
});

it("gives none a value: people set it, and no plan or state has it", () => {
  expect(Object.keys(secrets.resource)).toEqual(["aws_secretsmanager_secret"]);
  expect(secrets.ephemeral ?? {}).toEqual({});
});

it("has a replica of each where the shop runs or is rebuilt, under a key of that region", () => {
  for (const [, { replica, kms_key_id }] of all(secrets, "aws_secretsmanager_secret")) {
    expect(kms_key_id).toBe("${data.aws_kms_alias.key.target_key_arn}");
    expect(replica).toEqual(
      ["eu-west-1", "eu-central-1"].map((region) => ({
        region,
        kms_key_id: `\${var.key_aliases["${region}"]}`,
      })),
    );
  }
});

it("can bring one back for 30 days after it was taken away, but in a drill", () => {
  for (const [, secret] of all(secrets, "aws_secretsmanager_secret"))
    expect(secret.recovery_window_in_days).toBe("${var.ephemeral ? 0 : 30}");
});
