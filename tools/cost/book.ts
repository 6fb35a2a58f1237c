import { readFileSync } from "node:fs";
import { join } from "node:path";
import { UserError } from "../../modules/core/user-error";
import { messageOf } from "../../terraform/failures";
import { projectRoot } from "../../terraform/project-root";
import { type BookFile, bookSchema, type Figure } from "./book-schema";

/** The price book of the project, which `./shop prices` refreshes. */
export const ownBook = join(projectRoot, "tools/cost/price-book.json");

type Discount = BookFile["discounts"][number];

/** Prices by SKU and region. */
export class PriceBook {
  private readonly figures: ReadonlyMap<string, Figure>;
  private readonly tiers: ReadonlyMap<string, Figure>;
  private readonly dates: ReadonlyMap<string, string | null>;

  constructor(readonly file: BookFile) {
    this.figures = new Map(file.prices.map((one) => [`${one.sku} ${one.region}`, one]));
    this.tiers = new Map(
      file.prices.flatMap((one) => (one.tierFrom === undefined ? [] : [[tierAt(one, one.tierFrom), one] as const])),
    );
    this.dates = new Map(file.sources.map(({ id, date }) => [id, date]));
  }

  get hoursPerMonth(): number {
    return this.file.hoursPerMonth;
  }

  /** The price in a region, or the one that holds everywhere; undefined where there is none. */
  find(sku: string, region: string): Figure | undefined {
    return this.figures.get(`${sku} ${region}`) ?? this.figures.get(`${sku} global`);
  }

  /** The price of what is beyond a tier; undefined where it is the last that is known. */
  nextTier(figure: Figure): Figure | undefined {
    return figure.tierTo === undefined ? undefined : this.tiers.get(tierAt(figure, figure.tierTo));
  }

  /** What a kind of discount takes off, in percent, and how old that is in words; undefined where nobody knows. */
  discount(kind: Discount["kind"], sku: string, region: string): { percent: number; of: string } | undefined {
    const found = this.file.discounts.find((one) => one.kind === kind && one.sku === sku && one.region === region);
    return found && { percent: found.percent, of: `discount of ${this.newest(found.sources) ?? "an unknown day"}` };
  }

  /** The day that a figure is of; undefined where no source says one. */
  dateOf({ asOf, sources }: Figure): string | undefined {
    return asOf ?? this.newest(sources);
  }

  private newest(sources: readonly string[]): string | undefined {
    const dates = sources.map((id) => this.dates.get(id)).filter((date) => typeof date === "string");
    return dates.sort().at(-1);
  }
}

/** The tiers of a price differ in the last part of their SKU: `cloudfront.out.gb.0-10TB`. */
const tierAt = ({ sku, region }: Figure, from: number): string =>
  `${sku.slice(0, sku.lastIndexOf("."))} ${region} ${from}`;

/** Reads a price book; names what is wrong in one that is not. */
export function readBook(path = ownBook): PriceBook {
  const parsed = bookSchema.safeParse(jsonOf(path));
  if (parsed.success) return new PriceBook(parsed.data);
  const [first] = parsed.error.issues;
  throw new UserError(
    `${path}: ${first?.path.join(".")}: ${first?.message}. A price book is written as tools/cost/price-book.json is.`,
  );
}

function jsonOf(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    throw new UserError(`The price book ${path} cannot be read as JSON: ${messageOf(error)}`);
  }
}
