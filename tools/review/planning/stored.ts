import type { S3Client } from "@aws-sdk/client-s3";
import type { StatePlace } from "../../../terraform/readings";
import { remoteState } from "../../../terraform/states/stored";

/** Whether a state is there, and has anything; or that not even its bucket is. Throws where it cannot be read. */
export type Stored = (state: StatePlace) => Promise<"state" | "no state" | "no bucket">;

/** The states in buckets, each looked at once. */
export function storedIn(s3: (region: string) => S3Client): Stored {
  const looked = new Map<string, ReturnType<Stored>>();
  const look = async (state: StatePlace) => {
    const found = await remoteState(s3(state.region), state);
    if (found === "no bucket") return found;
    return typeof found === "string" || found.size === 0 ? "no state" : "state";
  };
  return (state) => {
    const url = `s3://${state.bucket}/${state.key}`;
    const found = looked.get(url) ?? look(state);
    looked.set(url, found);
    return found;
  };
}
