import { deleteLateLogs } from "../../dr/account/delete-late-logs";
import { connect } from "../../dr/aws";
import { Drill } from "../../dr/drill";
import { fakeUpstream } from "../tools/gate/upstream-fake";
import { anySettings } from "./support/settings";

const beganAt = new Date("2026-11-23T03:00:00Z");
const goneAt = new Date("2026-11-23T05:00:00Z");
const during = beganAt.getTime() + 3_600_000;
const lost = "/aws/rds/cluster/dev-eu-west-1-orders/postgresql";
const recovered = "/aws/lambda/dr-2611230300-database-preparation";

let aws: Awaited<ReturnType<typeof fakeUpstream>>;
beforeEach(async () => {
  aws = await fakeUpstream();
});
afterEach(() => aws.close());

/** What is tagged and deleted when every region has these groups. */
async function deleted(groups: readonly { readonly logGroupName: string }[]): Promise<string[]> {
  const logGroups = groups.map((group) => ({
    creationTime: during,
    arn: `arn:aws:logs:eu-west-1:111122223333:log-group:${group.logGroupName}:*`,
    ...group,
  }));
  aws.answer.body = JSON.stringify({ logGroups });
  aws.answer.type = "application/x-amz-json-1.1";
  const drill = new Drill(anySettings());
  drill.found.aws = (region) =>
    connect({ AWS_ENDPOINT_URL: aws.endpoint, AWS_ACCESS_KEY_ID: "a", AWS_SECRET_ACCESS_KEY: "b" }, region);
  const at = { signal: new AbortController().signal, say: () => {} };
  await deleteLateLogs(drill, { from: beganAt, to: () => goneAt }, at);
  return aws.received.flatMap(({ headers, body }) => {
    const call = String(headers["x-amz-target"]).split(".").at(-1);
    if (call === "DescribeLogGroups") return [];
    const { logGroupName, resourceArn, tags } = JSON.parse(body);
    return [`${call} ${logGroupName ?? resourceArn.split(":log-group:")[1]}${tags ? ` ${JSON.stringify(tags)}` : ""}`];
  });
}

it("marks and deletes what services made again of the lost region and of the recovered one", async () => {
  expect(await deleted([{ logGroupName: lost }, { logGroupName: recovered }])).toEqual([
    `TagResource ${lost} {"Run":"dr-2611230300"}`,
    `DeleteLogGroup ${lost}`,
    `TagResource ${recovered} {"Run":"dr-2611230300"}`,
    `DeleteLogGroup ${recovered}`,
  ]);
});

it.each([
  ["one that the platform made, with a key or days", { kmsKeyId: "arn:aws:kms:eu-west-1:111122223333:key/1" }],
  ["one that is kept for days", { retentionInDays: 90 }],
  ["one from before the run", { creationTime: beganAt.getTime() - 1 }],
  ["one from after what the run made was gone", { creationTime: goneAt.getTime() + 1 }],
  ["one that does not say when it was made", { creationTime: undefined }],
  ["one of another name", { logGroupName: "/aws/lambda/dev-eu-west-10-orders" }],
  ["one that no service makes", { logGroupName: "dev-eu-west-1-web" }],
  ["one of another run", { logGroupName: "/aws/lambda/dr-2611230301-orders" }],
])("leaves %s", async (_, other) => {
  expect(await deleted([{ logGroupName: lost, ...other }])).toEqual([]);
});
