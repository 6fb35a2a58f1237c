import { review } from "../../../../tools/review/review";
import { deletesWhatIsNotEmpty } from "../../../../tools/review/rules/deletes-what-is-not-empty";
import { destroysData } from "../../../../tools/review/rules/destroys-data";
import { removesDeletionProtection } from "../../../../tools/review/rules/removes-deletion-protection";
import { shortensDeletionWindow } from "../../../../tools/review/rules/shortens-deletion-window";
import { skipsFinalSnapshot } from "../../../../tools/review/rules/skips-final-snapshot";
import { created, destroyed, forgotten, itJudges, kept, planOf, replaced, updated } from "./plans";

itJudges(destroysData, {
  found: [
    [
      "a database that is replaced without a last snapshot",
      [
        replaced(
          "module.database.aws_rds_cluster.orders",
          { engine: "aurora-mysql", skip_final_snapshot: true },
          { engine: "aurora-postgresql" },
        ),
      ],
      ["critical: The database cluster is deleted and made anew, empty: what is in it is gone."],
    ],
    [
      "a database that leaves a last snapshot",
      [destroyed("aws_db_instance.wiki", { skip_final_snapshot: false })],
      [
        "high: The database is deleted. AWS takes a final snapshot before; what else it has backed up by itself goes with it.",
      ],
    ],
    [
      "a bucket that AWS does not delete as long as it is full",
      [destroyed("aws_s3_bucket.site", { force_destroy: false })],
      ["high: The bucket is deleted. AWS refuses that as long as anything is in it, and the apply fails half-way."],
    ],
    [
      "a bucket that is emptied first",
      [destroyed('aws_s3_bucket.lake["raw"]', { force_destroy: true })],
      ["critical: The bucket is deleted: what is in it is gone."],
    ],
    [
      "a secret that can be restored for a week",
      [destroyed("aws_secretsmanager_secret.api", { recovery_window_in_days: 7 })],
      ["high: The secret is deleted. It can be restored for 7 days; until then, nobody can read it."],
    ],
    [
      "a secret that is gone at once",
      [destroyed("aws_secretsmanager_secret.api", { recovery_window_in_days: 0 })],
      ["critical: The secret is deleted: what is in it is gone."],
    ],
    [
      "a table that can be restored to a point in time",
      [destroyed("aws_dynamodb_table.carts", { point_in_time_recovery: [{ enabled: true }] })],
      [
        "high: The table is deleted. AWS keeps a last backup of it for 35 days, since it can be restored to a point in time.",
      ],
    ],
    [
      "messages on their way",
      [replaced("aws_sqs_queue.jobs", { fifo_queue: false }, { fifo_queue: true })],
      ["high: The queue is deleted and made anew, empty: what is in it is gone."],
    ],
  ],
  well: [
    ["a database that changes in place", [updated("aws_rds_cluster.orders", { port: 5432 }, { port: 5433 })]],
    ["what holds no data", [destroyed("aws_lb.web", {})]],
    [
      "a log group that stays when Terraform leaves it",
      [destroyed("aws_cloudwatch_log_group.audit", { skip_destroy: true })],
    ],
    ["a bucket that nobody manages any more", [forgotten("aws_s3_bucket.site", {})]],
  ],
  unknown: "nothing that it looks at can be unknown",
});

const nothingLeft = "When it is destroyed, nothing is left of its data.";
itJudges(skipsFinalSnapshot, {
  found: [
    [
      "a cluster that is no longer saved",
      [updated("aws_docdb_cluster.catalog", { skip_final_snapshot: false }, { skip_final_snapshot: true })],
      [`high skip_final_snapshot: Skipping the final snapshot is turned on. ${nothingLeft}`],
    ],
    [
      "a cache whose snapshot has no name any more",
      [
        updated(
          "aws_elasticache_replication_group.sessions",
          { final_snapshot_identifier: "last" },
          { final_snapshot_identifier: null },
        ),
      ],
      [`high final_snapshot_identifier: The name of the final snapshot is removed. ${nothingLeft}`],
    ],
  ],
  well: [
    [
      "a cluster that is still saved",
      [updated("aws_docdb_cluster.catalog", { skip_final_snapshot: false }, { port: 1 })],
    ],
    ["one that never was", [updated("aws_db_instance.wiki", { skip_final_snapshot: true }, { port: 1 })]],
    ["a throw-away that is made", [created("aws_db_instance.trial", { skip_final_snapshot: true })]],
  ],
  unknown: [
    [
      "whether it is saved",
      [
        updated(
          "aws_db_instance.wiki",
          { skip_final_snapshot: false },
          {},
          { skip_final_snapshot: ["local.short_lived"] },
        ),
      ],
      ["not known: skip_final_snapshot, by local.short_lived"],
    ],
  ],
});

