import { z } from "zod";
import type { Contract, Outputs, Reads } from "./contract";

type Shape<C extends Contract> = C["outputs"]["shape"];

/** Outputs of another tier that a tier reads under the same names. */
export const reads = <C extends Contract, const K extends keyof Shape<C> & string>(from: C, ...names: K[]) =>
  readsAs(from, Object.fromEntries(names.map((name) => [name, name])) as { readonly [N in K]: N });

/** The same under names of its own: `{ apiRoleArn: "roleArn" }`. */
export const readsAs = <C extends Contract, const M extends Readonly<Record<string, keyof Shape<C> & string>>>(
  from: C,
  names: M,
) => ({
  from,
  names,
  fields: z.object(
    Object.fromEntries(Object.entries(names).map(([own, theirs]) => [own, from.outputs.shape[theirs]])),
  ) as unknown as z.ZodObject<{ [Own in keyof M]: Shape<C>[M[Own]] }>,
});

/** All that a contract reads, in the way of a host. */
export const readAll = ({ reads: all = [] }: Contract, from: <C extends Contract>(contract: C) => Outputs<C>) =>
  Object.assign(
    {},
    ...all.map(({ from: upstream, names }: Reads) => {
      const outputs: Readonly<Record<string, unknown>> = from(upstream);
      return Object.fromEntries(Object.entries(names).map(([own, theirs]) => [own, outputs[theirs]]));
    }),
  );
