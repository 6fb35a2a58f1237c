import type { ITerraformDependable } from "cdktf";
import type { MonitoringRole } from "./monitoring-role";

/** What a database is made with, whatever it runs on. */
export interface DatabaseOptions<EngineInputs> {
  readonly name: string;
  readonly inputs: EngineInputs;
  readonly monitoring: MonitoringRole;
  /** Its log group, which is there before it. */
  readonly log: ITerraformDependable;
}
