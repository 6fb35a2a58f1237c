import * as dynamodb from "@aws-sdk/client-dynamodb";
import * as elb from "@aws-sdk/client-elastic-load-balancing-v2";
import * as iam from "@aws-sdk/client-iam";
import * as kms from "@aws-sdk/client-kms";
import * as rds from "@aws-sdk/client-rds";
import * as route53 from "@aws-sdk/client-route-53";
import * as s3 from "@aws-sdk/client-s3";
import { type Aws, connect } from "../../../dr/aws";
import { given } from "../../../dr/inventory/answers";
import type { Reader } from "../../../dr/inventory/reader";
import { buckets } from "../../../dr/inventory/readers/buckets";
import { dbClusters } from "../../../dr/inventory/readers/db-clusters";
import { dbGroups } from "../../../dr/inventory/readers/db-groups";
import { iam as iamReader } from "../../../dr/inventory/readers/iam";
import { kmsKeys } from "../../../dr/inventory/readers/kms-keys";
import { listeners } from "../../../dr/inventory/readers/listeners";
import { loadBalancers } from "../../../dr/inventory/readers/load-balancers";
import { route53 as route53Reader } from "../../../dr/inventory/readers/route53";
import { tables } from "../../../dr/inventory/readers/tables";
import { targetGroups } from "../../../dr/inventory/readers/target-groups";
import { read } from "../../../dr/inventory/take";
import { originHeader } from "../../../modules/dns/contract";
import type { GatedAws } from "../../../tools/gate/gated-aws";
import { emptyLocalAws } from "../../support/local-aws";
import { makeNetwork } from "./network";

let local: GatedAws;
let aws: Aws;
let network: Awaited<ReturnType<typeof makeNetwork>>;

beforeAll(async () => {
  local = await emptyLocalAws();
  aws = connect(local.environment, "eu-west-1");
  network = await makeNetwork(aws);
});
afterAll(() => local.stop());

const item = async (reader: Reader, type: string, name: string) =>
  given((await read(aws, [reader])).find((one) => one.type === type && one.name === name));
const document = (Statement: unknown) => JSON.stringify({ Version: "2012-10-17", Statement });

