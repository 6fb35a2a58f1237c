import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { stateContract } from "../modules/state/contract";
import { placeOf, stackId } from "../regions/wiring/location";
import { contractOf } from "../regions/wiring/tiers";
import type { Dependent } from "./order";
import { type Backend, type RootFile, readRootFile, regionOf } from "./root-file";

const manifest = z.object({ stacks: z.record(z.string(), z.object({ dependencies: z.array(z.string()) })) });

/** A root of a synthesized app, with the roots that must stand before it. */
export interface SynthesizedRoot extends Dependent {
  readonly folder: string;
  /** The tiers whose modules it calls. */
  readonly tiers: readonly string[];
  readonly backend: Backend | undefined;
}

/** A module of a synthesized app: a tier as it is in one region, or everywhere, of an environment. */
export interface SynthesizedModule {
  readonly environment: string;
  readonly region: string;
  readonly tier: string;
  readonly folder: string;
}

/** Folder of a root below the folder of a synthesized app. */
export const rootFolder = (out: string, id: string): string => join(out, "stacks", id);

/**
 * Every root of a synthesized app.
 *
 * The manifest says what a live root comes after, but not that the bucket of its state does come first, nor those of other
 * regions that it copies into. A recovery root stands apart there: what it needs is what its remote states are of, and what
 * its tiers come after.
 */
export function readRoots(out: string): SynthesizedRoot[] {
  const { stacks } = manifest.parse(JSON.parse(readFileSync(join(out, "manifest.json"), "utf8")));
  const files = new Map(Object.keys(stacks).map((id) => [id, readRootFile(rootFolder(out, id))]));
  const ids = new Map([...files].map(([id, { terraform }]) => [placeIn(terraform.backend?.s3), id]));
  const holders = new Map(
    [...files].filter(([, { module }]) => stateContract.name in module).map(([id, file]) => [bucketOf(file), id]),
  );
  return [...files].map(([id, file]) => {
    const read = Object.values(file.data.terraform_remote_state ?? {}).map(({ config }) => ids.get(placeIn(config)));
    const before = [
      ...(stacks[id]?.dependencies ?? []),
      ...read,
      ...earlier(file, [...holders.values()]).filter((one) => files.has(one)),
    ];
    const dependencies = [...new Set([...before, holders.get(bucketOf(file))])]
      .filter((one) => one !== undefined)
      .filter((one) => one !== id);
    return {
      id,
      folder: rootFolder(out, id),
      tiers: Object.keys(file.module),
      backend: file.terraform.backend?.s3,
      dependencies,
    };
  });
}

/** The roots of tiers that those of a root come after, in the root's own region or everywhere; and of states, in all regions. */
const earlier = (file: RootFile, states: readonly string[]): string[] => {
  const { module, terraform } = file;
  const [environment = ""] = terraform.backend?.s3.key.split("/") ?? [];
  return Object.keys(module)
    .flatMap((tier) => contractOf(tier)?.after ?? [])
    .flatMap(({ scope, name }) =>
      name === stateContract.name
        ? states.filter((id) => id.startsWith(`${environment}-`))
        : [stackId(environment, placeOf(scope, regionOf(file)), name)],
    );
};

const bucketOf = ({ terraform }: RootFile): string | undefined => terraform.backend?.s3.bucket;

const placeIn = (state?: { readonly bucket: string; readonly key: string }): string => `${state?.bucket}/${state?.key}`;

/** Every module of a synthesized app, by environment, region and tier. */
export function readModules(out: string): SynthesizedModule[] {
  const top = join(out, "modules");
  return folders(top).flatMap((environment) =>
    folders(join(top, environment)).flatMap((region) =>
      folders(join(top, environment, region)).map((tier) => ({
        environment,
        region,
        tier,
        folder: join(top, environment, region, tier),
      })),
    ),
  );
}

const folders = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
