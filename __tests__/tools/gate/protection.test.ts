import { thingOf } from "../../../dr/account/things";
import { type GatedAws, openGate } from "../../../tools/gate/gated-aws";
import { Things } from "../../../tools/gate/things";
import { standing } from "../../../tools/gate/upstream";
import { emulator } from "../../../tools/local-aws/emulator";
import { call } from "./call";
import { fakeUpstream } from "./upstream-fake";

const form = { "content-type": "application/x-www-form-urlencoded; charset=utf-8" };
const json = (target: string) => ({ "content-type": "application/x-amz-json-1.1", "x-amz-target": target });
const asForm = (action: string, rest = "") => ({ headers: form, body: `Action=${action}&Version=1${rest}` });
const asJson = (target: string, body: unknown) => ({ headers: json(target), body: JSON.stringify(body) });
const rest = (method: string, path: string, body = "") => ({ method, path, body });
const changes = (...changes: (readonly [action: string, name: string, type: string, set?: string])[]) =>
  `<ChangeResourceRecordSetsRequest><ChangeBatch><Changes>${changes
    .map(
      ([action, name, type, set]) =>
        `<Change><Action>${action}</Action><ResourceRecordSet><Name>${name}</Name>${set ? `<SetIdentifier>${set}</SetIdentifier>` : ""}<Type>${type}</Type></ResourceRecordSet></Change>`,
    )
    .join("")}</Changes></ChangeBatch></ChangeResourceRecordSetsRequest>`;

const arn = (service: string, resource: string, region = "eu-west-1") =>
  `arn:aws:${service}:${region}:111122223333:${resource}`;
const item = (type: string, id: string, more: object = {}) => thingOf("eu-west-1", { type, id, settings: {}, ...more });

const before = [
  item("aws_db_cluster_snapshot", arn("rds", "cluster-snapshot:theirs"), { name: "theirs" }),
  item("aws_rds_cluster", arn("rds", "cluster:orders"), { name: "orders", handles: ["cluster-ABC"] }),
  item("aws_vpc", "vpc-1", { name: "shop" }),
  item("aws_security_group", "sg-1", { name: "default" }),
  item("aws_iam_role", arn("iam", "role/shop/web", ""), { name: "web" }),
  item("aws_sqs_queue", arn("sqs", "events"), { name: "events" }),
  item("aws_ecs_service", arn("ecs", "service/theirs/api"), { name: "api" }),
  item("aws_ecs_cluster", arn("ecs", "cluster/theirs"), { name: "theirs" }),
  item("aws_cloudwatch_metric_alarm", arn("cloudwatch", "alarm:errors"), { name: "errors" }),
  item("aws_secretsmanager_secret", arn("secretsmanager", "secret:orders/api-AbCdEf"), { name: "orders/api" }),
  item("aws_kms_key", arn("kms", "key/1234abcd"), { handles: ["1234abcd"] }),
  item("aws_lambda_function", arn("lambda", "function:relay"), { name: "relay" }),
  item("aws_apigatewayv2_api", "a1b2c3", { name: "shop" }),
  item("aws_backup_vault", arn("backup", "backup-vault:copies"), { name: "copies" }),
  item("recovery point", arn("rds", "cluster-snapshot:awsbackup:job-1")),
  item("aws_appautoscaling_target", "service/theirs/api ecs:service:DesiredCount", { name: "service/theirs/api" }),
  item("aws_s3_bucket", "states", { name: "states" }),
  item("aws_dynamodb_table", arn("dynamodb", "table/locks"), { name: "locks" }),
  item("aws_dynamodb_table", arn("dynamodb", "table/carts"), { name: "carts" }),
  item("aws_route53_zone", "Z1", { name: "example.com." }),
  item("aws_route53_record", "Z1 \\052.example.com. CNAME"),
  item("aws_route53_record", "Z1 shop.example.com. A eu-west-1"),
  item("aws_config_configuration_recorder", "default"),
];
const own = new Set(["s3://states/dev/run.tfstate", "dynamodb://locks/states/dev/run.tfstate"]);
const mayWrite = (place: string) => own.has(place);

let upstream: Awaited<ReturnType<typeof fakeUpstream>>;
let aws: GatedAws;
beforeEach(async () => {
  upstream = await fakeUpstream();
  aws = await openGate(standing(emulator({ url: new URL(upstream.endpoint) })), () => ({}));
  aws.protect({ things: new Things(before), mayWrite });
});
afterEach(async () => {
  await aws.stop();
  await upstream.close();
});

