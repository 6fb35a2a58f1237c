import { everywhere, placeInKey } from "../../../regions/wiring/location";
import { readRootFile } from "../../../terraform/root-file";
import { readRoots, type SynthesizedRoot } from "../../../terraform/synthesized";
import { partsOf } from "../../affected/parts";
import { type Change, type Changes, noChanges } from "./changes";

/** A resource of the platform, with what has happened to it since another commit. */
export interface Resource {
  /** The root that it is in, and its address there. */
  readonly root: string;
  readonly address: string;
  readonly type: string;
  /** The last part of its address: `nat_a`. */
  readonly name: string;
  readonly tier: string;
  /** Its region, or "global". */
  readonly region: string;
  readonly value: Readonly<Record<string, unknown>>;
  readonly change: Change;
}

/** A region that is rebuilt in another one, by a root that calls the lost one's modules. */
export interface Recovery {
  readonly lost: string;
  readonly target: string;
  readonly root: string;
  readonly tiers: readonly string[];
  /** What the root calls the modules with, by tier. */
  readonly calls: Calls;
}

type Calls = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** An environment as it was synthesized: what there is, and where. */
export interface Estate {
  readonly environment: string;
  readonly account: string;
  readonly resources: readonly Resource[];
  readonly recoveries: readonly Recovery[];
  /** What live roots call their modules with, by `region/tier`. */
  readonly calls: Calls;
  /** The region that keeps the states of global tiers. */
  readonly stateRegion: string | undefined;
  /** The commit that it is compared with, as people call it. */
  readonly since: string | undefined;
}

/** An environment of a synthesized app; with changes, what is gone since then is there, too. */
export function readEstate(out: string, environment: string, changes: Changes = noChanges): Estate {
  const own = rootsOf(out, environment);
  const gone = changes.before === undefined ? [] : rootsOf(changes.before.folder, environment);
  const live = own.filter(({ lost }) => lost === undefined);
  const recoveries = own.filter(({ lost }) => lost !== undefined);
  const calls = live.flatMap((root) =>
    Object.entries(root.calls).map(([tier, given]) => [`${root.region}/${tier}`, given] as const),
  );
  return {
    environment,
    account: own[0]?.account ?? "",
    resources: [
      ...live.flatMap((root) => resourcesOf(root, changes)),
      ...gone
        .filter(({ lost }) => lost === undefined)
        .flatMap((root) => resourcesOf(root, changes))
        .filter(({ change }) => change === "removed"),
    ],
    recoveries: recoveries.map(({ id, region, lost, calls }) => ({
      ...{ lost: lost ?? "", target: region, root: id, calls },
      tiers: Object.keys(calls),
    })),
    calls: Object.fromEntries(calls),
    stateRegion: live.find(({ region }) => region === everywhere)?.backend?.region,
    since: changes.before?.ref,
  };
}

/** A root of an environment, with where it stands and what it calls its modules with. */
interface EnvironmentRoot extends SynthesizedRoot {
  readonly region: string;
  /** The region that it rebuilds, if it is a recovery root. */
  readonly lost: string | undefined;
  readonly account: string;
  readonly calls: Calls;
}

const rootsOf = (out: string, environment: string): EnvironmentRoot[] =>
  readRoots(out).flatMap((root) => {
    const place = placeInKey(root.backend?.key ?? "");
    if (place.environment !== environment) return [];
    const { module, provider } = readRootFile(root.folder);
    const accounts = provider?.aws[0].allowed_account_ids;
    const lost = /^recovery-of-(.+)$/.exec(place.tier)?.[1];
    const account = Array.isArray(accounts) ? String(accounts[0]) : "";
    return [{ ...root, region: place.region, lost, account, calls: module }];
  });

const resourcesOf = (root: EnvironmentRoot, changes: Changes): Resource[] =>
  partsOf(root.folder)
    .parts.filter(({ kind, type }) => kind === "resource" && !type.startsWith("data."))
    .map(({ address, type, value }) => ({
      root: root.id,
      address,
      type,
      name: address.split(".").at(-1) ?? "",
      tier: address.split(".")[1] ?? "",
      region: root.region,
      value: Object(value),
      change: changes.of({ root: root.id, address, value }),
    }));
