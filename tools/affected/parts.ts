import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const named = z.record(z.string(), z.record(z.string(), z.unknown()));
const move = z.object({ from: z.string(), to: z.string() });

const blocks = z.looseObject({
  resource: named.default({}),
  data: named.default({}),
  variable: z.record(z.string(), z.unknown()).default({}),
  output: z.record(z.string(), z.unknown()).default({}),
  moved: z.array(move).default([]),
});
const rootBlocks = blocks.extend({ module: named.default({}) });

/** Something that a root consists of, with what was written about it. */
export interface Part {
  readonly kind: "resource" | "argument" | "other";
  /** Its address, or the name of an argument or a block. */
  readonly address: string;
  /** The type of a resource, of data with `data.` before it. */
  readonly type: string;
  readonly value: unknown;
}

/** Everything that a synthesized root consists of, with the modules that it calls, and where they say it has moved. */
export function partsOf(folder: string): {
  readonly parts: readonly Part[];
  readonly moves: ReadonlyMap<string, string>;
} {
  const { module, terraform, provider, ...root } = rootBlocks.parse(contentOf(folder));
  const calls = Object.entries(module).map(([name, { source, ...given }]) => ({
    within: `module.${name}.`,
    given: Object.entries(given).filter(([argument]) => argument !== "//"),
    content: blocks.parse(contentOf(join(folder, String(source)))),
  }));
  const own = [
    ...partsIn(root, ""),
    { kind: "other", address: "terraform", type: "", value: terraform },
    { kind: "other", address: "provider", type: "", value: provider },
    { kind: "other", address: "lock file", type: "", value: lockIn(folder) },
  ] as const;
  return {
    parts: [
      ...own,
      ...calls.flatMap(({ within, given, content }) => [
        ...given.map(([name, value]): Part => ({ kind: "argument", address: `${within}${name}`, type: name, value })),
        ...partsIn(content, within),
        { kind: "other", address: `${within}terraform`, type: "", value: content.terraform } as const,
        { kind: "other", address: `${within}locals`, type: "", value: content.locals } as const,
      ]),
    ],
    moves: new Map(
      calls.flatMap(({ within, content }) =>
        content.moved.map(({ from, to }) => [`${within}${from}`, `${within}${to}`]),
      ),
    ),
  };
}

/** Every file of a folder that Terraform reads, as the one that they could be. */
const contentOf = (folder: string): object =>
  Object.assign(
    {},
    ...readdirSync(folder)
      .filter((file) => file.endsWith(".tf.json"))
      .map((file) => JSON.parse(readFileSync(join(folder, file), "utf8"), withoutNotes)),
  );

/** Which packages of providers it takes; nothing where it locks none. */
const lockIn = (folder: string): string | undefined => {
  const file = join(folder, ".terraform.lock.hcl");
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
};

/** cdktf's notes on itself. */
const withoutNotes = (key: string, value: unknown): unknown => (key === "//" ? undefined : value);

const partsIn = ({ resource, data, variable, output }: z.infer<typeof blocks>, within: string): Part[] => [
  ...resources(resource, within),
  ...resources(Object.fromEntries(Object.entries(data).map(([type, its]) => [`data.${type}`, its])), within),
  ...others("variable", variable, within),
  ...others("output", output, within),
];

const resources = (byType: z.infer<typeof named>, within: string): Part[] =>
  Object.entries(byType).flatMap(([type, its]) =>
    Object.entries(its).map(
      ([name, value]): Part => ({ kind: "resource", address: `${within}${type}.${name}`, type, value }),
    ),
  );

const others = (block: string, its: Readonly<Record<string, unknown>>, within: string): Part[] =>
  Object.entries(its).map(([name, value]) => ({
    kind: "other",
    address: `${within}${block}.${name}`,
    type: block,
    value: JSON.parse(JSON.stringify(value ?? null, withoutTexts)),
  }));

/** What only people read of a variable or an output. */
const withoutTexts = (key: string, value: unknown): unknown =>
  key === "description" || key === "error_message" ? undefined : value;
