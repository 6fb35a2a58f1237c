import {
  CreateLogGroupCommand,
  DeleteLogGroupCommand,
  PutRetentionPolicyCommand,
} from "@aws-sdk/client-cloudwatch-logs";
import {
  AuthorizeSecurityGroupIngressCommand,
  DeleteSubnetCommand,
  RevokeSecurityGroupIngressCommand,
} from "@aws-sdk/client-ec2";
import { DeleteBucketEncryptionCommand } from "@aws-sdk/client-s3";
import { CreateTopicCommand, DeleteTopicCommand } from "@aws-sdk/client-sns";
import { type Aws, connect } from "../../../dr/aws";
import type { Item } from "../../../dr/inventory/item";
import { added, takeGlobalInventory, takeInventory } from "../../../dr/inventory/take";
import { compareInventories } from "../../../dr/parity/compare";
import type { Difference } from "../../../dr/parity/difference";
import type { GatedAws } from "../../../tools/gate/gated-aws";
import { emptyLocalAws } from "../../support/local-aws";
import { elsewhere, lost } from "./places";
import { allow, encryptBucket, makeSite, makeSubnet, type Site } from "./site";

let local: GatedAws;
let aws: Aws;
let site: Site;
let before: Item[];
let source: Item[];

const everything = async (aws: Aws) => (await Promise.all([takeInventory(aws), takeGlobalInventory(aws)])).flat();
const compare = async (declared: readonly Difference[] = []) => {
  const recovered = added(before, await everything(aws));
  return compareInventories({ items: source, place: lost }, { items: recovered, place: elsewhere }, declared);
};

beforeAll(async () => {
  local = await emptyLocalAws();
  const lostAws = connect(local.environment, lost.region);
  aws = connect(local.environment, elsewhere.region);
  const beforeAll = await everything(lostAws);
  await makeSite(lostAws, lost);
  source = added(beforeAll, await everything(lostAws));
  before = await everything(aws);
  site = await makeSite(aws, elsewhere);
});
afterAll(() => local.stop());

