import type { Shown } from "../../secrets/shown";

/** One value that differs. Undefined where there is none; what is known after the apply only is `Unknown`. */
export interface Difference {
  readonly path: Path;
  readonly before: Shown | undefined;
  readonly after: Shown | undefined;
  /** What it means, where values alone do not say it. */
  readonly words?: readonly string[];
}

/** Where a value is, for people: names of attributes, and members of lists by what tells them from each other. */
export type Path = readonly Step[];
type Step = string | { readonly member: string };

/** `ingress[tcp 443].cidr_blocks`, `user_data[decoded]` */
export const pathText = (path: Path): string =>
  path.reduce<string>((text, step) => {
    if (typeof step !== "string") return `${text}[${step.member}]`;
    return text === "" ? step : `${text}.${step}`;
  }, "");
