import { UserError } from "../../modules/core/user-error";
import { lockOn } from "../../tools/status/root-status";
import type { DrillWith } from "../drill";
import { writtenState } from "../lookup/stored-state";
import { sourceRoots, terraformRoot } from "../roots";
import type { RunRecord } from "./run-record";

/** Milliseconds after a run was last seen in which what it had begun may still have ended. */
const grace = 10 * 60_000;

/**
 * Refuses to take for a run's what somebody has worked on since the run was last seen: a state that has something and was
 * written later, or a lock that is younger. By Terraform's states alone, a region that stands now could be anybody's.
 */
export async function refuseChanged(
  drill: DrillWith<"aws" | "source" | "childEnvironment">,
  { seenAt, url }: Pick<RunRecord, "seenAt" | "url">,
): Promise<void> {
  const problems = await Promise.all(sourceRoots(drill).map(({ id }) => problemOf(drill, id, seenAt)));
  const those = problems.filter((problem) => problem !== undefined);
  if (those.length === 0) return;
  throw new UserError(
    [
      `${drill.settings.run} was last seen at work at ${seenAt.toISOString()}, and somebody has worked since on what it may have made:`,
      ...those.map((line) => `  ${line}`),
      "None of it is removed. Wait for whoever holds a lock, then run this again. If all that stands there is the drill's, " +
        `because you have stored its state for example, say so first: aws s3 cp ${url} ${url} --metadata-directive REPLACE`,
    ].join("\n"),
  );
}

async function problemOf(
  drill: DrillWith<"aws" | "source" | "childEnvironment">,
  id: string,
  seenAt: Date,
): Promise<string | undefined> {
  const aws = drill.need("aws");
  const { backend } = terraformRoot(drill, { ...drill.need("source"), id });
  const store = { s3: (region: string) => aws(region).s3, dynamodb: (region: string) => aws(region).dynamodb };
  const isLater = (time: Date): boolean => time.getTime() > seenAt.getTime() + grace;
  const { lock, lockReason } = await lockOn(store, backend);
  if (lockReason !== null) return `${id}: whether its state is locked cannot be seen: ${lockReason}`;
  if (lock && isLater(new Date(lock.since)))
    return `${id}: ${lock.who} has locked its state since ${lock.since} (${lock.operation})`;
  const { managed, writtenAt } = await writtenState(aws(backend.region), backend);
  if (managed.length > 0 && writtenAt && isLater(writtenAt))
    return `${id} (${managed.length} resources): its state was written at ${writtenAt.toISOString()}`;
  return undefined;
}