describe("parity", () => {
  it("does not mind region, prefix, zones, CIDR and ids", async () => {
    const result = await compare();
    expect(result.differences).toEqual([]);
    expect(result.compared).toBe(source.length);
    expect(result.types).toMatchObject({
      aws_vpc: 1,
      aws_subnet: 2,
      aws_kms_key: 1,
      aws_cloudwatch_log_group: 1,
      aws_s3_bucket: 1,
      aws_iam_role: 1,
    });
  });

  it("minds them all when it is not told that they differ", async () => {
    const recovered = added(before, await everything(aws));
    const untold = { ...lost, namePrefix: elsewhere.namePrefix };
    const { differences } = compareInventories({ items: source, place: lost }, { items: recovered, place: untold }, []);
    const settings = differences.map(({ type, setting }) => `${type} ${setting}`);
    expect(settings).toEqual(expect.arrayContaining(["aws_vpc cidrBlocks", "aws_subnet availabilityZone"]));
  });

  const remake = async () => {
    await aws.logs.send(new CreateLogGroupCommand({ logGroupName: site.logs, kmsKeyId: await logsKey() }));
    await retain(90);
  };
  const logsKey = async () => (await takeInventory(aws)).find(({ name }) => name === "run7-logs")?.id;
  const retain = (retentionInDays: number) =>
    aws.logs.send(new PutRetentionPolicyCommand({ logGroupName: site.logs, retentionInDays }));
  const moveSubnet = async (zone?: string) => {
    await aws.ec2.send(new DeleteSubnetCommand({ SubnetId: site.subnets.a }));
    site.subnets.a = await makeSubnet(aws, elsewhere, site.vpc, "a", zone);
  };
  const opened = () => ({
    GroupId: site.group,
    IpPermissions: [{ IpProtocol: "tcp", FromPort: 22, ToPort: 22, IpRanges: [{ CidrIp: "0.0.0.0/0" }] }],
  });
  const topic = { TopicArn: `arn:aws:sns:eu-central-1:${lost.account}:run7-extra` };

  it.each<[string, () => Promise<unknown>, () => Promise<unknown>, object]>([
    [
      "a missing resource",
      () => aws.logs.send(new DeleteLogGroupCommand({ logGroupName: site.logs })),
      remake,
      { type: "aws_cloudwatch_log_group", name: "/<prefix>/api", setting: "exists", source: true, recovered: false },
    ],
    [
      "an extra resource",
      () => aws.sns.send(new CreateTopicCommand({ Name: "run7-extra" })),
      () => aws.sns.send(new DeleteTopicCommand(topic)),
      { type: "aws_sns_topic", name: "<prefix>-extra", setting: "exists", source: false, recovered: true },
    ],
    [
      "a security group rule that is open to all",
      () => aws.ec2.send(new AuthorizeSecurityGroupIngressCommand(opened())),
      () => aws.ec2.send(new RevokeSecurityGroupIngressCommand(opened())),
      {
        type: "aws_security_group",
        name: "<prefix>-api",
        setting: "ingress",
        source: [],
        recovered: [{ protocol: "tcp", fromPort: 22, toPort: 22, peer: "0.0.0.0/0" }],
      },
    ],
    [
      "an unencrypted bucket",
      () => aws.s3.send(new DeleteBucketEncryptionCommand({ Bucket: site.bucket })),
      () => encryptBucket(aws, site.bucket),
      { type: "aws_s3_bucket", name: "<prefix>-access-logs-<account>", setting: "encryption", recovered: "none" },
    ],
    [
      "a subnet in a zone that another letter stands for",
      () => moveSubnet("eu-central-1a"),
      () => moveSubnet(),
      {
        type: "aws_subnet",
        name: "<prefix>-app-a",
        setting: "availabilityZone",
        source: "<zone-a>",
        recovered: "<zone-b>",
      },
    ],
    [
      "a subnet in a zone that no letter stands for",
      () => moveSubnet("eu-central-1b"),
      () => moveSubnet(),
      { type: "aws_subnet", setting: "availabilityZone", source: "<zone-a>", recovered: "<region>b" },
    ],
    [
      "a retention",
      () => retain(7),
      () => retain(90),
      { type: "aws_cloudwatch_log_group", setting: "retentionInDays", source: 90, recovered: 7 },
    ],
    [
      "a role that may do more",
      () => allow(aws, site.role, "s3:*", site.bucket),
      () => allow(aws, site.role, "s3:PutObject", site.bucket),
      {
        type: "aws_iam_role",
        name: "<prefix>-api",
        setting: "inlinePolicies.logs.Statement.Action",
        source: "s3:PutObject",
        recovered: "s3:*",
      },
    ],
  ])("finds %s, and nothing else", async (_, change, takeBack, difference) => {
    await change();
    const { differences } = await compare();
    await takeBack();

    expect(differences).toEqual([expect.objectContaining(difference)]);
    expect((await compare()).differences).toEqual([]);
  });

  describe("with declared differences", () => {
    const shorter = { type: "aws_cloudwatch_log_group", setting: "retentionInDays", reason: "A drill lasts a day." };
    const encryption = { type: "aws_s3_bucket", setting: "encryption", reason: "Buckets are empty." };
    beforeAll(() => retain(7));
    afterAll(() => retain(90));

    it("accepts one that occurs, and gives its reason and values", async () => {
      const { differences, declared, unused } = await compare([shorter]);
      expect({ differences, unused }).toEqual({ differences: [], unused: [] });
      expect(declared).toEqual([{ ...shorter, name: "/<prefix>/api", source: 90, recovered: 7 }]);
    });

    it("lists one that does not occur as unused", async () => {
      const { declared, unused } = await compare([shorter, encryption]);
      expect(declared.map(({ type }) => type)).toEqual([shorter.type]);
      expect(unused).toEqual([encryption]);
    });

    it("finds one that occurs with other values than those declared", async () => {
      const { differences, declared } = await compare([{ ...shorter, expected: { source: 90, recovered: 1 } }]);
      expect(declared).toEqual([]);
      expect(differences).toEqual([expect.objectContaining({ setting: "retentionInDays", recovered: 7 })]);
    });
  });
});
