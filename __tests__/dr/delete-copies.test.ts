import { deleteCopies } from "../../dr/account/delete-copies";
import { connect } from "../../dr/aws";
import { Drill } from "../../dr/drill";
import { fakeUpstream } from "../tools/gate/upstream-fake";
import { anySettings } from "./support/settings";

const beganAt = new Date("2026-11-23T03:00:00Z");
const [hourBefore, hourAfter, dayAfter] = [-3_600, 3_600, 86_400].map((seconds) => beganAt.getTime() / 1000 + seconds);
const goneAt = new Date(beganAt.getTime() + 2 * 3_600_000);
const arn = (region: string, resource: string) => `arn:aws:rds:${region}:111122223333:${resource}`;
const point = (id: string, ResourceArn: string, CreationDate: number | undefined = hourAfter) => ({
  RecoveryPointArn: arn("eu-central-1", `cluster-snapshot:awsbackup:${id}`),
  ResourceArn,
  CreationDate,
});
const lost = arn("eu-west-1", "cluster:dev-eu-west-1-orders");
const recovered = arn("eu-central-1", "cluster:dr-2611230300-orders");

let aws: Awaited<ReturnType<typeof fakeUpstream>>;
beforeEach(async () => {
  aws = await fakeUpstream();
});
afterEach(() => aws.close());

/** What is deleted, by vault, when these are in every vault. No local AWS makes backups; this is what AWS Backup lists. */
async function deleted(RecoveryPoints: readonly object[], drill = new Drill(anySettings())): Promise<string[]> {
  aws.answer.body = JSON.stringify({ RecoveryPoints });
  drill.found.aws = (region) =>
    connect({ AWS_ENDPOINT_URL: aws.endpoint, AWS_ACCESS_KEY_ID: "a", AWS_SECRET_ACCESS_KEY: "b" }, region);
  await deleteCopies(drill, { from: beganAt, to: goneAt }, { signal: new AbortController().signal, say: () => {} });
  return aws.received
    .filter(({ method }) => method === "DELETE")
    .map(({ url = "" }) => decodeURIComponent(url).replace(/.*backup-vaults\/(.*)\/recovery-points\/.*:(.*)/, "$1 $2"));
}

const inBothVaults = (...ids: string[]) =>
  ["dev-eu-central-1-copies", "dev-eu-north-1-copies"].flatMap((vault) => ids.map((id) => `${vault} ${id}`));

it("deletes the copies of the run's two databases from the vaults that stay", async () => {
  expect(await deleted([point("1", lost), point("2", recovered)])).toEqual(inBothVaults("1", "2"));
});

it("leaves every backup from before the run, though its database had the same ARN", async () => {
  expect(await deleted([point("1", lost, hourBefore), point("2", lost)])).toEqual(inBothVaults("2"));
});

it("leaves every backup from after what the run made was gone: the region's database of then is somebody's", async () => {
  expect(await deleted([point("1", lost, dayAfter), point("2", lost)])).toEqual(inBothVaults("2"));
});

it("leaves a backup that does not say when it was made", async () => {
  expect(await deleted([{ ...point("1", lost), CreationDate: undefined }])).toEqual([]);
});

it("leaves the backups of other databases, whatever part of their ARN is the same", async () => {
  const others = [
    arn("eu-west-1", "cluster:dev-eu-west-1-orders-2"),
    arn("eu-central-1", "cluster:dr-2611220300-orders"),
    arn("us-east-1", "cluster:dev-eu-west-1-orders"),
    arn("eu-west-1", "db:dev-eu-west-1-orders"),
    lost.replace("111122223333", "444455556666"),
  ];
  expect(await deleted(others.map((other, index) => point(String(index), other)))).toEqual([]);
});

it("knows a database on RDS by the ARN of its instance", async () => {
  const { lost: region } = anySettings();
  const { database } = { database: { ...region.database, engine: "rds" } } as Pick<typeof region, "database">;
  const drill = new Drill(anySettings({ lost: { ...region, database } }));
  const found = await deleted([point("1", lost), point("2", arn("eu-west-1", "db:dev-eu-west-1-orders"))], drill);
  expect(found).toEqual(inBothVaults("2"));
});