/** Calls; gives the status, and whether the call got to what stands behind. */
async function answered(...[scope, options]: [Parameters<typeof call>[1], Parameters<typeof call>[2]]) {
  const { status, body } = await call(aws.endpoint, scope, options);
  return { status, body, arrived: upstream.received.length > 0 };
}

describe("what was there before a run", () => {
  it.each([
    ["a snapshot", "eu-west-1/rds", asForm("DeleteDBClusterSnapshot", "&DBClusterSnapshotIdentifier=Theirs")],
    [
      "a cluster by its ARN",
      "eu-west-1/rds",
      asForm("ModifyDBCluster", `&DBClusterIdentifier=${arn("rds", "cluster:orders")}`),
    ],
    [
      "a backup by a handle",
      "eu-west-1/rds",
      asForm("DeleteDBClusterAutomatedBackup", "&DbClusterResourceId=cluster-ABC"),
    ],
    ["one of several networks", "eu-west-1/ec2", asForm("DeleteVpc", "&VpcId.1=vpc-2&VpcId.2=vpc-1")],
    [
      "a tag of a network, which would make it the run's",
      "eu-west-1/ec2",
      asForm("CreateTags", "&ResourceId.1=vpc-1&Tag.1.Key=Run"),
    ],
    ["a role, which is in no region", "us-east-1/iam", asForm("DeleteRole", "&RoleName=web")],
    [
      "a call whose action is in its path",
      "eu-west-1/rds",
      rest("GET", "/?Action=DeleteDBCluster&DBClusterIdentifier=orders"),
    ],
    [
      "a queue by its URL",
      "eu-west-1/sqs",
      asJson("AmazonSQS.DeleteQueue", { QueueUrl: "https://sqs.eu-west-1.amazonaws.com/111122223333/events" }),
    ],
    [
      "a service of a cluster",
      "eu-west-1/ecs",
      asJson("AmazonEC2ContainerServiceV20141113.DeleteService", { cluster: "theirs", service: "api" }),
    ],
    [
      "an alarm that is overwritten",
      "eu-west-1/monitoring",
      asJson("GraniteServiceVersion20100801.PutMetricAlarm", { AlarmName: "errors" }),
    ],
    [
      "a secret by its name",
      "eu-west-1/secretsmanager",
      asJson("secretsmanager.DeleteSecret", { SecretId: "orders/api" }),
    ],
    ["a key", "eu-west-1/kms", asJson("TrentService.ScheduleKeyDeletion", { KeyId: "1234abcd" })],
    ["a function", "eu-west-1/lambda", rest("DELETE", "/2015-03-31/functions/relay")],
    ["what an API consists of", "eu-west-1/apigateway", rest("DELETE", "/v2/apis/a1b2c3/routes/r1")],
    ["a vault", "eu-west-1/backup", rest("DELETE", "/backup-vaults/copies")],
    [
      "a backup in a vault",
      "eu-west-1/backup",
      rest(
        "DELETE",
        `/backup-vaults/copies/recovery-points/${encodeURIComponent(arn("rds", "cluster-snapshot:awsbackup:job-1"))}`,
      ),
    ],
    [
      "what is scaled",
      "eu-west-1/application-autoscaling",
      asJson("AnyScaleFrontendService.DeregisterScalableTarget", { ResourceId: "service/theirs/api" }),
    ],
    ["a bucket's policy", "eu-west-1/s3", rest("PUT", "/states?policy")],
    ["a state of somebody's", "eu-west-1/s3", rest("DELETE", "/states/other/run.tfstate")],
    ["a version of the run's own state", "eu-west-1/s3", rest("DELETE", "/states/dev/run.tfstate?versionId=1")],
    ["many objects at once", "eu-west-1/s3", rest("POST", "/states?delete", "<Delete/>")],
    [
      "a lock of somebody's",
      "eu-west-1/dynamodb",
      asJson("DynamoDB_20120810.DeleteItem", { TableName: "locks", Key: { LockID: { S: "states/other" } } }),
    ],
    [
      "an item of another table",
      "eu-west-1/dynamodb",
      asJson("DynamoDB_20120810.DeleteItem", { TableName: "carts", Key: { LockID: { S: "states/dev/run.tfstate" } } }),
    ],
    [
      "a record, as Terraform writes it",
      "us-east-1/route53",
      rest(
        "POST",
        "/2013-04-01/hostedzone/Z1/rrset/",
        changes(["CREATE", "new.example.com", "A"], ["UPSERT", "*.example.com", "CNAME"]),
      ),
    ],
    [
      "a record of a region",
      "us-east-1/route53",
      rest("POST", "/2013-04-01/hostedzone/Z1/rrset", changes(["DELETE", "shop.example.com.", "A", "eu-west-1"])),
    ],
    ["records that cannot be read", "us-east-1/route53", rest("POST", "/2013-04-01/hostedzone/Z1/rrset", "<Changes/>")],
    ["a zone", "us-east-1/route53", rest("DELETE", "/2013-04-01/hostedzone/Z1")],
    ["a body that cannot be read", "eu-west-1/kms", { headers: json("TrentService.DisableKey"), body: '{"KeyId":' }],
    [
      "another encoding",
      "eu-west-1/monitoring",
      { path: "/service/Granite/operation/DeleteAlarms", headers: { "content-type": "application/cbor" }, body: "" },
    ],
  ] as const)("is not changed or deleted, before AWS sees the call: %s", async (_, scope, options) => {
    const { status, body, arrived } = await answered(scope, options);
    expect({ status, arrived }).toEqual({ status: 403, arrived: false });
    expect(body).toMatch(/AccessDenied.*the gate does not let/);
    expect(aws.calls()).toEqual([expect.objectContaining({ status: 403, forbidden: expect.any(String) })]);
  });

  it.each([
    ["is read", "eu-west-1/rds", asForm("DescribeDBClusters", "&DBClusterIdentifier=orders")],
    [
      "is copied",
      "eu-west-1/rds",
      asForm("CopyDBClusterSnapshot", "&SourceDBClusterSnapshotIdentifier=theirs&TargetDBClusterSnapshotIdentifier=x"),
    ],
    ["is in another region", "eu-central-1/rds", asForm("DeleteDBCluster", "&DBClusterIdentifier=orders")],
    [
      "is of another service",
      "eu-west-1/elasticache",
      asForm("DeleteCacheSubnetGroup", "&CacheSubnetGroupName=orders"),
    ],
    [
      "has the name of a service in another cluster",
      "eu-west-1/ecs",
      asJson("AmazonEC2ContainerServiceV20141113.UpdateService", { cluster: "ours", service: "api" }),
    ],
    ["is only called by a word", "eu-west-1/ec2", asForm("ModifyVpcAttribute", "&VpcId=vpc-2&Tenancy=default")],
    [
      "gets a record beside its own",
      "us-east-1/route53",
      rest(
        "POST",
        "/2013-04-01/hostedzone/Z1/rrset/",
        changes(
          ["UPSERT", "new.example.com", "A"],
          ["CREATE", "*.example.com", "CNAME"],
          ["DELETE", "shop.example.com", "A", "eu-central-1"],
        ),
      ),
    ],
    [
      "is a vault with a backup of the run's",
      "eu-west-1/backup",
      rest(
        "DELETE",
        `/backup-vaults/copies/recovery-points/${encodeURIComponent(arn("rds", "cluster-snapshot:awsbackup:job-2"))}`,
      ),
    ],
    ["has the run's state", "eu-west-1/s3", rest("PUT", "/states/dev/run.tfstate?x-id=PutObject", "{}")],
    [
      "has the run's lock",
      "eu-west-1/dynamodb",
      asJson("DynamoDB_20120810.PutItem", { TableName: "locks", Item: { LockID: { S: "states/dev/run.tfstate" } } }),
    ],
  ] as const)("lets a call pass where it %s", async (_, scope, options) => {
    expect(await answered(scope, options)).toMatchObject({ status: 200, arrived: true });
  });
});

describe("as long as it is not known what was there", () => {
  beforeEach(() => aws.protect({ things: "all", mayWrite }));

  it.each([
    ["eu-west-1/rds", asForm("CreateDBCluster", "&DBClusterIdentifier=new")],
    ["eu-west-1/lambda", rest("DELETE", "/2015-03-31/functions/any")],
    ["eu-west-1/s3", rest("PUT", "/any/key", "1")],
  ] as const)("nothing is made or changed", async (scope, options) => {
    const { status, body, arrived } = await answered(scope, options);
    expect({ status, arrived }).toEqual({ status: 403, arrived: false });
    expect(body).toContain("nothing may be changed yet");
  });

  it("the rest passes: what only asks, and what may be written", async () => {
    expect(await answered("eu-west-1/drs", rest("POST", "/DescribeSourceServers", "{}"))).toMatchObject({
      status: 200,
    });
    expect(await answered("eu-west-1/s3", rest("PUT", "/states/dev/run.tfstate", "{}"))).toMatchObject({ status: 200 });
  });
});
