import { z } from "zod";
import type { Contract } from "./contract";

type Outputs<C extends Contract> = C["outputs"]["shape"];
type Names<C extends Contract> = Readonly<Record<string, keyof Outputs<C> & string>>;

/** Outputs of another tier that a tier reads under the same names. */
export const reads = <C extends Contract, const K extends keyof Outputs<C> & string>(from: C, ...outputs: K[]) => {
  const names = Object.fromEntries(outputs.map((name) => [name, name]));
  return { from, names, fields: fieldsOf(from, names) as z.ZodObject<Pick<Outputs<C>, K>>, optional: false };
};

/** The same under names of its own: `{ apiRoleArn: "roleArn" }`. */
export const readsAs = <C extends Contract, const M extends Names<C>>(from: C, names: M) => ({
  from,
  names,
  fields: fieldsOf(from, names, (output) =>
    output.describe(`${output.description} An output of ${from.name}.`),
  ) as z.ZodObject<{ [Own in keyof M]: Outputs<C>[M[Own]] }>,
  optional: false,
});

/** The same, which whoever calls the module without this project may leave out. */
export const readsOrNull = <C extends Contract, const K extends keyof Outputs<C> & string>(
  from: C,
  ...outputs: K[]
) => {
  const names = Object.fromEntries(outputs.map((name) => [name, name]));
  const fields = fieldsOf(from, names, (output) =>
    output.nullable().default(null).describe(`${output.description} Null for none.`),
  );
  return {
    from,
    names,
    fields: fields as z.ZodObject<{ [Own in K]: z.ZodNullable<Outputs<C>[Own]> }>,
    optional: false,
  };
};

/** The same of a tier that not every region has: null where it is not there. */
export const readsIfThere = <C extends Contract, const M extends Names<C>>(from: C, names: M) => ({
  from,
  names,
  fields: fieldsOf(from, names, (output) =>
    output
      .nullable()
      .default(null)
      .describe(`${output.description} An output of ${from.name}, where the region has it.`),
  ) as z.ZodObject<{ [Own in keyof M]: z.ZodNullable<Outputs<C>[M[Own]]> }>,
  optional: true,
});

/** A list to which every other tier of the region adds what it promises under this name. */
export const readsEvery = <const O extends string>(output: O, description: string) => ({
  from: "every" as const,
  names: { [output]: output },
  fields: z.object({ [output]: z.array(z.string()).describe(description) } as {
    [Own in O]: z.ZodArray<z.ZodString>;
  }),
  optional: false,
});

function fieldsOf(
  { outputs }: Contract,
  names: Readonly<Record<string, string>>,
  field = (output: z.ZodType) => output,
): unknown {
  const fields = Object.entries(names).map(([own, output]) => [own, field(outputs.shape[output])]);
  return z.object(Object.fromEntries(fields));
}
