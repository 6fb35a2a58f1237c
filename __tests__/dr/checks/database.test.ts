import { AuthorizeSecurityGroupIngressCommand, CreateRouteCommand, type IpPermission } from "@aws-sdk/client-ec2";
import { ScheduleKeyDeletionCommand } from "@aws-sdk/client-kms";
import {
  CreateDBClusterCommand,
  CreateDBInstanceCommand,
  DeleteDBClusterSnapshotCommand,
  DeleteDBInstanceCommand,
  ModifyDBInstanceCommand,
  StopDBClusterCommand,
} from "@aws-sdk/client-rds";
import { connect } from "../../../dr/aws";
import { ask } from "../../../dr/check";
import { encryptTheDatabase } from "../../../dr/checks/encrypt-the-database";
import { keepTheDatabasePrivate } from "../../../dr/checks/keep-the-database-private";
import { restoreFromTheSnapshot } from "../../../dr/checks/restore-from-the-snapshot";
import { runTheDatabase } from "../../../dr/checks/run-the-database";
import { spreadTheDatabase } from "../../../dr/checks/spread-the-database";
import type { GatedAws } from "../../../tools/gate/gated-aws";
import { emptyLocalAws } from "../../support/local-aws";
import { type DatabaseOptions, engine, makeKey, makeSnapshot } from "../support/healthy-database";
import { makeNetwork, type Network, tcp, world } from "../support/healthy-network";
import { healthyRegion, lostAws, targetRegion, zones } from "../support/healthy-region";
import { need } from "../support/need";

let local: GatedAws;
let shared: Network;
let number = 0;

beforeAll(async () => {
  local = await emptyLocalAws();
  shared = await makeNetwork(connect(local.environment, targetRegion), zones);
});
afterAll(() => local.stop());

/** A region with nothing but a database, under a prefix of its own. */
const region = async (database: DatabaseOptions = {}, network?: Network) => {
  const prefix = `data-${++number}`;
  return { prefix, ...(await healthyRegion(local, prefix, { front: false, database, network: network ?? shared })) };
};
/** The same with a network that the test may change. */
const regionOfItsOwn = async () => {
  const network = await makeNetwork(connect(local.environment, targetRegion), zones);
  return region({ readerCount: 0 }, network);
};
const failed = (...problems: unknown[]) => ({ status: "failed", problems });

describe("the database is available", () => {
  it("passes when writer and readers are, and says how many", async () => {
    const { view } = await region();
    expect(await ask(runTheDatabase, view)).toMatchObject({
      status: "passed",
      seen: "data-1-orders: 1 writer, 2 readers",
    });
  });

  it("fails when there is no cluster", async () => {
    const { view } = await healthyRegion(local, "empty", { front: false, database: false, network: shared });
    const none = failed("there is no cluster empty-orders in eu-central-1");
    for (const check of [
      runTheDatabase,
      spreadTheDatabase,
      encryptTheDatabase,
      keepTheDatabasePrivate,
      restoreFromTheSnapshot,
    ])
      expect(await ask(check, view)).toMatchObject(none);
  });

  it("fails when a reader is missing", async () => {
    const { view, prefix } = await region();
    await view.aws.rds.send(
      new DeleteDBInstanceCommand({ DBInstanceIdentifier: `${prefix}-orders-2`, SkipFinalSnapshot: true }),
    );
    expect(await ask(runTheDatabase, view)).toMatchObject(failed("the cluster has 1 readers, 2 are needed"));
  });

  it("fails when the cluster is stopped", async () => {
    const { view, prefix } = await region();
    await view.aws.rds.send(new StopDBClusterCommand({ DBClusterIdentifier: `${prefix}-orders` }));
    const { status, problems } = await ask(runTheDatabase, view);
    expect(status).toBe("failed");
    expect(problems).toContainEqual(expect.stringMatching(`^cluster ${prefix}-orders is stopp`));
  });
});

