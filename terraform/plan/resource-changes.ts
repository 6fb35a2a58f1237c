import { type Path, withoutKeys } from "./decided";
import type { PlanJson, ResourceChangeJson } from "./schema";

/** What becomes of a resource. `move` and `import` are of those that stay as they are otherwise. */
export type Fate = "create" | "update" | "replace" | "destroy" | "forget" | "move" | "import" | "read" | "none";

/** The attributes of a resource by name. */
export type Attributes = Readonly<Record<string, unknown>>;

/** A resource of a plan, with what becomes of it. */
export interface ResourceChange {
  readonly address: string;
  /** Where it was in the state, if that is another address. */
  readonly movedFrom?: string;
  readonly type: string;
  readonly provider: string;
  /** An object that an earlier apply has left to be removed. */
  readonly deposed: boolean;
  readonly fate: Fate;
  /** Whether a replacement is made before the former resource is destroyed. */
  readonly createFirst: boolean;
  /** Whether it is left as it is, and nobody manages it any more; a new one may take its address. */
  readonly forgets: boolean;
  /** Terraform's word for why it is replaced, destroyed or read, such as `replace_because_tainted`. */
  readonly reason?: string;
  /** What forces the replacement. */
  readonly replacePaths: readonly Path[];
  /** What an import takes over: its id, or "" where it is named by an identity. */
  readonly importing?: string;
  /** Null before it is made. */
  readonly before: Attributes | null;
  /** Null after it is destroyed. What is known after the apply only is not in it. */
  readonly after: Attributes | null;
  /** Marks of what is known after the apply only, in the shape of `after`. */
  readonly unknown: unknown;
  /** Marks of what Terraform calls sensitive, before and after. */
  readonly sensitive: readonly [before: unknown, after: unknown];
}

/** What a plan does with each resource, in its own order. */
export const resourceChanges = ({ resource_changes }: PlanJson): ResourceChange[] => resource_changes.map(changeOf);

/** One entry of a plan's lists of resources. */
export function changeOf(entry: ResourceChangeJson): ResourceChange {
  const { address, previous_address: movedFrom, action_reason: reason, deposed, change } = entry;
  const importing = change.importing && (change.importing.id ?? "");
  return {
    address,
    type: entry.type ?? typeIn(address),
    provider: entry.provider_name ?? "",
    deposed: deposed !== undefined,
    fate: fateOf(entry),
    createFirst: change.actions[0] === "create" && change.actions.length > 1,
    forgets: change.actions.includes("forget"),
    replacePaths: change.replace_paths,
    before: change.before,
    after: change.after,
    unknown: change.after_unknown,
    sensitive: [change.before_sensitive, change.after_sensitive],
    ...(movedFrom !== undefined && movedFrom !== address && { movedFrom }),
    ...(reason !== undefined && { reason }),
    ...(importing !== undefined && { importing }),
  };
}

const fates: Readonly<Record<string, Fate>> = {
  create: "create",
  update: "update",
  delete: "destroy",
  "delete,create": "replace",
  "create,delete": "replace",
  "create,forget": "replace",
  forget: "forget",
  read: "read",
};

function fateOf({ address, previous_address, change }: ResourceChangeJson): Fate {
  const actions = change.actions.join();
  if (actions !== "no-op") return fates[actions] ?? "update";
  if (change.importing !== undefined) return "import";
  return previous_address !== undefined && previous_address !== address ? "move" : "none";
}

/** The type in an address: `module.web["a"].aws_lb.load_balancer[0]`. */
const typeIn = (address: string): string => withoutKeys(address).split(".").at(-2) ?? "";
