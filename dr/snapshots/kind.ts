import type { RDSClient } from "@aws-sdk/client-rds";

/** A snapshot that can be restored from. */
export interface Taken {
  readonly arn?: string;
  readonly takenAt?: Date;
}

/** What becomes a snapshot: its identifier, and the run that it is marked with. */
export interface Named {
  readonly identifier: string;
  readonly run: string;
}

/** What is done with snapshots, in the calls of one kind of them. */
export interface Snapshots {
  /** Terraform's name for them. */
  readonly type: "aws_db_cluster_snapshot" | "aws_db_snapshot";
  /** Begins to take one; gives its ARN at once. */
  take(rds: RDSClient, of: Named & { readonly database: string }): Promise<string | undefined>;
  /** Begins to copy the snapshot with the ARN `source` into the region of `rds`, under a key of that region; gives the copy's ARN at once. */
  copy(rds: RDSClient, of: Named & { readonly source: string; readonly key: string }): Promise<string | undefined>;
  /** Waits until one can be restored from. */
  available(rds: RDSClient, identifier: string, signal: AbortSignal): Promise<Taken>;
  /** The one of that name, with the run that it is marked with; undefined where there is none. */
  find(rds: RDSClient, identifier: string): Promise<{ readonly run: string | undefined } | undefined>;
  /** Nothing happens when it is gone already. */
  remove(rds: RDSClient, identifier: string): Promise<void>;
}