describe("the database is spread over the zones", () => {
  it("fails when it is in one zone only", async () => {
    const { view } = await region({ instanceZones: [need(zones[0]), need(zones[0]), need(zones[0])] });
    expect(await ask(spreadTheDatabase, view)).toMatchObject(
      failed("3 instances are in 1 zones (eu-central-1a), not in 3"),
    );
  });

  it("fails when its subnets leave a zone out", async () => {
    const { view } = await region({ subnetCount: 2, readerCount: 1 });
    expect(await ask(spreadTheDatabase, view)).toMatchObject(
      failed(expect.stringMatching(/^subnet group \S+ has no subnet in eu-central-1c$/)),
    );
  });

  it("fails when an instance is in a zone that is not in use", async () => {
    const { view } = await region();
    const other = { ...view, zones: zones.slice(0, 2) };
    expect(await ask(spreadTheDatabase, other)).toMatchObject(
      failed("an instance is in eu-central-1c, which is not in use"),
    );
  });
});

describe("the database is encrypted under the region's own key", () => {
  it("fails when it is not encrypted", async () => {
    const { view, prefix } = await region({ encrypted: false });
    const { status, problems } = await ask(encryptTheDatabase, view);
    expect(status).toBe("failed");
    expect(problems).toEqual([
      `cluster ${prefix}-orders is not encrypted`,
      ...[0, 1, 2].map((at) => `instance ${prefix}-orders-${at} is not encrypted`),
    ]);
  });

  it("fails when it is under another key, such as the one that the snapshot came with", async () => {
    const { view, prefix, keyArn } = await region({ readerCount: 0 });
    const own = await makeKey(view.aws, `alias/${prefix}-other-database`);
    const other = { ...view, namePrefix: `${prefix}-other` };
    await view.aws.rds.send(
      new CreateDBClusterCommand({
        ...engine,
        ...{ DBClusterIdentifier: `${prefix}-other-orders`, StorageEncrypted: true, KmsKeyId: keyArn },
        ...{ MasterUsername: "shopkeeper", MasterUserPassword: "correct-horse-battery" },
      }),
    );
    expect(await ask(encryptTheDatabase, other)).toMatchObject(
      failed(
        `cluster ${prefix}-other-orders is encrypted under ${keyArn}, not under alias/${prefix}-other-database (${own})`,
      ),
    );
  });

  it("fails when the key is about to be deleted", async () => {
    const { view, prefix, keyArn } = await region({ readerCount: 0 });
    await view.aws.kms.send(new ScheduleKeyDeletionCommand({ KeyId: keyArn?.split("/")[1], PendingWindowInDays: 7 }));
    expect(await ask(encryptTheDatabase, view)).toMatchObject(
      failed(`key alias/${prefix}-database is PendingDeletion, not Enabled`),
    );
  });
});

describe("the database is private", () => {
  it("fails when an instance is publicly accessible", async () => {
    const { view, prefix } = await region();
    await view.aws.rds.send(
      new ModifyDBInstanceCommand({ DBInstanceIdentifier: `${prefix}-orders-1`, PubliclyAccessible: true }),
    );
    expect(await ask(keepTheDatabasePrivate, view)).toMatchObject(
      failed(`instance ${prefix}-orders-1 is publicly accessible`),
    );
  });

  const openings: [string, IpPermission, string[]][] = [
    ["the world", world(5432), ["0.0.0.0/0 on tcp 5432", "::/0 on tcp 5432"]],
    ["the VPC's addresses", { ...tcp(5432), IpRanges: [{ CidrIp: "10.1.0.0/16" }] }, ["10.1.0.0/16 on tcp 5432"]],
  ];
  it.each(openings)("fails when its security group admits %s", async (_, rule, admitted) => {
    const { view, network } = await regionOfItsOwn();
    const GroupId = network.databaseGroup;
    await view.aws.ec2.send(new AuthorizeSecurityGroupIngressCommand({ GroupId, IpPermissions: [rule] }));
    expect(await ask(keepTheDatabasePrivate, view)).toMatchObject(
      failed(...admitted.map((what) => `security group ${GroupId} of the database admits ${what}`)),
    );
  });

  it("fails when its security group admits another port", async () => {
    const { view, network } = await regionOfItsOwn();
    const rule = { ...tcp(22), UserIdGroupPairs: [{ GroupId: network.webGroup }] };
    const open = { GroupId: network.databaseGroup, IpPermissions: [rule] };
    await view.aws.ec2.send(new AuthorizeSecurityGroupIngressCommand(open));
    expect(await ask(keepTheDatabasePrivate, view)).toMatchObject(
      failed(`security group ${network.databaseGroup} of the database admits tcp 22, not only tcp 5432`),
    );
  });

  it("fails when its subnets have a way to the internet", async () => {
    const { view, network } = await regionOfItsOwn();
    const route = { DestinationCidrBlock: "0.0.0.0/0", GatewayId: network.gatewayId };
    await view.aws.ec2.send(new CreateRouteCommand({ RouteTableId: network.dataTable, ...route }));
    expect(await ask(keepTheDatabasePrivate, view)).toMatchObject(
      failed(
        ...network.dataSubnets.map(
          (subnet) => `subnet ${subnet} of the database has a route to 0.0.0.0/0 through ${network.gatewayId}`,
        ),
      ),
    );
  });
});

