import { StandbyTier } from "../../modules/standby/tier";
import { all, type Block, written } from "../support/module";
import { statements, wants } from "../support/statements";

const tier = written(StandbyTier);

describe("standby", () => {
  it("has one key, which snapshots are copied with", () => {
    expect(all(tier, "aws_kms_key").map(([name]) => name)).toEqual(["snapshots"]);
    expect(tier.output.snapshot_key_arn?.value).toBe("${aws_kms_key.snapshots.arn}");
  });

  it("lets RDS and AWS Backup, also of the region that is copied from, and nothing else use it", () => {
    const [, ...uses] = statements(tier, "snapshots_key");
    const services = uses.flatMap((use) => wants(use, "kms:ViaService"));
    expect(new Set(services)).toEqual(new Set(["backup.*.amazonaws.com", "rds.*.amazonaws.com"]));
  });

  it("lets AWS Backup of another account read what a database that was restored under it is backed up as", () => {
    const sids = (of: typeof tier) => statements(of, "snapshots_key").map(({ sid }) => sid);
    expect(sids(written(StandbyTier, {}, { copiedOnByAccounts: ["444455556666"] }))).toContain("CopyIntoOtherAccounts");
    expect(sids(tier)).not.toContain("CopyIntoOtherAccounts");
  });

  it("has no address unless a region file asks for it", () => {
    expect(tier.resource).not.toHaveProperty("aws_eip");
    expect(tier.output.nat_allocation_ids?.value).toEqual({});
    expect(tier.output.nat_addresses?.value).toEqual([]);
  });

  it("has an address for each zone that a region file names, and tells which they are", () => {
    const reserved = written(StandbyTier, { natAddressZones: ["a", "c"] });
    expect(all(reserved, "aws_eip").map(([name]) => name)).toEqual(["nat_a_address", "nat_c_address"]);
    expect(reserved.output.nat_allocation_ids?.value).toEqual({
      a: "${aws_eip.nat_a_address.allocation_id}",
      c: "${aws_eip.nat_c_address.allocation_id}",
    });
    expect(reserved.output.nat_addresses?.value).toEqual([
      "${aws_eip.nat_a_address.public_ip}",
      "${aws_eip.nat_c_address.public_ip}",
    ]);
  });

  it("replicates no server unless a region file asks for it", () => {
    expect(tier.resource).not.toHaveProperty("aws_drs_replication_configuration_template");
  });

  it("has replicated servers encrypted under a key of their own, and off the internet", () => {
    const asked = { stagingSubnetId: "subnet-1", replicationGroupIds: ["sg-1"] };
    const module = written(StandbyTier, { elasticDisasterRecovery: "template", ...asked });
    const [[, template]] = all(module, "aws_drs_replication_configuration_template") as [[string, Block]];
    expect(template).toMatchObject({
      ebs_encryption: "CUSTOM",
      ebs_encryption_key_arn: "${aws_kms_key.servers.arn}",
      create_public_ip: false,
      data_plane_routing: "PRIVATE_IP",
      associate_default_security_group: false,
    });
  });
});
