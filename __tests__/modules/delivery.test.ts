import { DeliveryTier } from "../../modules/delivery/tier";
import { all, type Block, written } from "../support/module";
import { statements, wants } from "../support/statements";

const tier = written(DeliveryTier, {}, { replicatesTo: "eu-central-1" });
const repositories = all(tier, "aws_ecr_repository").map(([, repository]) => repository);
const only = (type: string): Block => {
  const [[, block], ...more] = all(tier, type) as [[string, Block], ...unknown[]];
  expect(more).toEqual([]);
  return block;
};

describe("delivery", () => {
  it("has a repository for each program of the shop", () => {
    expect(repositories.map(({ name }) => name)).toEqual(["shop/api", "shop/web"]);
  });

  it("never lets a tag stand for another image, and scans each image when it is pushed", () => {
    for (const repository of repositories) {
      expect(repository.image_tag_mutability).toBe("IMMUTABLE");
      expect(repository.image_scanning_configuration).toEqual({ scan_on_push: true });
    }
    expect(only("aws_ecr_registry_scanning_configuration").rule).toEqual([
      { repository_filter: [{ filter: "*", filter_type: "WILDCARD" }], scan_frequency: "SCAN_ON_PUSH" },
    ]);
  });

  it("encrypts images under a key of its own, which only ECR of its region uses", () => {
    for (const { encryption_configuration } of repositories)
      expect(encryption_configuration).toEqual([{ encryption_type: "KMS", kms_key: "${aws_kms_key.images.arn}" }]);
    const [, ...uses] = statements(tier, "images_key");
    expect(new Set(uses.flatMap((use) => wants(use, "kms:ViaService")))).toEqual(
      new Set(["ecr.${data.aws_region.region.name}.amazonaws.com"]),
    );
  });

  it("replicates every repository to where the region is rebuilt, in its own account", () => {
    const [rule] = only("aws_ecr_replication_configuration").replication_configuration.rule;
    expect(rule.destination).toEqual([
      { region: "eu-central-1", registry_id: "${data.aws_caller_identity.caller.account_id}" },
    ]);
    expect(rule.repository_filter.map(({ filter }: Block) => filter)).toEqual(["shop/api", "shop/web"]);
  });

  it("replicates nothing where no region is named", () => {
    expect(written(DeliveryTier, {}, { replicatesTo: null }).resource).not.toHaveProperty(
      "aws_ecr_replication_configuration",
    );
  });

  it("keeps a limited number of images, and those without a tag some days only", () => {
    for (const [, { policy }] of all(tier, "aws_ecr_lifecycle_policy")) {
      expect(policy).toContain("var.kept_images");
      expect(policy).toContain("var.untagged_days");
    }
  });

  it("refuses to be destroyed while it holds images, unless ephemeral", () => {
    expect(repositories.map(({ force_delete }) => force_delete)).toEqual(["${var.ephemeral}", "${var.ephemeral}"]);
  });
});
