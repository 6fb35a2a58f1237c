import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pLimit from "p-limit";
import { UserError } from "../../modules/core/user-error";
import type { Environment } from "../../regions/schema/environment";
import { synthInto } from "../../terraform/synth";
import { checkAccount } from "./caller";
import { RegionState } from "./region-state";

/** How a bootstrap talks to the person who runs it. */
export interface Conversation {
  readonly signal: AbortSignal;
  /** Whether the plans may be applied. */
  agree(question: string): Promise<boolean>;
  /** Whether anybody can answer. */
  readonly canAgree: boolean;
  say(line: string): void;
  show(result: string): void;
}

/** Makes the state bucket and lock table of each region of an environment, and moves their own state into the bucket. */
export async function bootstrap(environment: Environment, talk: Conversation): Promise<boolean> {
  const { signal, say, show } = talk;
  await checkAccount(environment);
  const regions = environment.regions.map(({ name }) => new RegionState(environment, name));
  await Promise.all(regions.map((region) => region.look()));
  for (const region of regions) {
    const { decision, id, location } = region;
    if (decision === "tidy") region.tidy();
    if (decision !== "make") show(`${id}: its state is in s3://${location.bucket}/${location.key} already; left alone`);
  }
  const missing = regions.filter(({ decision }) => decision === "make");
  if (missing.length === 0) return true;
  if (!talk.canAgree)
    throw new UserError(
      "There is no terminal to ask on before the plans are applied. Add --yes to apply them unasked.",
    );

  const work = mkdtempSync(join(tmpdir(), "bootstrap-"));
  const atOnce = pLimit(2);
  try {
    synthInto(work);
    for (const { id } of missing) say(`planning ${id}`);
    const plans = await settled(missing.map((region) => atOnce(() => region.planIn(work, signal))));
    missing.forEach(({ id }, index) => {
      show(`# ${id}\n${plans[index]}`);
    });
    if (!(await talk.agree(`Apply ${missing.length} plan(s) in account ${environment.account}?`))) return false;
    await settled(
      missing.map((region) =>
        atOnce(async () => {
          say(`applying ${region.id}`);
          await region.make(work, signal);
          show(`${region.id}: made; its state is in s3://${region.location.bucket}/${region.location.key}`);
        }),
      ),
    );
    return true;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** Where the states are that have not moved into their bucket, and how to go on. */
export const keptStates = (environment: Environment): string[] =>
  environment.regions
    .map(({ name }) => new RegionState(environment, name))
    .filter(({ file }) => existsSync(file))
    .map(({ id, file }) => `${id}: its state is still in ${file}; keep it, and run the same command again to go on`);

/** Waits for all, then throws the first failure: what is under way must not be left behind. */
async function settled<T>(all: readonly Promise<T>[]): Promise<T[]> {
  await Promise.allSettled(all);
  return Promise.all(all);
}
