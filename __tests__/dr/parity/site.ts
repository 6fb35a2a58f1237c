import { CreateLogGroupCommand, PutRetentionPolicyCommand } from "@aws-sdk/client-cloudwatch-logs";
import * as ec2 from "@aws-sdk/client-ec2";
import * as iam from "@aws-sdk/client-iam";
import { CreateAliasCommand, CreateKeyCommand } from "@aws-sdk/client-kms";
import * as s3 from "@aws-sdk/client-s3";
import type { Aws } from "../../../dr/aws";
import { given } from "../../../dr/inventory/answers";
import type { Place } from "../../../dr/parity/place";

/** Ids of what a test changes. */
export interface Site {
  readonly vpc: string;
  readonly subnets: Record<string, string>;
  readonly group: string;
  readonly bucket: string;
  readonly role: string;
  readonly logs: string;
}

const named = (ResourceType: ec2.ResourceType, Value: string) => ({
  TagSpecifications: [{ ResourceType, Tags: [{ Key: "Name", Value }] }],
});

/** A small region, made through the SDK: network, key, log group, bucket and role, which refer to each other. */
export async function makeSite(aws: Aws, place: Place): Promise<Site> {
  const { namePrefix, cidr, zones } = place;
  const made = await aws.ec2.send(
    new ec2.CreateVpcCommand({ CidrBlock: cidr, AmazonProvidedIpv6CidrBlock: true, ...named("vpc", namePrefix) }),
  );
  const vpc = given(made.Vpc?.VpcId);
  const subnets: Record<string, string> = {};
  for (const letter of Object.keys(zones)) subnets[letter] = await makeSubnet(aws, place, vpc, letter);
  const group = await makeGroup(aws, vpc, `${namePrefix}-api`);
  const logs = `/${namePrefix}/api`;
  await aws.logs.send(new CreateLogGroupCommand({ logGroupName: logs, kmsKeyId: await makeKey(aws, namePrefix) }));
  await aws.logs.send(new PutRetentionPolicyCommand({ logGroupName: logs, retentionInDays: 90 }));
  const bucket = `${namePrefix}-access-logs-${place.account}`;
  await makeBucket(aws, bucket);
  const role = `${namePrefix}-api`;
  await makeRole(aws, role, bucket);
  return { vpc, subnets, group, bucket, role, logs };
}

/** The subnet of a letter, in a zone that may be the wrong one. */
export async function makeSubnet(aws: Aws, place: Place, VpcId: string, letter: string, zone = place.zones[letter]) {
  const CidrBlock = place.cidr.replace("0.0/16", `${"abc".indexOf(letter)}.0/24`);
  const name = named("subnet", `${place.namePrefix}-app-${letter}`);
  const made = await aws.ec2.send(new ec2.CreateSubnetCommand({ VpcId, CidrBlock, AvailabilityZone: zone, ...name }));
  return given(made.Subnet?.SubnetId);
}

async function makeGroup(aws: Aws, VpcId: string, GroupName: string): Promise<string> {
  const input = { VpcId, GroupName, Description: "The api" };
  const GroupId = given((await aws.ec2.send(new ec2.CreateSecurityGroupCommand(input))).GroupId);
  const UserIdGroupPairs = [{ GroupId, Description: "itself" }];
  const IpPermissions = [{ IpProtocol: "tcp", FromPort: 8443, ToPort: 8443, UserIdGroupPairs }];
  await aws.ec2.send(new ec2.AuthorizeSecurityGroupIngressCommand({ GroupId, IpPermissions }));
  return GroupId;
}

async function makeKey(aws: Aws, prefix: string): Promise<string | undefined> {
  const { KeyMetadata } = await aws.kms.send(new CreateKeyCommand({ Description: "Logs" }));
  await aws.kms.send(new CreateAliasCommand({ AliasName: `alias/${prefix}-logs`, TargetKeyId: KeyMetadata?.KeyId }));
  return KeyMetadata?.Arn;
}

async function makeBucket(aws: Aws, Bucket: string): Promise<void> {
  const at = { LocationConstraint: aws.region === "eu-west-1" ? "eu-west-1" : "eu-central-1" } as const;
  await aws.s3.send(new s3.CreateBucketCommand({ Bucket, CreateBucketConfiguration: at }));
  await encryptBucket(aws, Bucket);
}

/** Encrypts a bucket by default. */
export const encryptBucket = (aws: Aws, Bucket: string) => {
  const Rules = [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm: "AES256" as const } }];
  return aws.s3.send(new s3.PutBucketEncryptionCommand({ Bucket, ServerSideEncryptionConfiguration: { Rules } }));
};

async function makeRole(aws: Aws, RoleName: string, bucket: string): Promise<void> {
  const trust = { Effect: "Allow", Principal: { Service: ["ec2.amazonaws.com"] }, Action: "sts:AssumeRole" };
  const AssumeRolePolicyDocument = JSON.stringify({ Version: "2012-10-17", Statement: [trust] });
  await aws.iam.send(new iam.CreateRoleCommand({ RoleName, AssumeRolePolicyDocument }));
  await allow(aws, RoleName, "s3:PutObject", bucket);
}

/** What the role may do with its bucket. */
export const allow = (aws: Aws, RoleName: string, Action: string, bucket: string) => {
  const Statement = [{ Effect: "Allow", Action, Resource: `arn:aws:s3:::${bucket}/*` }];
  const PolicyDocument = JSON.stringify({ Version: "2012-10-17", Statement });
  return aws.iam.send(new iam.PutRolePolicyCommand({ RoleName, PolicyName: "logs", PolicyDocument }));
};
