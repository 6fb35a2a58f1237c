import { CreateLogGroupCommand } from "@aws-sdk/client-cloudwatch-logs";
import { CreateVpcCommand } from "@aws-sdk/client-ec2";
import { CreateRoleCommand } from "@aws-sdk/client-iam";
import { CreateBucketCommand, PutBucketTaggingCommand } from "@aws-sdk/client-s3";
import { CreateQueueCommand } from "@aws-sdk/client-sqs";
import { connect } from "../../../dr/aws";
import { takeGlobalInventory, takeInventory } from "../../../dr/inventory/take";
import { markedOf } from "../../../dr/sweep/marked";
import { emptyLocalAws } from "../../support/local-aws";

const run = "dr-261123030000-k7qd";
const trust = JSON.stringify({ Version: "2012-10-17", Statement: [] });

it("knows what a run made by its tag, or by its name where AWS has no tags, and takes nothing else for the run's", async () => {
  const local = await emptyLocalAws();
  try {
    const aws = connect(local.environment, "us-east-1");
    const everything = async () => (await Promise.all([takeInventory(aws), takeGlobalInventory(aws)])).flat();
    const before = new Set((await everything()).map(({ id }) => id));
    for (const [name, value] of [
      ["ours", run],
      ["theirs", "dr-261123030000-aaaa"],
    ] as const) {
      const tags = [{ Key: "Run", Value: value }];
      const TagSpecifications = [{ ResourceType: "vpc" as const, Tags: [...tags, { Key: "Name", Value: name }] }];
      await aws.ec2.send(new CreateVpcCommand({ CidrBlock: "10.0.0.0/16", TagSpecifications }));
      await aws.s3.send(new CreateBucketCommand({ Bucket: `${name}-bucket` }));
      await aws.s3.send(new PutBucketTaggingCommand({ Bucket: `${name}-bucket`, Tagging: { TagSet: tags } }));
      await aws.sqs.send(new CreateQueueCommand({ QueueName: `${name}-queue`, tags: { Run: value } }));
      await aws.iam.send(new CreateRoleCommand({ RoleName: name, AssumeRolePolicyDocument: trust, Tags: tags }));
      await aws.logs.send(new CreateLogGroupCommand({ logGroupName: `/${name}` }));
      await aws.logs.send(new CreateLogGroupCommand({ logGroupName: `/${value}/api` }));
    }
    const found = (await everything()).filter(({ id, ownedBy }) => !before.has(id) && ownedBy === undefined);
    const marked = await markedOf(aws, run, found);
    expect(marked.map(({ type, id, name }) => `${type} ${name ?? id}`).sort()).toEqual([
      "aws_cloudwatch_log_group /dr-261123030000-k7qd/api",
      "aws_iam_role ours",
      "aws_s3_bucket ours-bucket",
      "aws_sqs_queue ours-queue",
      "aws_vpc ours",
    ]);
  } finally {
    await local.stop();
  }
});
