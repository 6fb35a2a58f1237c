import {
  CreateLogGroupCommand,
  DeleteSubscriptionFilterCommand,
  PutSubscriptionFilterCommand,
} from "@aws-sdk/client-cloudwatch-logs";
import { DeleteDeliveryStreamCommand } from "@aws-sdk/client-firehose";
import { type Aws, connect } from "../../../dr/aws";
import { ask } from "../../../dr/check";
import { archiveEveryLog } from "../../../dr/checks/archive-every-log";
import type { RecoveredRegion } from "../../../dr/checks/view";
import type { GatedAws } from "../../../tools/gate/gated-aws";
import { emptyLocalAws } from "../../support/local-aws";
import { makeArchive } from "../support/healthy-archive";

let local: GatedAws;
let aws: Aws;
beforeAll(async () => {
  local = await emptyLocalAws();
  aws = connect(local.environment, "eu-west-1");
});
afterAll(() => local.stop());

const asked = (namePrefix: string) => ask(archiveEveryLog, { aws, namePrefix } as unknown as RecoveredRegion);

it("fails when a log group is left out, filtered, or goes to a stream that is gone", async () => {
  expect(await asked("kept")).toMatchObject({ status: "failed", problems: ["there is no log group"] });
  const { filter, DeliveryStreamName } = await makeArchive(aws, "kept");
  expect(await asked("kept")).toMatchObject({ status: "passed", seen: "1 log groups" });

  await aws.logs.send(new PutSubscriptionFilterCommand({ ...filter, filterPattern: "ERROR" }));
  const partly = ["not all that /kept/web holds goes to an archive"];
  expect(await asked("kept")).toMatchObject({ status: "failed", problems: partly });
  await aws.logs.send(new DeleteSubscriptionFilterCommand(filter));
  expect(await asked("kept")).toMatchObject({ status: "failed", problems: partly });
  await aws.logs.send(new PutSubscriptionFilterCommand(filter));

  await aws.logs.send(new CreateLogGroupCommand({ logGroupName: "/kept/api" }));
  const missed = ["not all that /kept/api holds goes to an archive"];
  expect(await asked("kept")).toMatchObject({ status: "failed", problems: missed });

  await aws.firehose.send(new DeleteDeliveryStreamCommand({ DeliveryStreamName }));
  expect((await asked("kept")).problems).toContain("what takes the logs of /kept/web delivers to no bucket");
});