const withContent = "A destroy or a replacement of it then takes its content along.";
itJudges(deletesWhatIsNotEmpty, {
  found: [
    [
      "a bucket that may be deleted when it is full",
      [updated("aws_s3_bucket.lake", { force_destroy: false }, { force_destroy: true })],
      [`high force_destroy: Deleting it with all that is in it is turned on. ${withContent}`],
    ],
    [
      "a repository of images that is made so",
      [created("aws_ecr_repository.app", { force_delete: true })],
      [`low force_delete: Deleting it with all that is in it is on. ${withContent}`],
    ],
  ],
  well: [
    [
      "a bucket that must be empty",
      [updated("aws_s3_bucket.lake", { force_destroy: false }, { tags: { team: "data" } })],
    ],
    ["one that need not be, as before", [kept("aws_s3_bucket.lake", { force_destroy: true })]],
  ],
  unknown: [
    [
      "whether it must be empty",
      [created("aws_backup_vault.copies", {}, { force_destroy: ["var.ephemeral"] })],
      ["not known: force_destroy, by var.ephemeral"],
    ],
  ],
});

const gone = "After that, nothing brings it back, nor what only it can open.";
itJudges(shortensDeletionWindow, {
  found: [
    [
      "a secret that is gone at once",
      [updated("aws_secretsmanager_secret.api", { recovery_window_in_days: 30 }, { recovery_window_in_days: 0 })],
      [
        `medium recovery_window_in_days: Days in which a deleted secret can be restored: 0 days instead of 30 days. ${gone}`,
      ],
    ],
    [
      "a secret that is made so",
      [created("aws_secretsmanager_secret.api", { recovery_window_in_days: 0 })],
      [`low recovery_window_in_days: Days in which a deleted secret can be restored: 0 days. ${gone}`],
    ],
  ],
  well: [
    ["a longer window", [updated("aws_kms_key.data", { deletion_window_in_days: 7 }, { deletion_window_in_days: 30 })]],
    [
      "the window that AWS takes",
      [updated("aws_kms_key.data", { deletion_window_in_days: 30 }, { deletion_window_in_days: null })],
    ],
  ],
  unknown: [
    [
      "a window that is not known yet",
      [
        updated(
          "aws_kms_key.data",
          { deletion_window_in_days: 30 },
          {},
          { deletion_window_in_days: ["data.external.window.result"] },
        ),
      ],
      ["not known: deletion_window_in_days, by data.external.window.result"],
    ],
  ],
});

const goesThrough = "A destroy that nobody meant goes through then.";
itJudges(removesDeletionProtection, {
  found: [
    [
      "protection of a database that is turned off",
      [updated("aws_rds_cluster.orders", { deletion_protection: true }, { deletion_protection: false })],
      [`high deletion_protection: Deletion protection is turned off. ${goesThrough}`],
    ],
    [
      "protection that is left out of the configuration",
      [
        updated(
          "aws_dynamodb_table.jobs",
          { deletion_protection_enabled: true },
          { deletion_protection_enabled: null },
        ),
      ],
      [`high deletion_protection_enabled: Deletion protection is turned off. ${goesThrough}`],
    ],
    [
      "a pool of users that is made without it",
      [created("aws_cognito_user_pool.players", { deletion_protection: "INACTIVE" })],
      [`low deletion_protection: Deletion protection is "INACTIVE". ${goesThrough}`],
    ],
  ],
  well: [
    [
      "what stays protected",
      [updated("aws_rds_cluster.orders", { deletion_protection: true }, { engine_version: "16.4" })],
    ],
    ["what was not protected before", [updated("aws_db_instance.wiki", { deletion_protection: false }, { port: 1 })]],
    [
      "what becomes protected",
      [updated("aws_db_instance.wiki", { deletion_protection: false }, { deletion_protection: true })],
    ],
    ["what does not change", [kept("aws_db_instance.wiki", { deletion_protection: false })]],
    ["what is destroyed, which is another rule's", [destroyed("aws_db_instance.wiki", { deletion_protection: true })]],
  ],
  unknown: [
    [
      "protection that something else decides",
      [
        updated(
          "aws_db_instance.wiki",
          { deletion_protection: true },
          {},
          { deletion_protection: ["data.aws_ssm_parameter.safe.value", "data.aws_ssm_parameter.safe"] },
        ),
      ],
      ["not known: deletion_protection, by data.aws_ssm_parameter.safe.value"],
    ],
  ],
});

describe("what can be done where only a number or a key of a resource is another one", () => {
  const wayOut = (...entries: Parameters<typeof planOf>[0]) =>
    review([{ root: "root", json: planOf(entries) }]).findings.filter(({ rule }) => rule === "destroys-data")[0]
      ?.wayOut;

  it("is for_each, where places in a list have shifted", () => {
    expect(wayOut(replaced("aws_sqs_queue.it[1]", { name: "a" }, { name: "b" }))).toContain("for_each over names");
  });

  it("is a moved block, where one of the same address but for its keys is made", () => {
    const bucket = (team: string) => `module.team["${team}"].aws_s3_bucket.files`;
    const gone = destroyed(bucket("payments"), { arn: "arn:aws:s3:::a" });
    expect(wayOut(gone, created(bucket("billing"), {}))).toMatch(
      /^If it is the same as module\.team\["billing"\]\.aws_s3_bucket\.files, a moved block/,
    );
    expect(wayOut(gone)).toMatch(/^Keep it/);
    expect(wayOut(gone, created(bucket("billing"), {}), created(bucket("search"), {}))).toMatch(/^Keep it/);
  });
});
