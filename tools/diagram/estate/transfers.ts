import type { Estate } from "./estate";
import { ofType } from "./find";
import { regionRoles } from "./roles";

/** Something that goes from one region to another. */
export interface Transfer {
  readonly from: string;
  readonly to: string;
  readonly what: string;
  /** Only after a recovery. */
  readonly later: boolean;
}

/** Every copy between regions, as the calls and the resources of the environment say. */
export function transfersOf(estate: Estate): Transfer[] {
  const { calls, recoveries } = estate;
  const backups = Object.entries(calls).flatMap(([place, { copy_vault_arn, interval_hours }]) => {
    const to = regionIn(copy_vault_arn);
    const what = interval_hours === 1 ? "hourly backups" : `backups, ${interval_hours}-hourly`;
    return to === undefined ? [] : [{ from: place.split("/")[0] ?? "", to, what, later: false }];
  });
  const afterwards = recoveries.flatMap(({ target, calls }) => {
    const to = regionIn(calls.backup?.copy_vault_arn);
    return to === undefined ? [] : [{ from: target, to, what: "backups", later: true }];
  });
  const images = ofType(estate, "aws_ecr_replication_configuration").flatMap(({ region, value }) =>
    mentioned(estate, JSON.stringify(value), region).map((to) => ({ from: region, to, what: "images", later: false })),
  );
  const automated = ofType(estate, "aws_db_instance_automated_backups_replication").flatMap(({ region, value }) =>
    mentioned(estate, String(value.source_db_instance_arn), region).map((from) => ({
      ...{ from, to: region, what: "database logs", later: false },
    })),
  );
  const primary = ofType(estate, "aws_rds_global_cluster")[0]?.region;
  const secondaries = ofType(estate, "aws_rds_cluster").filter(({ region }) => primary && region !== primary);
  const database = secondaries.map(({ region }) => ({
    ...{ from: primary ?? "", to: region, what: "database replica", later: false },
  }));
  const all = [...backups, ...automated, ...database, ...images, ...afterwards];
  return [...new Map(all.map((one) => [JSON.stringify(one), one])).values()];
}

const regionIn = (arn: unknown): string | undefined => /^arn:[^:]+:backup:([^:]+):/.exec(String(arn))?.[1];

const mentioned = (estate: Estate, text: string, besides: string): string[] =>
  regionRoles(estate)
    .map(({ region }) => region)
    .filter((region) => region !== besides && text.includes(region));
