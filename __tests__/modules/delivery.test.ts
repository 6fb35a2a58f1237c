import { platform } from "../../modules/core/names";
import { DeliveryTier } from "../../modules/delivery/tier";
import { all, type Block, type Written, written } from "../support/module";
import { statements, wants } from "../support/statements";

const none = { replicatesTo: null, copiedMachineImages: {} };
const tier = written(DeliveryTier, {}, { ...none, replicatesTo: "eu-central-1" });
const own = written(DeliveryTier, { machineImages: { [`/${platform}/api/image`]: "ami-0123456789abcdef0" } }, none);
const recovery = written(
  DeliveryTier,
  {},
  {
    ...none,
    copiedMachineImages: { [`/${platform}/api/image`]: { id: "ami-0123456789abcdef0", region: "eu-west-1" } },
  },
);
const repositories = all(tier, "aws_ecr_repository").map(([, repository]) => repository);
const only = (type: string, module: Written = tier): Block => {
  const [[, block], ...more] = all(module, type) as [[string, Block], ...unknown[]];
  expect(more).toEqual([]);
  return block;
};

describe("delivery", () => {
  it("has a repository for each program of the shop", () => {
    expect(repositories.map(({ name }) => name)).toEqual([`${platform}/api`, `${platform}/web`]);
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
      new Set(["ecr.${local.region}.amazonaws.com"]),
    );
  });

  it("lets Lambda pull every image for functions of its account and region, and nobody else", () => {
    const policies = all(tier, "aws_ecr_repository_policy").map(([, { policy, repository }]) => [repository, policy]);
    const pull = "${data.aws_iam_policy_document.functions_pull.json}";
    expect(policies).toEqual(
      all(tier, "aws_ecr_repository").map(([id]) => [`\${aws_ecr_repository.${id}.name}`, pull]),
    );
    const [statement, ...more] = statements(tier, "functions_pull");
    expect(more).toEqual([]);
    expect(statement).toMatchObject({
      principals: [{ type: "Service", identifiers: ["lambda.amazonaws.com"] }],
      actions: ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
    });
    expect(wants(statement ?? {}, "aws:SourceArn")).toEqual([expect.stringMatching(/:lambda:.*account}:function:\*$/)]);
  });

  it("replicates every repository to where the region is rebuilt, in its own account", () => {
    const [rule] = only("aws_ecr_replication_configuration").replication_configuration.rule;
    expect(rule.destination).toEqual([{ region: "eu-central-1", registry_id: "${local.account}" }]);
    expect(rule.repository_filter.map(({ filter }: Block) => filter)).toEqual([`${platform}/api`, `${platform}/web`]);
  });

  it("replicates nothing where no region is named", () => {
    expect(own.resource).not.toHaveProperty("aws_ecr_replication_configuration");
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
  it("has no machine image where none is named", () => {
    expect(Object.keys(tier.resource).filter((type) => /ami|ssm/.test(type))).toEqual([]);
  });

  it("names a machine image by its parameter, of the type that makes AWS look whether it is there", () => {
    expect(only("aws_ssm_parameter", own)).toMatchObject({
      name: `/${platform}/api/image`,
      type: "String",
      data_type: "aws:ec2:image",
      insecure_value: "ami-0123456789abcdef0",
    });
    expect(own.resource).not.toHaveProperty("aws_ami_copy");
  });

  it("copies a machine image of another region under its own key, and names the copy as the other is named there", () => {
    expect(only("aws_ami_copy", recovery)).toMatchObject({
      source_ami_id: "ami-0123456789abcdef0",
      source_ami_region: "eu-west-1",
      encrypted: true,
      kms_key_id: "${aws_kms_key.images.arn}",
    });
    expect(only("aws_ssm_parameter", recovery)).toMatchObject({
      name: `/${platform}/api/image`,
      data_type: "aws:ec2:image",
      insecure_value: `\${aws_ami_copy.${platform}_api_image_copy.id}`,
    });
  });

  it("has the copy of a new machine image before the old one goes", () => {
    const { name, lifecycle } = only("aws_ami_copy", recovery);
    expect(lifecycle).toEqual({ create_before_destroy: true });
    expect(name).toContain("ami-0123456789abcdef0");
  });

  it("lets Auto Scaling start instances from a copy, and nobody do so where there is none", () => {
    const byAutoScaling = (module: Written) =>
      statements(module, "images_key").flatMap(({ principals, actions }) =>
        principals[0].identifiers.includes("${var.autoscaling_service_role_arn}") ? actions : [],
      );
    expect(byAutoScaling(recovery)).toEqual(expect.arrayContaining(["kms:Decrypt", "kms:CreateGrant"]));
    for (const module of [tier, own]) expect(byAutoScaling(module)).toEqual([]);
  });
});
