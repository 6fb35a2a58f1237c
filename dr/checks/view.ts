import type { Call } from "../../tools/gate/call-log";
import type { Aws } from "../aws";
import type { Service } from "../lookup/names";
import type { ParityResult } from "../parity/compare";
import type { StateParity } from "../parity/state-parity";

/** What a check looks at: the recovered region, and what should be there. */
export interface RecoveredRegion {
  /** The target region. */
  readonly aws: Aws;
  /** Any other region but the lost one. */
  awsIn(region: string): Aws;
  /** What every physical name there begins with. */
  readonly namePrefix: string;
  /** Availability Zones that must carry load. */
  readonly zones: readonly string[];
  readonly services: Readonly<Record<Service, Served>>;
  readonly database:
    | { readonly engine: "aurora" | "global" | "replica"; readonly readerCount: number }
    | { readonly engine: "rds" };
  /** What the region file names to run: repositories of containers, and the SSM parameters of machine images. */
  readonly images: { readonly repositories: readonly string[]; readonly imageParameters: readonly string[] };
  /** The snapshot, in the target region, that the database had to be restored from. */
  readonly snapshotArn: string;
  /** The shop's domain; the region is origin.<region>.<domain>, its service api.internal.<domain>. */
  readonly domain: string;
  /** What the names of the secrets begin with that origins know CloudFront by. */
  readonly originPrefix: string;
  /** Paths that the region hands on from anyone, for health checks. */
  readonly healthPaths: readonly string[];
  /** Where what programs of the drill printed is. */
  readonly logFolder: string;
  /** What the gate logged between the loss and the end of the recovery. */
  readonly calls: readonly Call[];
  /** What it has logged since a moment, in milliseconds since the epoch. */
  callsSince(time: number): readonly Call[];
  readonly lost: LostRegion;
  /** `terraform show -json` of the recovery's plan. */
  readonly plan: unknown;
  /** `terraform show -json` of the recovery's state. */
  readonly state: unknown;
  /** Plan again what must not change any more: each gives what would. */
  readonly plannedNow: Readonly<Record<"recovery" | "edge", () => Promise<readonly string[]>>>;
  /** Compares what AWS has there now with what it had in the lost region. */
  compareWithSource(): Promise<Pick<ParityResult, "compared" | "types" | "differences">>;
  /** Compares Terraform's state of it with those of the lost region. */
  compareStates(): Pick<StateParity, "resources" | "attributes" | "differences">;
}

/** What a service runs on, and how much of it must be there. */
export type Served =
  | { readonly compute: "ec2" | "ecs"; readonly onDemandPerZone: number }
  | { readonly compute: "lambda" };

/** The region that is gone. */
export interface LostRegion {
  readonly region: string;
  /** What betrays a tie to it: its name, ARNs, bucket names, endpoints, ids. */
  readonly traces: readonly string[];
}
