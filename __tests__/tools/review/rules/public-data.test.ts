import { liftsPublicAccessBlock } from "../../../../tools/review/rules/lifts-public-access-block";
import { makesPubliclyAccessible } from "../../../../tools/review/rules/makes-publicly-accessible";
import { opensABucket } from "../../../../tools/review/rules/opens-a-bucket";
import { sharesSnapshots } from "../../../../tools/review/rules/shares-snapshots";
import { created, destroyed, destroyedWhole, itJudges, kept, updated } from "./plans";

const anywhere = "Whatever a security group lets through by mistake reaches it from anywhere.";

itJudges(makesPubliclyAccessible, {
  found: [
    [
      "a database",
      [updated("aws_db_instance.wiki", { publicly_accessible: false }, { publicly_accessible: true })],
      [`high publicly_accessible: A public address is turned on. ${anywhere}`],
    ],
    [
      "a broker that is made so",
      [created("aws_mq_broker.orders", { publicly_accessible: true })],
      [`high publicly_accessible: A public address is on. ${anywhere}`],
    ],
  ],
  well: [
    ["a database without", [created("aws_db_instance.wiki", { publicly_accessible: false })]],
    ["one that had it before", [updated("aws_redshift_cluster.sales", { publicly_accessible: true }, { port: 1 })]],
    [
      "a Kafka cluster that says nothing of it",
      [created("aws_msk_cluster.events", { broker_node_group_info: [{ connectivity_info: [] }] })],
    ],
  ],
  unknown: [
    [
      "whether it has one",
      [created("aws_rds_cluster_instance.one", {}, { publicly_accessible: ["var.public"] })],
      ["not known: publicly_accessible, by var.public"],
    ],
  ],
});

const finds = "Whoever finds it reads it.";

itJudges(opensABucket, {
  found: [
    [
      "a list that lets everybody read",
      [created("aws_s3_bucket_acl.site", { acl: "public-read" })],
      [`critical acl: The access control list is "public-read". ${finds}`],
    ],
    [
      "a list that lets everybody write, too",
      [updated("aws_s3_bucket_acl.site", { acl: "public-read" }, { acl: "public-read-write" })],
      [`critical acl: The access control list goes from "public-read" to "public-read-write". ${finds}`],
    ],
    [
      "a grant to everybody",
      [
        created("aws_s3_bucket_acl.lake", {
          access_control_policy: [
            {
              grant: [
                {
                  permission: "READ",
                  grantee: [{ type: "Group", uri: "http://acs.amazonaws.com/groups/global/AllUsers" }],
                },
              ],
            },
          ],
        }),
      ],
      [`critical access_control_policy: A grant is to everybody. ${finds}`],
    ],
    [
      "lists that count again",
      [
        updated(
          "aws_s3_bucket_ownership_controls.site",
          { rule: [{ object_ownership: "BucketOwnerEnforced" }] },
          { rule: [{ object_ownership: "ObjectWriter" }] },
        ),
      ],
      [`medium rule.0.object_ownership: Ownership goes from "BucketOwnerEnforced" to "ObjectWriter". ${finds}`],
    ],
  ],
  well: [
    ["a private bucket", [created("aws_s3_bucket_acl.lake", { acl: "private" })]],
    ["logs of AWS", [updated("aws_s3_bucket_acl.logs", { acl: "private" }, { acl: "log-delivery-write" })]],
    ["one that was public before", [kept("aws_s3_bucket_acl.site", { acl: "public-read" })]],
  ],
  unknown: [
    ["the list", [created("aws_s3_object.page", {}, { acl: ["local.acl"] })], ["not known: acl, by local.acl"]],
  ],
});

const byMistake = "A policy or a list that is wrong by mistake opens it to everybody.";

const blocked = {
  bucket: "site",
  block_public_acls: true,
  block_public_policy: true,
  ignore_public_acls: true,
  restrict_public_buckets: true,
};

itJudges(liftsPublicAccessBlock, {
  found: [
    [
      "one of the four",
      [updated("aws_s3_bucket_public_access_block.site", blocked, { block_public_policy: false })],
      [`high block_public_policy: block_public_policy is turned off. ${byMistake}`],
    ],
    [
      "all of it, while the bucket stays",
      [destroyed("aws_s3_bucket_public_access_block.site", blocked)],
      [`high: The public access block of the bucket is removed. ${byMistake}`],
    ],
    [
      "that of the account",
      [destroyed("aws_s3_account_public_access_block.all", {})],
      [`high: The public access block of the account is removed. ${byMistake}`],
    ],
    [
      "that of snapshots",
      [updated("aws_ebs_snapshot_block_public_access.here", { state: "block-all-sharing" }, { state: "unblocked" })],
      [`high state: The block goes from "block-all-sharing" to "unblocked". ${byMistake}`],
    ],
  ],
  well: [
    [
      "a block that stays",
      [
        updated(
          "aws_s3_bucket_public_access_block.site",
          { ...blocked, block_public_acls: false },
          { block_public_acls: true },
        ),
      ],
    ],
    [
      "one that goes with its bucket",
      [destroyed("aws_s3_bucket_public_access_block.site", blocked), destroyedWhole("aws_s3_bucket.site", "site")],
    ],
  ],
  unknown: [
    [
      "one of the four",
      [updated("aws_s3_bucket_public_access_block.site", blocked, {}, { block_public_acls: ["var.block"] })],
      ["not known: block_public_acls, by var.block"],
    ],
  ],
});

itJudges(sharesSnapshots, {
  found: [
    [
      "an image with everybody",
      [created("aws_ami_launch_permission.golden", { group: "all", image_id: "ami-1" })],
      ["critical group: It is shared with everybody who has an account, who can restore all that is in it."],
    ],
    [
      "a disk with an account",
      [created("aws_snapshot_create_volume_permission.audit", { account_id: "999988887777" })],
      ["high account_id: It is shared with 999988887777, who can restore all that is in it."],
    ],
    [
      "a database with one more account",
      [
        updated(
          "aws_db_snapshot.before",
          { shared_accounts: ["111122223333"] },
          { shared_accounts: ["111122223333", "all"] },
        ),
      ],
      ["critical shared_accounts: It is shared with everybody who has an account, who can restore all that is in it."],
    ],
  ],
  well: [["a snapshot of one's own", [created("aws_db_snapshot.before", { shared_accounts: [] })]]],
  unknown: [
    [
      "with whom",
      [
        created(
          "aws_snapshot_create_volume_permission.audit",
          {},
          { account_id: ["aws_organizations_account.audit.id", "aws_organizations_account.audit"] },
        ),
      ],
      ["not known: account_id, by aws_organizations_account.audit.id"],
    ],
  ],
});
