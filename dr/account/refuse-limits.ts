import { BackupClient, DescribeRegionSettingsCommand } from "@aws-sdk/client-backup";
import { UserError } from "../../modules/core/user-error";
import { reservedAddressName } from "../../modules/standby/contract";
import { globalRegion } from "../../regions/schema/aws-regions";
import { type Environment, regionsOf } from "../../regions/schema/environment";
import { regionPrefix } from "../../regions/wiring/location";
import { messageOf } from "../../terraform/failures";
import { tell } from "../../terraform/process/live";
import {
  compareQuotas,
  patience,
  type QuotasThere,
  quotasThere,
  raising,
  shortage,
  suffices,
} from "../../tools/limits/compare";
import { closedRegions, enabling } from "../../tools/limits/opt-in";
import type { Counts } from "../../tools/limits/used";
import type { Settings } from "../drill";

/** AWS in a region, as far as what it allows is concerned. */
export interface LimitsThere extends QuotasThere {
  readonly backup: BackupClient;
}

/** What was found, in lines: what AWS would refuse in the middle of the drill, each with the way out, and what it could not be asked. */
interface Found {
  readonly refused: string[];
  readonly uncertain: string[];
}

type Drilled = Pick<Settings, "environment" | "lost" | "target">;

/**
 * Refuses to drill in an account that would stop it in the middle: by a region that is not enabled, a service that has not
 * opted in, or a quota that a region exceeds beside all that is there. What AWS does not answer is said, and stops nothing.
 */
export async function refuseLimits(
  { environment, lost, target }: Drilled,
  aws: (region: string) => LimitsThere = limitsThere,
  warn: (line: string) => void = (line) => tell(`${line}\n`),
): Promise<void> {
  const found: Found = { refused: [], uncertain: [] };
  const asking = (what: string, ask: () => Promise<string[]>): Promise<void> =>
    ask().then(
      (refused) => void found.refused.push(...refused),
      (error) => void found.uncertain.push(`${what}: ${messageOf(error)}`),
    );
  const engine = lost.database.engine === "rds" ? "RDS" : "Aurora";
  await asking("which regions the account has enabled", async () => {
    const closed = await closedRegions(environment, aws(globalRegion).ec2);
    return closed.map((region) => `${region} is not enabled. Way out: ${enabling([region])}`);
  });
  for (const region of [lost.name, target.region]) {
    const there = aws(region);
    await asking(`whether AWS Backup backs up ${engine} in ${region}`, async () => {
      const { ResourceTypeOptInPreference: types = {} } = await there.backup.send(
        new DescribeRegionSettingsCommand({}),
      );
      if (types[engine] === true) return [];
      const optIn = `aws backup update-region-settings --region ${region} --resource-type-opt-in-preference ${engine}=true`;
      return [`${region} has not opted in to backups of ${engine} by AWS Backup. Way out: ${optIn}`];
    });
    await asking(`whether the quotas of ${region} suffice`, async () => {
      // Addresses that a standby has reserved are what a recovery there takes, and nothing beside it.
      const reserved = reservedIn(environment, region);
      const counts: Counts = ({ Name }) => Name === undefined || !reserved.includes(Name);
      const { compared, unknown } = await compareQuotas({ live: lost, counts, aws: there });
      for (const [why, quotas] of unknown)
        found.uncertain.push(
          `whether the quotas of ${region} suffice for ${quotas.map(({ counts }) => counts).join(", ")}: ${why}`,
        );
      return compared
        .filter((one) => !suffices(one))
        .map((one) => `${shortage(region, one)}. Way out: ${raising(region, one)}`);
    });
  }
  for (const line of found.uncertain) warn(`--aws: uncertain ${line}`);
  if (found.refused.length > 0)
    throw new UserError(
      `--aws: account ${environment.account} would stop the drill in the middle. Nothing was made.\n${found.refused.map((line) => `  ${line}`).join("\n")}`,
    );
}

/** Names of the addresses that a region has reserved for a recovery. */
const reservedIn = (environment: Environment, region: string): string[] =>
  regionsOf(environment, "standby")
    .filter(({ name }) => name === region)
    .flatMap(({ standby }) =>
      standby.natAddressZones.map((letter) => reservedAddressName(regionPrefix(environment.name, region), letter)),
    );

const limitsThere = (region: string): LimitsThere => ({
  ...quotasThere(region),
  backup: new BackupClient({ region, requestHandler: patience }),
});
