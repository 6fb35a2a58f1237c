import type { ZoneLetter } from "../modules/core/zones";
import type { RegionName } from "../regions/schema/aws-regions";

/** Where a region is rebuilt when it is lost. */
export interface Target {
  readonly lost: RegionName;
  readonly region: RegionName;
  /** IPv4 CIDR block of the VPC there, a /16 that no live region has. */
  readonly cidr: string;
  /** For each letter of the lost region's zones, the letter of the zone there. */
  readonly zones: Readonly<Partial<Record<ZoneLetter, string>>>;
  /** The region that backups are copied to from there: neither the lost one nor the target, so that a second loss is survived. */
  readonly copiesTo: RegionName;
}

/** What a target is called: the region that is lost, and where it is rebuilt. */
export const called = ({ lost, region }: Target): string => `${lost} → ${region}`;
