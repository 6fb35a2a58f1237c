import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CreateBucketCommand, ListBucketsCommand, PutPublicAccessBlockCommand } from "@aws-sdk/client-s3";
import { type Aws, connect } from "../../../dr/aws";
import type { RecoveredRegion, Served } from "../../../dr/checks/view";
import { callPreparation } from "../../../tools/database/call-preparation";
import type { GatedAws } from "../../../tools/gate/gated-aws";
import { runFolder } from "../../support/once";
import { makeAlarms } from "./healthy-alarms";
import { makeArchive } from "./healthy-archive";
import { makeBackups } from "./healthy-backups";
import { type DatabaseOptions, makeDatabase } from "./healthy-database";
import { makeEdge } from "./healthy-edge";
import { makeFront } from "./healthy-front";
import { makeImages } from "./healthy-images";
import { makeNetwork, type Network } from "./healthy-network";
import { makePreparation } from "./healthy-preparation";
import { serve } from "./healthy-services";

export const lostRegion = "eu-west-1";
export const targetRegion = "eu-central-1";
/** Where backups of the recovered region go. */
export const thirdRegion = "eu-north-1";
export const zones = ["a", "b", "c"].map((letter) => `${targetRegion}${letter}`);

/** The lost region's AWS, from before it is switched off. */
export const lostAws = (local: GatedAws): Aws => connect(local.environment, lostRegion);

/** Parts of a region that a test may do without. */
export interface Parts {
  readonly front?: boolean;
  /** What customers reach, before the front. */
  readonly edge?: boolean;
  readonly fleets?: boolean;
  /** What both services run on; instances unless said. */
  readonly compute?: Served["compute"];
  readonly database?: DatabaseOptions | false;
  /** Whether the database is prepared, and has the function for it; not unless said. */
  readonly prepared?: boolean;
  readonly backups?: boolean;
  /** A network that others use, too; one of its own unless given. */
  readonly network?: Network;
}

/** What a check looks at when all is well: real resources, made through the SDK, under a prefix of their own. */
export async function healthyRegion(local: GatedAws, prefix: string, parts: Parts = {}) {
  const since = Date.now();
  const aws = connect(local.environment, targetRegion);
  const domain = `${prefix}.example.com`;
  const { front = true, fleets = front, edge = front, database = {}, backups = front } = parts;
  const { compute = "ec2" } = parts;
  const network = parts.network ?? (await makeNetwork(aws, zones));
  const [made, data, images] = await Promise.all([
    front ? makeFront(aws, prefix, network, { domain, vpcRegion: targetRegion, compute }) : undefined,
    database ? makeDatabase(lostAws(local), aws, prefix, network, database) : undefined,
    front ? makeImages(aws, lostRegion, prefix) : undefined,
    front && makeBucket(aws, `${prefix}-access-logs`),
    front && makeArchive(aws, prefix),
    front && makeAlarms(aws, prefix),
  ]);
  if (parts.prepared) {
    await makePreparation(aws, prefix, { network, LogGroup: `/${prefix}/web` });
    await callPreparation(aws.lambda, prefix);
  }
  const before = made && edge ? await makeEdge(aws, made.publicZone, domain) : undefined;
  if (made && fleets) {
    const { appSubnets: subnets, webGroup, apiGroup } = network;
    await serve[compute](aws, { name: `${prefix}-web`, subnets, group: webGroup, targets: made.webTargets });
    await serve[compute](aws, { name: `${prefix}-api`, subnets, group: apiGroup, targets: made.apiTargets });
  }
  const kept = backups ? await makeBackups(aws, connect(local.environment, thirdRegion), prefix) : undefined;
  const served: Served = compute === "lambda" ? { compute } : { compute, onDemandPerZone: 2 };
  const view: RecoveredRegion = {
    awsIn: (region) => connect(local.environment, region),
    ...{ aws, namePrefix: prefix, zones, domain, originPrefix: `${prefix}-origin-` },
    healthPaths: ["/health", "/health/ready"],
    logFolder: logsOf(prefix),
    services: { api: served, web: served },
    database: { engine: "aurora", readerCount: 2 },
    images: images ?? { repositories: [], imageParameters: [] },
    snapshotArn: data?.snapshotArn ?? "",
    // The snapshot's source is in the lost region and was there before the loss.
    calls: local.calls({ since }).filter(({ region }) => region !== lostRegion),
    lost: { region: lostRegion, traces: [lostRegion] },
    callsSince: (time) => local.calls({ since: time }),
    plannedNow: { recovery: async () => [], edge: async () => looked(aws) },
    compareWithSource: async () => ({ compared: 1, types: { aws_vpc: 1 }, differences: [] }),
    compareStates: () => ({ resources: 1, attributes: 1, differences: [] }),
    plan: { planned_values: {} },
    state: { values: {} },
  };
  return { view, network, edge: before, ...made, ...data, ...kept };
}

/** A folder with the log of a root. */
function logsOf(prefix: string): string {
  const folder = join(runFolder(), `logs-of-${prefix}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "dev-global-dns.log"), "module.dns.aws_secretsmanager_secret.origin_blue: Creating...\n");
  return folder;
}

/** A plan that looks at what there is, and changes nothing. */
async function looked({ s3 }: Aws): Promise<string[]> {
  await s3.send(new ListBucketsCommand({}));
  return [];
}

async function makeBucket({ s3 }: Aws, Bucket: string): Promise<void> {
  await s3.send(new CreateBucketCommand({ Bucket, CreateBucketConfiguration: { LocationConstraint: targetRegion } }));
  await s3.send(
    new PutPublicAccessBlockCommand({
      Bucket,
      PublicAccessBlockConfiguration: {
        ...{ BlockPublicAcls: true, IgnorePublicAcls: true },
        ...{ BlockPublicPolicy: true, RestrictPublicBuckets: true },
      },
    }),
  );
}
