import type { RDSClient } from "@aws-sdk/client-rds";

/** What is done with snapshots that drills of earlier versions took, in the calls of one kind of them. */
export interface Snapshots {
  /** The one of that name, with the run that it is marked with; undefined where there is none. */
  find(rds: RDSClient, identifier: string): Promise<{ readonly run: string | undefined } | undefined>;
  /** Nothing happens when it is gone already. */
  remove(rds: RDSClient, identifier: string): Promise<void>;
}
