import { ScheduleKeyDeletionCommand } from "@aws-sdk/client-kms";
import { connect } from "../../../dr/aws";
import { ask } from "../../../dr/check";
import { copyBackupsElsewhere } from "../../../dr/checks/copy-backups-elsewhere";
import type { GatedAws } from "../../../tools/gate/gated-aws";
import { emptyLocalAws } from "../../support/local-aws";
import { makeBackups, makePlan } from "../support/healthy-backups";
import { makeNetwork, type Network } from "../support/healthy-network";
import { healthyRegion, targetRegion, thirdRegion, zones } from "../support/healthy-region";

let local: GatedAws;
let network: Network;
let number = 0;

beforeAll(async () => {
  local = await emptyLocalAws();
  network = await makeNetwork(connect(local.environment, targetRegion), zones);
});
afterAll(() => local.stop());

/** A region with nothing but a database, and its backups unless the test makes them. */
const region = async (backups = true) => {
  const prefix = `kept-${++number}`;
  const parts = { front: false, database: { readerCount: 0 }, network, backups };
  return { prefix, ...(await healthyRegion(local, prefix, parts)) };
};
const elsewhere = () => connect(local.environment, thirdRegion);
const failed = (...problems: unknown[]) => ({ status: "failed", problems });

describe("the database is backed up, and each backup copied", () => {
  it("passes when every rule copies into a vault of a third region, and says which", async () => {
    const { view, copyVaultArn } = await region();
    expect(await ask(copyBackupsElsewhere, view)).toMatchObject({
      status: "passed",
      seen: `1 rules, copies into ${copyVaultArn}`,
    });
  });

  it("fails when the database is in no plan", async () => {
    const { view } = await region(false);
    expect(await ask(copyBackupsElsewhere, view)).toMatchObject(failed("the database is in no backup plan"));
  });

  it("fails when a rule copies nowhere", async () => {
    const { view, prefix, backupRoleArn = "" } = await region();
    await makePlan(view.aws, prefix, backupRoleArn, []);
    expect(await ask(copyBackupsElsewhere, view)).toMatchObject(failed("backups of the rule daily are copied nowhere"));
  });

  it.each([
    [targetRegion, "is in the region itself, whose loss takes the copies along"],
    ["eu-west-1", "is in the lost region"],
  ])("fails when copies go to %s", async (where, problem) => {
    const { view, prefix } = await region(false);
    const vault = `arn:aws:backup:${where}:123456789012:backup-vault:shop`;
    await makeBackups(view.aws, elsewhere(), prefix, vault);
    expect(await ask(copyBackupsElsewhere, view)).toMatchObject(failed(`${vault} ${problem}`));
  });

  it("takes a copy in another account for none in a third region", async () => {
    const { view, prefix } = await region(false);
    await makeBackups(view.aws, elsewhere(), prefix, `arn:aws:backup:${targetRegion}:444455556666:backup-vault:shop`);
    expect(await ask(copyBackupsElsewhere, view)).toMatchObject(failed("backups of the rule daily are copied nowhere"));
  });

  it("fails when the vault is missing", async () => {
    const { view, prefix } = await region(false);
    const vault = `arn:aws:backup:${thirdRegion}:123456789012:backup-vault:missing`;
    await makeBackups(view.aws, elsewhere(), prefix, vault);
    expect(await ask(copyBackupsElsewhere, view)).toMatchObject(failed(`there is no vault ${vault}`));
  });

  it("fails when the key of the copies is about to be deleted", async () => {
    const { view, copyKeyId, copyVaultArn } = await region();
    await elsewhere().kms.send(new ScheduleKeyDeletionCommand({ KeyId: copyKeyId, PendingWindowInDays: 7 }));
    expect(await ask(copyBackupsElsewhere, view)).toMatchObject(
      failed(`the key of ${copyVaultArn} is PendingDeletion, not Enabled`),
    );
  });
});
