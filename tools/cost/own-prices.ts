import { z } from "zod";
import { UserError } from "../../modules/core/user-error";
import { jsonFile } from "../json-file";
import { PriceBook } from "./book";
import type { BookFile, Figure } from "./book-schema";

const schema = z.strictObject({
  percentOff: z.number().min(0).max(100).default(0).describe("Taken off every list price."),
  prices: z
    .array(
      z.strictObject({
        sku: z.string(),
        region: z.string(),
        usd: z.number().min(0),
        unit: z.string().optional().describe("Only of what the price book does not have."),
        source: z.string().min(1),
        date: z.iso.date(),
      }),
    )
    .default([])
    .describe("Prices of one's own: percentOff is not taken off them."),
});
type Own = z.infer<typeof schema>;

/** The price book with the discounts and prices of somebody's own, from a JSON file. */
export function withOwnPrices({ file: book }: PriceBook, path: string): PriceBook {
  const own = parsed(path);
  const known = new Map(book.prices.map((one) => [`${one.sku} ${one.region}`, one]));
  const given = own.prices.map((one) =>
    figureOf(one, { path, known, skus: new Set(book.prices.map(({ sku }) => sku)) }),
  );
  const replaced = new Set(given.map((one) => `${one.sku} ${one.region}`));
  return new PriceBook({
    ...book,
    sources: [...book.sources, ...own.prices.map((one) => sourceOf(one))],
    prices: [
      ...book.prices
        .filter((one) => !replaced.has(`${one.sku} ${one.region}`))
        .map((one) => ({ ...one, usd: Number((one.usd * (1 - own.percentOff / 100)).toPrecision(10)) })),
      ...given,
    ],
  });
}

interface Known {
  readonly path: string;
  readonly known: ReadonlyMap<string, Figure>;
  readonly skus: ReadonlySet<string>;
}

function figureOf(one: Own["prices"][number], { path, known, skus }: Known): Figure {
  const { sku, region, usd } = one;
  const listed = known.get(`${sku} ${region}`);
  const unit = one.unit ?? listed?.unit;
  if (unit === undefined)
    throw new UserError(
      `--price-book: ${path}: ${sku} has no list price in ${region}${skus.has(sku) ? "" : ", nor anywhere else"}. Correct its name, or say its unit.`,
    );
  return {
    sku,
    region,
    usd,
    unit,
    confidence: "own",
    sources: [sourceOf(one).id],
    offer: listed?.offer ?? "own",
    asOf: one.date,
  };
}

const sourceOf = ({ source, date }: Own["prices"][number]): BookFile["sources"][number] => ({
  id: `own: ${source}`,
  what: source,
  kind: "own",
  date,
});

function parsed(path: string): Own {
  const json = jsonFile("--price-book", path);
  const result = schema.safeParse(json);
  if (result.success) return result.data;
  const [first] = result.error.issues;
  const at = first?.path.length ? `${first.path.join(".")}: ` : "";
  const value = first?.path.reduce<unknown>((all, key) => (all as Record<PropertyKey, unknown>)?.[key], json);
  const said = at !== "" && value !== undefined ? ` (it is ${JSON.stringify(value)})` : "";
  throw new UserError(
    `--price-book: ${path}: ${at}${first?.message}${said}. Write, for example: {"percentOff": 5, "prices": [{"sku": "nat.hour", "region": "eu-west-1", "usd": 0.04, "source": "our agreement", "date": "2026-01-01"}]}.`,
  );
}
