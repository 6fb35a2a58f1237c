import { StandbyTier } from "../../modules/standby/tier";
import { all, written } from "../support/module";
import { statements, wants } from "../support/statements";

const tier = written(StandbyTier);

describe("standby", () => {
  it("has one key, which snapshots are copied with", () => {
    expect(all(tier, "aws_kms_key").map(([name]) => name)).toEqual(["snapshots"]);
    expect(tier.output.snapshot_key_arn?.value).toBe("${aws_kms_key.snapshots.arn}");
  });

  it("lets RDS of its region, and nothing else, use it", () => {
    const [, ...uses] = statements(tier, "snapshots_key");
    const services = uses.flatMap((use) => wants(use, "kms:ViaService"));
    expect(new Set(services)).toEqual(new Set(["rds.${data.aws_region.region.name}.amazonaws.com"]));
  });
});
