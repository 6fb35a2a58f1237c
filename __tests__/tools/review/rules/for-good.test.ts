import { bindsForGood } from "../../../../tools/review/rules/binds-for-good";
import { forgetsResources } from "../../../../tools/review/rules/forgets-resources";
import { restartsAtOnce } from "../../../../tools/review/rules/restarts-at-once";
import { upgradesForGood } from "../../../../tools/review/rules/upgrades-for-good";
import { created, destroyed, forgotten, itJudges, updated } from "./plans";

itJudges(restartsAtOnce, {
  found: [
    [
      "a database that changes at once",
      [
        updated(
          "aws_db_instance.wiki",
          { apply_immediately: true, instance_class: "db.r6g.large", storage_type: "gp2" },
          { instance_class: "db.r6g.xlarge", storage_type: "gp3" },
        ),
      ],
      ["medium instance_class: The apply interrupts it: instance_class and storage_type change at once."],
    ],
    [
      "an instance, which has no window",
      [updated("aws_instance.build", { instance_type: "m5.large" }, { instance_type: "m7i.large" })],
      ["medium instance_type: The apply interrupts it: instance_type changes at once."],
    ],
    [
      "a version that is known later",
      [
        updated(
          "aws_rds_cluster.orders",
          { apply_immediately: true, engine_version: "16.4" },
          {},
          { engine_version: ["data.aws_rds_engine_version.next.version"] },
        ),
      ],
      ["medium engine_version: The apply interrupts it: engine_version changes at once."],
    ],
  ],
  well: [
    [
      "a database that waits for its window",
      [
        updated(
          "aws_db_instance.wiki",
          { apply_immediately: false, instance_class: "db.r6g.large" },
          { instance_class: "db.r6g.xlarge" },
        ),
      ],
    ],
    [
      "a change that interrupts nothing",
      [
        updated(
          "aws_db_instance.wiki",
          { apply_immediately: true, deletion_protection: false },
          { deletion_protection: true },
        ),
      ],
    ],
  ],
  unknown: "nothing that it looks at can be unknown",
});

itJudges(upgradesForGood, {
  found: [
    [
      "a major version of PostgreSQL",
      [
        updated(
          "aws_rds_cluster.orders",
          { engine: "aurora-postgresql", engine_version: "15.4" },
          { engine_version: "16.4" },
        ),
      ],
      ["high engine_version: It goes from 15.4 to 16.4, and cannot go back: only a backup from before can."],
    ],
    [
      "a major version of MySQL",
      [updated("aws_db_instance.wiki", { engine: "mysql", engine_version: "8.0.35" }, { engine_version: "8.4.3" })],
      ["high engine_version: It goes from 8.0.35 to 8.4.3, and cannot go back: only a backup from before can."],
    ],
    [
      "a minor version of Kubernetes, which is a step",
      [updated("aws_eks_cluster.main", { version: "1.31" }, { version: "1.32" })],
      ["high version: It goes from 1.31 to 1.32, and cannot go back: only a backup from before can."],
    ],
  ],
  well: [
    [
      "a minor version of PostgreSQL",
      [
        updated(
          "aws_rds_cluster.orders",
          { engine: "aurora-postgresql", engine_version: "16.2" },
          { engine_version: "16.4" },
        ),
      ],
    ],
    [
      "a patch of MySQL",
      [updated("aws_db_instance.wiki", { engine: "mysql", engine_version: "8.0.35" }, { engine_version: "8.0.39" })],
    ],
    ["a new one", [created("aws_eks_cluster.main", { version: "1.32" })]],
  ],
  unknown: [
    [
      "which version",
      [updated("aws_eks_cluster.main", { version: "1.31" }, {}, { version: ["local.version"] })],
      ["not known: version, by local.version"],
    ],
  ],
});

itJudges(bindsForGood, {
  found: [
    [
      "a lock that closes after three days",
      [created("aws_backup_vault_lock_configuration.copies", { changeable_for_days: 3, min_retention_days: 7 })],
      ["medium: After 3 days nobody can take the lock off, delete the vault, or delete a backup before its time."],
    ],
    [
      "objects that nobody can delete",
      [
        updated(
          "aws_s3_bucket_object_lock_configuration.trail",
          { rule: [{ default_retention: [{ mode: "GOVERNANCE" }] }] },
          { rule: [{ default_retention: [{ mode: "COMPLIANCE" }] }] },
        ),
      ],
      ["medium: What is put into the bucket can be deleted by nobody before its time."],
    ],
  ],
  well: [
    [
      "a lock that somebody may take off",
      [created("aws_backup_vault_lock_configuration.copies", { changeable_for_days: null, min_retention_days: 7 })],
    ],
    [
      "one that is closed already",
      [
        updated(
          "aws_backup_vault_lock_configuration.copies",
          { changeable_for_days: 3, min_retention_days: 7 },
          { min_retention_days: 14 },
        ),
      ],
    ],
  ],
  unknown: "nothing that it looks at can be unknown",
});

itJudges(forgetsResources, {
  found: [
    [
      "a table that nobody manages any more",
      [forgotten("aws_dynamodb_table.carts", {})],
      ["medium: It stays as it is, and nobody manages it any more: no plan, drift check or recovery knows it."],
    ],
    [
      "a record that nobody manages any more",
      [forgotten("aws_route53_record.www", { name: "www" })],
      ["low: It stays as it is, and nobody manages it any more: no plan, drift check or recovery knows it."],
    ],
  ],
  well: [["a table that is destroyed", [destroyed("aws_dynamodb_table.carts", {})]]],
  unknown: "nothing that it looks at can be unknown",
});
