import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readRootFile } from "./root-file";
import type { SynthesizedRoot } from "./synthesized";

/** Where a state is: what tells one state from another. */
export interface StatePlace {
  readonly bucket: string;
  readonly key: string;
  readonly region: string;
}

/** What a root reads of a state of another root. */
export interface Reading {
  /** Name of its data source: `data.terraform_remote_state.network`. */
  readonly name: string;
  readonly state: StatePlace;
  /** The root that the state is of; undefined where that is none of the app's. */
  readonly root: string | undefined;
  /** Names of the outputs that it uses. */
  readonly outputs: readonly string[];
}

/** What each root of an app reads of others, by the id of the reader. */
export function readings(roots: readonly SynthesizedRoot[]): Map<string, Reading[]> {
  const byPlace = new Map(roots.map(({ id, backend }) => [placeOf(backend), id]));
  return new Map(
    roots.map(({ id, folder }) => {
      const text = readFileSync(join(folder, "cdk.tf.json"), "utf8");
      const states = Object.entries(readRootFile(folder).data.terraform_remote_state ?? {});
      const read = states.map(([name, { config }]) => ({
        name,
        state: config,
        root: byPlace.get(placeOf(config)),
        outputs: [...new Set([...text.matchAll(outputsOf(name))].map(([, output = ""]) => output))].sort(),
      }));
      return [id, read];
    }),
  );
}

/** Where a root's text refers to an output of one of its remote states; the first group is the output's name. */
export const outputsOf = (name: string): RegExp =>
  new RegExp(`\\bdata\\.terraform_remote_state\\.${name}\\.outputs\\.([\\w-]+)`, "g");

const placeOf = (state?: Pick<StatePlace, "bucket" | "key">): string => `${state?.bucket}/${state?.key}`;
