import { z } from "zod";
import { eachDespiteFailures } from "../terraform/failures";

export const thing = z.object({
  /** Terraform's name for its type, or which switch was set. */
  type: z.enum(["aws_backup_recovery_point", "aws_db_cluster_snapshot", "aws_db_snapshot", "fence", "opening"]),
  /** Of a recovery point, its vault: what AWS Backup makes has no name of ours. Of a switch, the region that it is for. */
  name: z.string(),
  region: z.string(),
  /** When the run meant to make it. */
  at: z.iso.datetime(),
  /** What AWS answered that it is; absent where the run ended before. */
  arn: z.string().optional(),
});

/** One thing that a step makes itself, and not by Terraform, whose states record all others. */
export type Thing = z.infer<typeof thing>;

/** What a thing is called, for people. */
export const calledThing = ({ type, name }: Pick<Thing, "type" | "name">): string =>
  type === "fence" || type === "opening" ? `the ${type} of ${name}` : name;

/**
 * What the steps of a run make themselves: written down before the call that makes it, and again with its ARN after that.
 *
 * Where the run is killed in between, its name and its mark tell whether it is there.
 */
export class Made {
  #things: readonly Thing[];

  /** `keep` writes down all that is made and not yet taken back; `before` is what was written down by then. */
  constructor(
    private readonly keep: (things: readonly Thing[]) => Promise<void>,
    before: readonly Thing[] = [],
  ) {
    this.#things = before;
  }

  get things(): readonly Thing[] {
    return this.#things;
  }

  /** Makes a thing; makes nothing where that it is to be made cannot be written down. */
  async make(what: Pick<Thing, "type" | "name" | "region">, call: () => Promise<string | undefined>): Promise<void> {
    const meant: Thing = { ...what, at: new Date().toISOString() };
    await this.#set([...this.#things, meant]);
    const arn = await call();
    if (arn !== undefined) await this.#set(this.#things.map((one) => (one === meant ? { ...meant, arn } : one)));
  }

  /**
   * Takes back each, or those of a type, by what `take` does, and forgets it; one that fails does not keep the rest. That this
   * cannot be written down does no harm: nothing is there.
   */
  async takeBack(take: (one: Thing) => Promise<void>, type?: Thing["type"]): Promise<void> {
    const wanted = this.#things.filter((one) => type === undefined || one.type === type);
    await eachDespiteFailures(
      wanted.map((one) => async () => {
        await take(one);
        this.#things = this.#things.filter((other) => other !== one);
        await this.keep(this.#things).catch(() => {});
      }),
    );
  }

  async #set(things: readonly Thing[]): Promise<void> {
    await this.keep(things);
    this.#things = things;
  }
}