describe("the inventory", () => {
  it("tells a bucket's versioning, encryption, public access, lifecycle and policy", async () => {
    const Bucket = "logs-of-the-shop";
    const at = { LocationConstraint: "eu-west-1" } as const;
    await aws.s3.send(new s3.CreateBucketCommand({ Bucket, CreateBucketConfiguration: at }));
    const versioning = { Status: "Enabled" } as const;
    await aws.s3.send(new s3.PutBucketVersioningCommand({ Bucket, VersioningConfiguration: versioning }));
    const block = {
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    };
    await aws.s3.send(new s3.PutPublicAccessBlockCommand({ Bucket, PublicAccessBlockConfiguration: block }));
    const rule = { ID: "old", Status: "Enabled", Filter: { Prefix: "" }, Expiration: { Days: 365 } } as const;
    const LifecycleConfiguration = { Rules: [rule] };
    await aws.s3.send(new s3.PutBucketLifecycleConfigurationCommand({ Bucket, LifecycleConfiguration }));
    const deny = { Effect: "Deny", Principal: "*", Action: ["s3:*"], Resource: [`arn:aws:s3:::${Bucket}/*`] };
    await aws.s3.send(new s3.PutBucketPolicyCommand({ Bucket, Policy: document(deny) }));

    expect((await item(buckets, "aws_s3_bucket", Bucket)).settings).toMatchObject({
      versioning: "Enabled",
      publicAccessBlock: block,
      lifecycle: [rule],
      policy: { Statement: [{ ...deny, Action: "s3:*", Resource: `arn:aws:s3:::${Bucket}/*` }] },
    });
  });

  it("tells a key's rotation and policy under its alias", async () => {
    const { KeyMetadata } = await aws.kms.send(new kms.CreateKeyCommand({ Description: "Database" }));
    const KeyId = given(KeyMetadata?.KeyId);
    await aws.kms.send(new kms.EnableKeyRotationCommand({ KeyId, RotationPeriodInDays: 180 }));
    await aws.kms.send(new kms.CreateAliasCommand({ AliasName: "alias/database", TargetKeyId: KeyId }));
    const key = await item(kmsKeys, "aws_kms_key", "database");
    expect(key).toMatchObject({ id: KeyMetadata?.Arn, handles: [KeyId] });
    expect(key.settings).toMatchObject({
      keyState: "Enabled",
      enableKeyRotation: true,
      rotationPeriodInDays: 180,
      policy: { Statement: [expect.objectContaining({ Effect: "Allow", Action: "kms:*" })] },
    });
  });

  it("tells of the secret that a listener asks for a fingerprint only", async () => {
    const made = await aws.elb.send(new elb.CreateLoadBalancerCommand({ Name: "asking", Subnets: network.subnets }));
    const LoadBalancerArn = given(made.LoadBalancers?.[0]?.LoadBalancerArn);
    const fixed = [{ Type: "fixed-response", FixedResponseConfig: { StatusCode: "403" } } as const];
    const http = { LoadBalancerArn, Protocol: "HTTP", Port: 80, DefaultActions: fixed } as const;
    const { Listeners: [listener] = [] } = await aws.elb.send(new elb.CreateListenerCommand(http));
    const header = (...Values: string[]) => ({
      Field: "http-header",
      HttpHeaderConfig: { HttpHeaderName: originHeader, Values },
    });
    const ask = { ListenerArn: listener?.ListenerArn, Priority: 1, Actions: fixed };
    await aws.elb.send(new elb.CreateRuleCommand({ ...ask, Conditions: [header("blue", "green")] }));
    const { settings } = await item(listeners, "aws_lb_listener_rule", "asking:80 1");
    expect(settings).toMatchObject({ conditions: [header("16477688c0e0", "ba4788b226aa")] });
  });

  it("tells a load balancer's attributes, its listeners and its target groups' health checks", async () => {
    const input = { Name: "internal", Type: "network", Scheme: "internal" } as const;
    const made = await aws.elb.send(new elb.CreateLoadBalancerCommand({ ...input, Subnets: network.subnets }));
    const LoadBalancerArn = given(made.LoadBalancers?.[0]?.LoadBalancerArn);
    const attributes = [{ Key: "deletion_protection.enabled", Value: "true" }];
    const change = { LoadBalancerArn, Attributes: attributes };
    await aws.elb.send(new elb.ModifyLoadBalancerAttributesCommand(change));
    const group = {
      Name: "api",
      Protocol: "TCP",
      Port: 8443,
      VpcId: network.vpc,
      HealthCheckProtocol: "HTTPS",
    } as const;
    const { TargetGroups } = await aws.elb.send(
      new elb.CreateTargetGroupCommand({ ...group, HealthCheckPath: "/health" }),
    );
    const TargetGroupArn = TargetGroups?.[0]?.TargetGroupArn;
    const listener = { LoadBalancerArn, Protocol: "TCP", Port: 443 } as const;
    const DefaultActions: elb.Action[] = [{ Type: "forward", TargetGroupArn }];
    await aws.elb.send(new elb.CreateListenerCommand({ ...listener, DefaultActions }));

    expect((await item(loadBalancers, "aws_lb", "internal")).settings).toMatchObject({
      type: "network",
      scheme: "internal",
      attributes: { "deletion_protection.enabled": "true" },
    });
    expect((await item(targetGroups, "aws_lb_target_group", "api")).settings).toMatchObject({
      port: 8443,
      healthCheck: { protocol: "HTTPS", path: "/health" },
    });
    expect((await item(listeners, "aws_lb_listener", "internal:443")).settings).toMatchObject({
      protocol: "TCP",
      defaultActions: { "001": { Type: "forward", TargetGroupArn } },
    });
  });

  it("tells a cluster's protection, and only the parameters that were set", async () => {
    const DBClusterParameterGroupName = "shop";
    const family = { DBParameterGroupFamily: "aurora-postgresql16", Description: "shop" };
    await aws.rds.send(new rds.CreateDBClusterParameterGroupCommand({ DBClusterParameterGroupName, ...family }));
    const parameter = { ParameterName: "rds.force_ssl", ParameterValue: "1", ApplyMethod: "pending-reboot" } as const;
    const Parameters = [parameter];
    const change = { DBClusterParameterGroupName, Parameters };
    await aws.rds.send(new rds.ModifyDBClusterParameterGroupCommand(change));
    await aws.rds.send(
      new rds.CreateDBClusterCommand({
        DBClusterIdentifier: "shop",
        Engine: "aurora-postgresql",
        MasterUsername: "shop",
        MasterUserPassword: "not-a-real-one",
        DBClusterParameterGroupName,
        StorageEncrypted: true,
        DeletionProtection: true,
        BackupRetentionPeriod: 14,
      }),
    );
    expect((await item(dbClusters, "aws_rds_cluster", "shop")).settings).toMatchObject({
      storageEncrypted: true,
      deletionProtection: true,
      backupRetentionPeriod: 14,
      parameterGroup: "shop",
    });
    expect((await item(dbGroups, "aws_rds_cluster_parameter_group", "shop")).settings.parameters).toEqual({
      "rds.force_ssl": "1",
    });
  });

  it("tells a table's encryption, recovery and protection", async () => {
    const TableName = "locks";
    await aws.dynamodb.send(
      new dynamodb.CreateTableCommand({
        TableName,
        BillingMode: "PAY_PER_REQUEST",
        DeletionProtectionEnabled: true,
        KeySchema: [{ AttributeName: "LockID", KeyType: "HASH" }],
        AttributeDefinitions: [{ AttributeName: "LockID", AttributeType: "S" }],
      }),
    );
    const PointInTimeRecoverySpecification = { PointInTimeRecoveryEnabled: true };
    await aws.dynamodb.send(
      new dynamodb.UpdateContinuousBackupsCommand({ TableName, PointInTimeRecoverySpecification }),
    );
    expect((await item(tables, "aws_dynamodb_table", TableName)).settings).toMatchObject({
      billingMode: "PAY_PER_REQUEST",
      deletionProtection: true,
      pointInTimeRecovery: "ENABLED",
    });
  });

  it("tells a role's trust, inline and attached policies", async () => {
    const RoleName = "api";
    const trust = { Effect: "Allow", Principal: { Service: "ec2.amazonaws.com" }, Action: "sts:AssumeRole" };
    await aws.iam.send(new iam.CreateRoleCommand({ RoleName, AssumeRolePolicyDocument: document([trust]) }));
    const read = { Effect: "Allow", Action: "s3:GetObject", Resource: "*" };
    const inline = { RoleName, PolicyName: "read", PolicyDocument: document([{ ...read, Resource: ["*"] }]) };
    await aws.iam.send(new iam.PutRolePolicyCommand(inline));
    const PolicyArn = "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore";
    await aws.iam.send(new iam.AttachRolePolicyCommand({ RoleName, PolicyArn }));
    expect((await item(iamReader, "aws_iam_role", RoleName)).settings).toMatchObject({
      assumeRolePolicy: { Statement: [trust] },
      inlinePolicies: { read: { Statement: [read] } },
      attachedPolicies: [PolicyArn],
    });
  });

  it("tells a private zone's VPC and its records, but not those that come with a zone", async () => {
    const Name = "internal.shop.example.com.";
    const VPC = { VPCId: network.vpc, VPCRegion: "eu-west-1" } as const;
    const zone = { Name, CallerReference: "internal", VPC };
    const { HostedZone } = await aws.route53.send(new route53.CreateHostedZoneCommand(zone));
    const record = {
      Name: `api.${Name}`,
      Type: "CNAME",
      TTL: 60,
      ResourceRecords: [{ Value: "lb.example.com" }],
    } as const;
    const ResourceRecordSet = { ...record, ResourceRecords: [...record.ResourceRecords] };
    const ChangeBatch: route53.ChangeBatch = { Changes: [{ Action: "CREATE", ResourceRecordSet }] };
    const change = { HostedZoneId: HostedZone?.Id, ChangeBatch };
    await aws.route53.send(new route53.ChangeResourceRecordSetsCommand(change));

    expect((await item(route53Reader, "aws_route53_zone", Name)).settings).toEqual({
      private: true,
      vpcs: [{ vpc: network.vpc, region: "eu-west-1" }],
    });
    const records = (await read(aws, [route53Reader])).filter(({ type }) => type === "aws_route53_record");
    expect(records).toEqual([expect.objectContaining({ name: `api.${Name} CNAME` })]);
    expect(records[0]?.settings).toMatchObject({ ttl: 60, records: ["lb.example.com"] });
  });
});
