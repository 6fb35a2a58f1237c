type Values = Readonly<Record<string, unknown>>;

/** A resource with its values, as it was synthesized or planned. */
export interface ValuedResource {
  /** Its address in its root. */
  readonly address: string;
  readonly type: string;
  readonly values: Values;
  /** How many there are of it, by `count` or `for_each`. */
  readonly count: number;
  readonly root: string;
  readonly environment: string;
  /** Where it is: the region that its root works in. */
  readonly region: string;
  /** The tier whose module it is in. */
  readonly tier: string;
  /** Whether it stands only while a region is being recovered. */
  readonly recovery: boolean;
}

/** What stands of an environment, whatever is being recovered. */
export const standingIn = (environment: string, all: readonly ValuedResource[]): ValuedResource[] =>
  all.filter((one) => one.environment === environment && !one.recovery);

/** A number among values, however it is written; undefined where only an apply tells. */
export function numberIn(values: Values, name: string): number | undefined {
  const value = values[name];
  if (typeof value === "number") return value;
  return typeof value === "string" && value !== "" && !Number.isNaN(Number(value)) ? Number(value) : undefined;
}

/** A text among values; undefined where only an apply tells. */
export function textIn(values: Values, name: string): string | undefined {
  const value = values[name];
  return typeof value === "string" && !value.includes("${") ? value : undefined;
}

/** The blocks of a name: plans write a list of them, and synth also one by itself. */
export function blocksIn(values: Values, name: string): Values[] {
  const value = values[name];
  const list = Array.isArray(value) ? value : [value];
  return list.filter((one): one is Values => typeof one === "object" && one !== null);
}

/** How many entries a list has, known or not; undefined where only an apply tells. */
export const lengthOf = (values: Values, name: string): number | undefined => {
  const value = values[name];
  return Array.isArray(value) ? value.length : undefined;
};
