import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { newRunId } from "../../dr/run-id";
import { projectRoot } from "../../terraform/project-root";

/** Characters that names may have at the most, by type and argument: the limits of AWS's API references. */
const most: Readonly<Record<string, number>> = {
  "aws_lb.name": 32,
  "aws_lb_target_group.name": 32,
  "aws_iam_role.name": 64,
  "aws_lambda_function.function_name": 64,
  "aws_s3_bucket.bucket": 63,
  "aws_elasticache_replication_group.replication_group_id": 40,
  "aws_elasticache_user.user_id": 40,
  "aws_elasticache_user_group.user_group_id": 40,
  "aws_cognito_user_pool_domain.domain": 63,
  "aws_rds_cluster.cluster_identifier": 63,
  "aws_rds_cluster_instance.identifier": 63,
  "aws_backup_vault.name": 50,
  "aws_kinesis_firehose_delivery_stream.name": 64,
  "aws_sqs_queue.name": 80,
};

const folder = join(projectRoot, "__tests__/golden/modules");
type Resources = Record<string, Record<string, Record<string, unknown>>>;

/** `type.argument` and value of every name that a module gives by its run. */
const namesIn = (file: string): [string, string][] => {
  const { resource = {} }: { resource?: Resources } = JSON.parse(readFileSync(join(folder, file), "utf8"));
  return Object.entries(resource).flatMap(([type, all]) =>
    Object.values(all).flatMap((one) =>
      Object.entries(one).flatMap(([argument, value]): [string, string][] =>
        typeof value === "string" && value.startsWith("${var.name_prefix}") ? [[`${type}.${argument}`, value]] : [],
      ),
    ),
  );
};

it("lets every name end within AWS's limits in a recovered region, where the run's id is its first part", () => {
  const names = readdirSync(folder)
    .filter((file) => file.endsWith(".tf.json"))
    .flatMap(namesIn)
    .filter(([what]) => what in most)
    .map(([what, name]): [string, string] => [
      what,
      name
        .replaceAll("${var.name_prefix}", newRunId(new Date()))
        .replaceAll("${data.aws_caller_identity.caller.account_id}", "111122223333"),
    ]);
  expect(names.map(([what]) => what)).toEqual(expect.arrayContaining(["aws_lb.name", "aws_iam_role.name"]));
  expect(names.filter(([what, name]) => name.length > (most[what] ?? 0))).toEqual([]);
});
