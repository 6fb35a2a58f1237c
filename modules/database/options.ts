import type { ITerraformDependable } from "cdktf";
import type { Outputs } from "../core/contract";
import type { databaseContract } from "./contract";
import type { MonitoringRole } from "./monitoring-role";

/** What a database is made with, whatever it runs on. */
export interface DatabaseOptions<EngineInputs> {
  readonly name: string;
  readonly inputs: EngineInputs;
  readonly monitoring: MonitoringRole;
  /** Name of the snapshot that it leaves behind. */
  readonly finalSnapshot: string;
  /** Its log group, which is there before it. */
  readonly log: ITerraformDependable;
}

/** What a database gives, whatever it runs on; its name, too, which a restore takes from the snapshot. */
export type MadeDatabase = Omit<Outputs<typeof databaseContract>, "logGroupNames"> & { readonly databaseName: string };
