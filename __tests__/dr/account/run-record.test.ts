import { CreateBucketCommand } from "@aws-sdk/client-s3";
import { RunRecord } from "../../../dr/account/run-record";
import { connect } from "../../../dr/aws";
import { stateBucketName } from "../../../modules/state/contract";
import type { GatedAws } from "../../../tools/gate/gated-aws";
import { emptyLocalAws } from "../../support/local-aws";
import { dev } from "../../support/own-regions";

let local: GatedAws;
beforeAll(async () => {
  local = await emptyLocalAws(dev.account);
});
afterAll(() => local.stop());

it("remembers a run as long as something that its steps made is not taken back, whatever else is gone", async () => {
  const { s3 } = connect(local.environment, dev.stateRegion);
  const CreateBucketConfiguration = { LocationConstraint: "eu-north-1" } as const;
  await s3.send(new CreateBucketCommand({ Bucket: stateBucketName(dev, dev.stateRegion), CreateBucketConfiguration }));
  const runs = async () => (await RunRecord.all(s3, dev)).map(({ run }) => run);
  const beganAt = "2026-11-23T03:00:00.000Z";
  const record = new RunRecord(s3, dev, "dr-261123030000-k7qd");
  const commit = "a".repeat(40);
  await record.keep({ commit, target: "eu-central-1", beganAt, standing: true, before: {}, made: [] });
  await record.note([{ type: "fence", name: "eu-west-1", region: dev.stateRegion, at: beganAt }]);

  await record.close({ standing: false, left: false });
  expect(await runs()).toEqual([record.run]);
  await record.note([]);
  await record.close({ standing: false, left: false });
  expect(await runs()).toEqual([]);
});
