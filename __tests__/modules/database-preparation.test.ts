import { preparationName } from "../../modules/database/contract";
import { DatabaseTier } from "../../modules/database/tier";
import { securityContract } from "../../modules/security/contract";
import { tierSchema } from "../../regions/schema/tier-schema";
import { type Block, written } from "../support/module";
import { statements } from "../support/statements";

const aurora = written(DatabaseTier);
const rds = written(DatabaseTier, { engine: "rds" });
const global = written(DatabaseTier, { engine: "global", copiedTo: ["eu-west-3"] });
const functionOf = (tier: typeof aurora): Block => tier.resource.aws_lambda_function?.preparation as Block;

describe("the function that prepares the database", () => {
  it("runs in the app subnets, in the group that reaches the database, with encrypted variables and a log before it", () => {
    expect(functionOf(aurora)).toMatchObject({
      vpc_config: { subnet_ids: "${var.app_subnet_ids}", security_group_ids: ["${var.preparation_group_id}"] },
      kms_key_arn: "${var.volumes_key_arn}",
      depends_on: ["aws_cloudwatch_log_group.preparation_log"],
    });
    expect(aurora.output.log_group_names?.value).toContain("${aws_cloudwatch_log_group.preparation_log.name}");
  });

  it("verifies the database's certificate by the authorities that Lambda's runtime has", () => {
    expect(functionOf(aurora).environment.variables.NODE_EXTRA_CA_CERTS).toBe("/var/runtime/ca-cert.pem");
  });

  it.each([
    ["Aurora", aurora, "aws_rds_cluster.orders.endpoint", "aws_rds_cluster.orders.database_name"],
    ["RDS", rds, "aws_db_instance.orders.address", "aws_db_instance.orders.db_name"],
    ["a global database", global, "aws_rds_cluster.orders.endpoint", "aws_rds_cluster.orders.database_name"],
  ])("is told where the writer of %s is, and what the database is called there, a restored one too", (...given) => {
    const [, tier, host, name] = given;
    expect(functionOf(tier).environment.variables).toMatchObject({
      DATABASE_HOST: `\${${host}}`,
      DATABASE_NAME: `\${${name}}`,
      SECRET_ARN: tier.output.secret_arn?.value,
    });
    expect(functionOf(tier).source_code_hash).toBe(functionOf(aurora).source_code_hash);
  });

  it("reads the secret of this database, and no other", () => {
    for (const tier of [aurora, rds, global]) {
      const [read] = statements(tier, "preparation_role_permissions");
      expect(read).toMatchObject({
        actions: ["secretsmanager:GetSecretValue"],
        resources: ["${local.preparation_secret}"],
      });
      expect(tier.locals.preparation_secret).toBe(tier.output.secret_arn?.value);
    }
  });

  it("has a policy that Terraform does not read anew when only the database changes", () => {
    for (const tier of [aurora, rds, global])
      expect(JSON.stringify(tier.data)).not.toMatch(/aws_(rds_cluster|db_instance)\./);
  });

  it("has a role that the policy of the secrets key admits, and no other does", () => {
    const { secretReaderRoleNames } = tierSchema(securityContract).parse({}) as { secretReaderRoleNames: string[] };
    expect(secretReaderRoleNames.map((name) => `\${var.name_prefix}-${name}`)).toEqual([
      preparationName("${var.name_prefix}"),
    ]);
    expect(aurora.resource.aws_iam_role?.preparation_role?.name).toBe(preparationName("${var.name_prefix}"));
  });

  it("is where the database can be written to: not beside a replica", () => {
    const replica = written(DatabaseTier, { engine: "replica", primaryRegion: "eu-west-1" }, { globalIdentifier: "x" });
    expect(replica.resource).not.toHaveProperty("aws_lambda_function");
  });
});
