import { DescribeSecurityGroupsCommand, RevokeSecurityGroupIngressCommand } from "@aws-sdk/client-ec2";
import { DeleteRolePolicyCommand } from "@aws-sdk/client-iam";
import { connect } from "../../../dr/aws";
import { ask } from "../../../dr/check";
import { prepareTheDatabase } from "../../../dr/checks/prepare-the-database";
import type { RecoveredRegion } from "../../../dr/checks/view";
import { Drill } from "../../../dr/drill";
import { prepareDatabase } from "../../../dr/steps/prepare-database";
import { preparationName } from "../../../modules/database/contract";
import type { GatedAws } from "../../../tools/gate/gated-aws";
import { emptyLocalAws } from "../../support/local-aws";
import { makePreparedCluster } from "../support/healthy-preparation";
import { anySettings } from "../support/settings";

let local: GatedAws;
beforeAll(async () => {
  local = await emptyLocalAws();
});
afterAll(() => local.stop());

/** The check on a region with these names, after a database and its function were made there, or nothing. */
async function asked(namePrefix: string, different?: Readonly<Record<string, string>>) {
  const aws = connect(local.environment, "eu-central-1");
  if (different) await makePreparedCluster(aws, namePrefix, different);
  return (engine: "aurora" | "replica" = "aurora") =>
    ask(prepareTheDatabase, { aws, namePrefix, database: { engine, readerCount: 0 } } as unknown as RecoveredRegion);
}

describe("a database that is not prepared", () => {
  it("fails with each thing that was missing, once", async () => {
    const check = await asked("dr-empty", {});
    const { status, problems } = await check();
    expect([status, problems.length]).toEqual(["failed", 8]);
    expect(problems).toContain("dr-empty-database-preparation had still to make: IAM login of shop_api");
    expect(await check()).toMatchObject({
      status: "passed",
      seen: "dr-empty-database-preparation in eu-central-1: 0 missing",
    });
  });

  it("fails where the function cannot log in, or there is none", async () => {
    const locked = await asked("dr-locked", { DATABASE_NAME: "postgres", NODE_EXTRA_CA_CERTS: "" });
    expect(await locked()).toMatchObject({
      status: "failed",
      problems: [expect.stringMatching(/^dr-locked-database-preparation failed: self-signed certificate/)],
    });
    const none = await asked("dr-none");
    expect(await none("replica")).toMatchObject({ status: "passed", seen: expect.stringContaining("its primary") });
    expect(await none()).toMatchObject({
      status: "failed",
      problems: [expect.stringContaining("There is no function dr-none-database-preparation")],
    });
  });
});

describe("a function that AWS does not let through", () => {
  it("fails the check: by a security group, or by its role", async () => {
    const aws = connect(local.environment, "eu-central-1");
    const { databaseGroup } = await makePreparedCluster(aws, "dr-closed");
    const { SecurityGroups: [group] = [] } = await aws.ec2.send(
      new DescribeSecurityGroupsCommand({ GroupIds: [databaseGroup] }),
    );
    await aws.ec2.send(
      new RevokeSecurityGroupIngressCommand({ GroupId: databaseGroup, IpPermissions: group?.IpPermissions }),
    );
    const check = await asked("dr-closed");
    expect(await check()).toMatchObject({
      status: "failed",
      problems: [expect.stringMatching(/^dr-closed-database-preparation failed: .*ETIMEDOUT/)],
    });

    const role = { RoleName: preparationName("dr-closed"), PolicyName: "permissions" };
    await aws.iam.send(new DeleteRolePolicyCommand(role));
    expect(await check()).toMatchObject({
      status: "failed",
      problems: [expect.stringMatching(/not authorized to perform: secretsmanager:GetSecretValue/)],
    });
  });
});

describe("the step before it", () => {
  /** What the step says, in a region with these names. */
  async function stepped(run: string): Promise<string[]> {
    const said: string[] = [];
    const drill = new Drill(anySettings({ run }));
    drill.found.aws = (region) => connect(local.environment, region);
    const say = (news: unknown) => void said.push(String(news));
    await prepareDatabase.run(drill, { signal: new AbortController().signal, say });
    return said;
  }

  it("says what was missing, and fails with what the function says of its failure", async () => {
    expect(await stepped("dr-empty")).toEqual(["nothing was missing"]);
    await expect(stepped("dr-locked")).rejects.toThrow(
      "dr-locked-database-preparation failed: self-signed certificate",
    );
  });

  it("leaves to the check what nobody could ask", async () => {
    await local.switchOff("eu-central-1");
    try {
      expect(await stepped("dr-empty")).toEqual([expect.stringMatching(/^could not be called: .*is blocked/)]);
    } finally {
      await local.switchOn("eu-central-1");
    }
  });
});
