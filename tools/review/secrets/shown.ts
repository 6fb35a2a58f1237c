/** A value as it may be shown: as Terraform has it, but for what these classes stand for. */
export type Shown =
  | null
  | boolean
  | number
  | string
  | readonly Shown[]
  | { readonly [name: string]: Shown }
  | Hidden
  | Unknown
  | Opened;

/** A text that is a secret, or holds one: with a digest in its place. */
export class Hidden {
  constructor(readonly text: string) {}
}

/** What is known after the apply only. */
export class Unknown {
  readonly unknown = true;
}

/** What is written in a text: JSON, or another text in Base64. */
export class Opened {
  constructor(
    readonly as: "json" | "base64",
    readonly value: Shown,
  ) {}
}

/** Whether a value has members with names. */
export const isBlock = (value: unknown): value is { readonly [name: string]: Shown } =>
  typeof value === "object" &&
  value !== null &&
  !Array.isArray(value) &&
  !(value instanceof Hidden || value instanceof Unknown || value instanceof Opened);

/** A value as one text: JSON, in which a digest stands for each secret. */
export const textOf = (value: Shown): string => JSON.stringify(value, plain);

/** Whether there is a secret anywhere in a value. */
export const hidesSomething = (value: Shown | undefined): boolean =>
  holds(value ?? null, (one) => one instanceof Hidden);

/** Whether a value, or a part of it, is known after the apply only. */
export const isUnknown = (value: Shown | undefined): boolean => holds(value ?? null, (one) => one instanceof Unknown);

const holds = (value: Shown, is: (part: Shown) => boolean): boolean => {
  if (is(value)) return true;
  if (value instanceof Opened) return holds(value.value, is);
  return (Array.isArray(value) || isBlock(value)) && Object.values(value).some((part) => holds(part, is));
};

function plain(_: string, value: unknown): unknown {
  if (value instanceof Hidden) return value.text;
  if (value instanceof Unknown) return "known after the apply";
  return value instanceof Opened ? value.value : value;
}