describe("the database was restored from the snapshot", () => {
  it("passes by what the gate logged, and says so", async () => {
    const { view, snapshotArn } = await region({ readerCount: 0 });
    expect(await ask(restoreFromTheSnapshot, view)).toMatchObject({
      status: "passed",
      seen: `RestoreDBClusterFromSnapshot from ${snapshotArn}; the snapshot is available`,
    });
  });

  it("fails when it was another snapshot", async () => {
    const { view, prefix, snapshotArn, keyArn } = await region({ readerCount: 0 });
    const other = await makeSnapshot(lostAws(local), view.aws, `${prefix}-2`, keyArn);
    expect(await ask(restoreFromTheSnapshot, { ...view, snapshotArn: other })).toMatchObject(
      failed(
        `the cluster was made by RestoreDBClusterFromSnapshot from ${snapshotArn}, not by RestoreDBClusterFromSnapshot from ${other}`,
        "the cluster is older than the snapshot",
      ),
    );
  });

  it("fails when it was created empty", async () => {
    const { view, snapshotArn } = await region({ readerCount: 0, empty: true });
    expect(await ask(restoreFromTheSnapshot, view)).toMatchObject(
      failed(`the cluster was made by CreateDBCluster, not by RestoreDBClusterFromSnapshot from ${snapshotArn}`),
    );
  });

  it("fails when the snapshot is gone", async () => {
    const { view, prefix, snapshotArn } = await region({ readerCount: 0 });
    await view.aws.rds.send(new DeleteDBClusterSnapshotCommand({ DBClusterSnapshotIdentifier: `${prefix}-copy` }));
    expect(await ask(restoreFromTheSnapshot, view)).toMatchObject(
      failed(`there is no snapshot ${snapshotArn} in eu-central-1`),
    );
  });

  it("fails when the snapshot is not encrypted", async () => {
    const { view } = await region({ readerCount: 0, encrypted: false });
    expect(await ask(restoreFromTheSnapshot, view)).toMatchObject(failed("the snapshot is not encrypted"));
  });

  it("is uncertain when the log does not hold the request", async () => {
    const { view, prefix } = await region({ readerCount: 0 });
    const calls = view.calls.map(({ parameters: _, ...call }) => call);
    expect(await ask(restoreFromTheSnapshot, { ...view, calls })).toMatchObject({
      status: "uncertain",
      problems: [expect.stringContaining(`does not hold the request that made cluster ${prefix}-orders`)],
    });
  });
});

it("keeps no secret in the log", async () => {
  const { prefix } = await region({ readerCount: 0, empty: true });
  const made = local.calls().filter(({ action, parameters }) => action === "CreateDBCluster" && parameters);
  expect(made.map(({ parameters }) => parameters)).toContainEqual({ DBClusterIdentifier: `${prefix}-orders` });
  expect(JSON.stringify(local.calls())).not.toContain("correct-horse-battery");
});

it("does not take an instance of another cluster for its own", async () => {
  const { view } = await region();
  await view.aws.rds.send(
    new CreateDBInstanceCommand({
      ...{ DBInstanceIdentifier: `alone-${number}`, DBInstanceClass: "db.t4g.micro", Engine: "postgres" },
      ...{ MasterUsername: "someone", MasterUserPassword: "correct-horse-battery", AllocatedStorage: 20 },
      PubliclyAccessible: true,
    }),
  );
  expect(await ask(keepTheDatabasePrivate, view)).toMatchObject({ status: "passed" });
});
