import type { Review } from "../../../../tools/review/result";
import { type Planned, review } from "../../../../tools/review/review";

/** Reviews of the kinds that people get most, by what they are of. */
export const reviewed: Readonly<Record<string, () => Review>> = {
  "one-setting": () => review([oneSetting]),
  dangerous: () =>
    review(dangerous, { readers: (_, output) => (output === "writer_endpoint" ? ["prod-eu-west-1-api"] : []) }),
  "only-drift": () => review([onlyDrift]),
};

const entry = (address: string, change: object, rest: object = {}) => ({
  address,
  type: address
    .replace(/\[[^\]]*\]/g, "")
    .split(".")
    .at(-2),
  change: { actions: ["update"], ...change },
  ...rest,
});

const tagsOnly = (address: string) =>
  entry(address, { before: { tags_all: { Release: "41" } }, after: { tags_all: { Release: "42" } } });

const group = "module.web.aws_autoscaling_group.servers";

const oneSetting: Planned = {
  root: "prod-eu-west-1-web",
  json: {
    resource_changes: [
      entry(group, { before: { max_size: 12, tags: null }, after: { max_size: 18, tags: null } }),
      ...["aws_lb.public", "aws_security_group.servers", "aws_lb_target_group.servers"].map((one) =>
        tagsOnly(`module.web.${one}`),
      ),
    ],
  },
};

const statement = (part: object) => ({
  Effect: "Allow",
  Action: "s3:GetObject",
  Resource: "arn:aws:s3:::prod-assets/*",
  ...part,
});

const dangerous: readonly Planned[] = [
  {
    root: "prod-eu-west-1-database",
    json: {
      resource_changes: [
        entry(
          "module.database.aws_rds_cluster.database",
          {
            actions: ["delete", "create"],
            before: {
              engine: "aurora-postgresql",
              engine_version: "16.4",
              backup_retention_period: 35,
              deletion_protection: true,
              master_password: "one",
            },
            after: {
              engine: "aurora-mysql",
              engine_version: "8.0",
              backup_retention_period: 1,
              deletion_protection: false,
              master_password: "two",
            },
            after_unknown: { arn: true, endpoint: true },
            before_sensitive: { master_password: true },
            after_sensitive: { master_password: true },
            replace_paths: [["engine"]],
          },
          { action_reason: "replace_because_cannot_update" },
        ),
        entry(
          "module.database.aws_db_instance.reader",
          { actions: ["delete"], before: { instance_class: "db.r6g.large" }, after: null },
          { action_reason: "delete_because_no_resource_config" },
        ),
      ],
      output_changes: {
        writer_endpoint: {
          actions: ["update"],
          before: "db.cluster-cx1.eu-west-1.rds.amazonaws.com",
          after_unknown: true,
        },
      },
    },
  },
  {
    root: "prod-eu-west-1-web",
    json: {
      resource_changes: [
        entry("module.web.aws_s3_bucket_policy.assets", {
          before: {
            policy: JSON.stringify({ Statement: [statement({ Principal: { Service: "cloudfront.amazonaws.com" } })] }),
          },
          after: {
            policy: JSON.stringify({
              Statement: [statement({ Principal: "*", Action: ["s3:GetObject", "s3:PutObject"] })],
            }),
          },
        }),
        entry("module.web.aws_security_group.servers", {
          before: { ingress: [{ from_port: 443, to_port: 443, protocol: "tcp", cidr_blocks: ["10.20.0.0/16"] }] },
          after: {
            ingress: [
              { from_port: 443, to_port: 443, protocol: "tcp", cidr_blocks: ["10.20.0.0/16"] },
              { from_port: 22, to_port: 22, protocol: "tcp", cidr_blocks: ["0.0.0.0/0"], description: "for a moment" },
            ],
          },
        }),
        entry("module.web.aws_launch_template.servers", {
          before: {
            user_data: Buffer.from("#!/bin/sh\nset -eu\nexport LOG_LEVEL=info\nexec /opt/shop/start\n").toString(
              "base64",
            ),
          },
          after: {
            user_data: Buffer.from(
              "#!/bin/sh\nset -eu\nexport LOG_LEVEL=debug\nexport DB_PASSWORD=correct-horse\nexec /opt/shop/start\n",
            ).toString("base64"),
          },
        }),
        ...["aws_lb.public", "aws_lb_target_group.servers"].map((one) => tagsOnly(`module.web.${one}`)),
      ],
    },
  },
];

const onlyDrift: Planned = {
  root: "prod-eu-west-1-network",
  json: {
    resource_drift: [
      entry("module.network.aws_security_group.app", {
        before: { ingress: [{ from_port: 443, to_port: 443, protocol: "tcp", cidr_blocks: ["10.20.0.0/16"] }] },
        after: {
          ingress: [
            { from_port: 443, to_port: 443, protocol: "tcp", cidr_blocks: ["10.20.0.0/16"] },
            { from_port: 5432, to_port: 5432, protocol: "tcp", cidr_blocks: ["198.51.100.7/32"] },
          ],
        },
      }),
      entry('module.network.aws_route.private["a"]', {
        actions: ["delete"],
        before: { destination_cidr_block: "0.0.0.0/0" },
        after: null,
      }),
    ],
  },
};
