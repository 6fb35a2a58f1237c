import * as cognito from "@aws-sdk/client-cognito-identity-provider";
import * as elastiCache from "@aws-sdk/client-elasticache";
import { type Aws, connect } from "../../../dr/aws";
import { caches } from "../../../dr/inventory/readers/caches";
import { userPools } from "../../../dr/inventory/readers/user-pools";
import { read } from "../../../dr/inventory/take";
import type { GatedAws } from "../../../tools/gate/gated-aws";
import { emptyLocalAws } from "../../support/local-aws";

let local: GatedAws;
let aws: Aws;

beforeAll(async () => {
  local = await emptyLocalAws();
  aws = connect(local.environment, "eu-west-1");
});
afterAll(() => local.stop());

describe("the inventory", () => {
  it("tells how a cache fails over and is encrypted, and each of its nodes", async () => {
    const input = { ReplicationGroupId: "cache", ReplicationGroupDescription: "cache", Engine: "valkey" };
    const failover = { NumCacheClusters: 2, AutomaticFailoverEnabled: true, MultiAZEnabled: true };
    const encrypted = { TransitEncryptionEnabled: true, AtRestEncryptionEnabled: true };
    const asked = { ...input, ...failover, ...encrypted, EngineVersion: "8.0" };
    await aws.elastiCache.send(new elastiCache.CreateReplicationGroupCommand(asked));
    const [found] = await read(aws, [caches]);
    expect(found?.settings).toMatchObject({
      ...{ automaticFailover: "enabled", multiAz: "enabled", transitEncryption: true, atRestEncryption: true },
      nodes: [
        { name: "cache-001", engineVersion: "8.0.0" },
        { name: "cache-002", engineVersion: "8.0.0" },
      ],
    });
  });

  it("tells how a user pool is protected, and what its clients may do", async () => {
    const pool = { PoolName: "customers", DeletionProtection: "ACTIVE", UsernameAttributes: ["email"] } as const;
    const made = await aws.cognito.send(
      new cognito.CreateUserPoolCommand({ ...pool, UsernameAttributes: [...pool.UsernameAttributes] }),
    );
    const client = { UserPoolId: made.UserPool?.Id, ClientName: "browser", GenerateSecret: true };
    await aws.cognito.send(new cognito.CreateUserPoolClientCommand({ ...client, WriteAttributes: ["email"] }));
    const [customers, browser] = await read(aws, [userPools]);
    expect(customers?.settings).toMatchObject({
      deletionProtection: "ACTIVE",
      tier: "ESSENTIALS",
      usernames: ["email"],
    });
    expect(browser?.settings).toMatchObject({ hasSecret: true, writes: ["email"] });
  });
});
