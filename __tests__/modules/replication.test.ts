import { ReplicationTier } from "../../modules/replication/tier";
import { all, written } from "../support/module";

const tier = written(ReplicationTier, {}, { sources: { "eu-west-1": "prod-eu-west-1-orders" } });

describe("replication", () => {
  it("keeps the automated backups of each source under the standby's key, which needs nothing of the other region", () => {
    expect(all(tier, "aws_db_instance_automated_backups_replication")).toEqual([
      [
        "eu_west_1",
        {
          source_db_instance_arn: expect.stringMatching(/:rds:eu-west-1:.*:db:prod-eu-west-1-orders$/),
          kms_key_id: "${var.snapshot_key_arn}",
          retention_period: "${var.retention_days}",
        },
      ],
    ]);
  });

  it("reaches back two weeks unless told otherwise", () => {
    expect(tier.variable.retention_days?.default).toBe(14);
  });

  it("says where a database can be restored from", () => {
    expect(tier.output.automated_backup_arns?.value).toEqual([
      "${aws_db_instance_automated_backups_replication.eu_west_1.id}",
    ]);
  });
});
