import { deleteCopies } from "../../dr/account/delete-copies";
import { connect } from "../../dr/aws";
import { Drill } from "../../dr/drill";
import { fakeUpstream } from "../tools/gate/upstream-fake";
import { anySettings } from "./support/settings";

const arn = (region: string, resource: string) => `arn:aws:rds:${region}:111122223333:${resource}`;
const point = (id: string, ResourceArn: string) => ({ RecoveryPointArn: arn("eu-central-1", id), ResourceArn });

it("deletes the copies of the run's two databases from the vaults that stay, and no others", async () => {
  const aws = await fakeUpstream();
  try {
    // No local AWS makes backups; this is what AWS Backup lists.
    aws.answer.body = JSON.stringify({
      RecoveryPoints: [
        point("snapshot:awsbackup:1", arn("eu-west-1", "cluster:dev-eu-west-1-orders")),
        point("snapshot:awsbackup:2", arn("eu-central-1", "cluster:dr-2611230300-orders")),
        point("snapshot:awsbackup:3", arn("eu-west-1", "cluster:dev-eu-west-1-orders-2")),
        point("snapshot:awsbackup:4", arn("eu-central-1", "cluster:dr-2611220300-orders")),
      ],
    });
    const drill = new Drill(anySettings());
    drill.found.aws = (region) =>
      connect({ AWS_ENDPOINT_URL: aws.endpoint, AWS_ACCESS_KEY_ID: "a", AWS_SECRET_ACCESS_KEY: "b" }, region);
    await deleteCopies(drill, { signal: new AbortController().signal, say: () => {} });

    const called = aws.received.map(
      ({ method, url = "" }) => `${method} ${decodeURIComponent(url.split("?")[0] ?? "")}`,
    );
    expect(called).toEqual(
      ["dev-eu-central-1-copies", "dev-eu-north-1-copies"].flatMap((vault) => [
        `GET /backup-vaults/${vault}/recovery-points`,
        `DELETE /backup-vaults/${vault}/recovery-points/${arn("eu-central-1", "snapshot:awsbackup:1")}`,
        `DELETE /backup-vaults/${vault}/recovery-points/${arn("eu-central-1", "snapshot:awsbackup:2")}`,
      ]),
    );
  } finally {
    await aws.close();
  }
});
