import { z } from "zod";

/** What is read of a state as Terraform stores it, in a file or in a bucket. */
const schema = z.object({
  resources: z.array(
    z.object({
      module: z.string().optional(),
      mode: z.string(),
      type: z.string(),
      name: z.string(),
      instances: z.array(
        z.object({
          index_key: z.union([z.string(), z.number()]).optional(),
          status: z.string().optional(),
          attributes: z.record(z.string(), z.unknown()),
        }),
      ),
    }),
  ),
});

/** An object that a state manages. */
export interface Managed {
  /** With its module and key: `module.network.aws_subnet.private_a`. */
  readonly address: string;
  readonly type: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  /** Whether Terraform was interrupted while it made it, and so would replace it. */
  readonly tainted: boolean;
}

/** What a state manages, without what it only reads. Throws for a text that is not a state. */
export const managedIn = (text: string): Managed[] =>
  schema
    .parse(JSON.parse(text))
    .resources.filter(({ mode }) => mode === "managed")
    .flatMap(({ module, type, name, instances }) =>
      instances.map(({ index_key: key, status, attributes }) => ({
        address: [module, type, name].filter(Boolean).join(".") + (key === undefined ? "" : `[${JSON.stringify(key)}]`),
        type,
        attributes,
        tainted: status === "tainted",
      })),
    );
