import { CreateKeyCommand, ScheduleKeyDeletionCommand } from "@aws-sdk/client-kms";
import { CreateSecretCommand, DeleteSecretCommand } from "@aws-sdk/client-secrets-manager";
import { type Aws, connect } from "../../../dr/aws";
import { given } from "../../../dr/inventory/answers";
import type { Item } from "../../../dr/inventory/item";
import { takeGlobalInventory, takeInventory } from "../../../dr/inventory/take";
import { describeLeftover, sweep } from "../../../dr/sweep/sweep";
import type { GatedAws } from "../../../tools/gate/gated-aws";
import { emptyLocalAws } from "../../support/local-aws";
import { accountLeftovers } from "./account-leftovers";
import { archiveLeftovers } from "./archive-leftovers";
import { backupLeftovers } from "./backup-leftovers";
import { computeLeftovers } from "./compute-leftovers";
import { containerLeftovers } from "./container-leftovers";
import { dataLeftovers } from "./data-leftovers";
import { edgeLeftovers } from "./edge-leftovers";
import { eventsLeftovers } from "./events-leftovers";
import { networkLeftovers } from "./network-leftovers";
import { optionalTierLeftovers } from "./optional-tier-leftovers";
import { otherLeftovers } from "./other-leftovers";
import { makeWorld } from "./world";

const leftovers = [
  ...networkLeftovers,
  ...computeLeftovers,
  ...containerLeftovers,
  ...dataLeftovers,
  ...edgeLeftovers,
  ...eventsLeftovers,
  ...optionalTierLeftovers,
  ...otherLeftovers,
  ...archiveLeftovers,
  ...accountLeftovers,
  ...backupLeftovers,
];
const types = leftovers.map(({ type }) => type);

let local: GatedAws;
let aws: Aws;
let before: Item[];
let withAll: Item[];
let afterwards: Item[];
const made = new Map<string, string>();
const everything = async () => (await Promise.all([takeInventory(aws), takeGlobalInventory(aws)])).flat();

beforeAll(async () => {
  local = await emptyLocalAws();
  aws = connect(local.environment, "eu-west-1");
  const world = await makeWorld(aws, connect(local.environment, "us-east-1"));
  before = await everything();
  const removals = [];
  for (const { type, make } of leftovers) {
    const { id, remove } = await make(world);
    made.set(type, id);
    removals.push(remove);
  }
  withAll = await everything();
  for (const remove of removals) await remove();
  afterwards = await everything();
});
afterAll(() => local.stop());

describe("the sweep", () => {
  it.each(types)("finds one %s", (type) => {
    const { left } = sweep(before, withAll);
    const ids = left.filter((item) => item.type === type).flatMap(({ id, ownedBy }) => (ownedBy ? [] : [id]));
    expect(ids).toEqual([made.get(type)]);
  });

  it("finds nothing else, but what AWS made for one of them and says so", () => {
    const others = sweep(before, withAll).left.filter(({ type, id }) => made.get(type) !== id);
    const owners = ["aws_vpc", "aws_instance", "aws_nat_gateway", "aws_appautoscaling_policy"].map(
      (type) => made.get(type) ?? "",
    );
    expect(others.map(({ type }) => type)).toEqual(expect.arrayContaining(["aws_ebs_volume", "aws_security_group"]));
    expect(others.filter(({ ownedBy }) => !owners.some((owner) => ownedBy?.includes(owner)))).toEqual([]);
  });

  it.each(types)("does not find the %s any more once it is removed", (type) => {
    expect(sweep(before, afterwards).left.filter((item) => item.type === type)).toEqual([]);
  });

  it("finds nothing once all of them are removed", () => {
    expect(sweep(before, afterwards).left).toEqual([]);
  });

  it("lists a KMS key pending deletion with its date, not as left", async () => {
    const { KeyMetadata } = await aws.kms.send(new CreateKeyCommand({}));
    await aws.kms.send(new ScheduleKeyDeletionCommand({ KeyId: KeyMetadata?.KeyId, PendingWindowInDays: 7 }));
    await expectGoneIn(7, "aws_kms_key", KeyMetadata?.Arn);
  });

  it("lists a secret scheduled for deletion with its date, not as left", async () => {
    const { ARN } = await aws.secrets.send(new CreateSecretCommand({ Name: "soft" }));
    await aws.secrets.send(new DeleteSecretCommand({ SecretId: ARN, RecoveryWindowInDays: 7 }));
    await expectGoneIn(7, "aws_secretsmanager_secret", ARN);
  });

  it("does not list what was leaving already", async () => {
    const now = await everything();
    expect(sweep(now, now)).toEqual({ left: [], softlyDeleted: [] });
  });

  it("says what a leftover is, where, and what it was made for", () => {
    const volume = { type: "aws_ebs_volume", id: "vol-1", name: "data", ownedBy: "aws_instance i-1", settings: {} };
    expect(describeLeftover("eu-west-1", volume)).toBe(
      'aws_ebs_volume vol-1 "data" in eu-west-1, made for aws_instance i-1',
    );
  });
});

async function expectGoneIn(days: number, type: string, id: string | undefined): Promise<void> {
  const { left, softlyDeleted } = sweep(before, await everything());
  const goneOn = softlyDeleted.find((item) => item.type === type && item.id === id)?.goneOn;
  expect(left).toEqual([]);
  const wait = (Date.parse(given(goneOn)) - Date.now()) / 86_400_000;
  expect(wait).toBeGreaterThan(days - 1.1);
  expect(wait).toBeLessThanOrEqual(days + 0.1);
}
