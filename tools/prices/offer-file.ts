import { JSONParser } from "@streamparser/json";
import { z } from "zod";
import { UserError } from "../../modules/core/user-error";
import { messageOf } from "../../terraform/failures";

const product = z.object({ sku: z.string(), attributes: z.record(z.string(), z.string()).default({}) });
export type Product = z.infer<typeof product>;

const term = z.object({
  priceDimensions: z.record(
    z.string(),
    z.object({
      rateCode: z.string(),
      beginRange: z.string().optional(),
      pricePerUnit: z.object({ USD: z.string() }).partial(),
    }),
  ),
});

/** A rate of a product: USD for a unit, from so many units on. */
export interface Rate {
  readonly product: Product;
  readonly rateCode: string;
  readonly from: number;
  readonly usd: number;
}

/** What is read of a file of AWS's price list. */
export interface Offer {
  /** The day that AWS published it. */
  readonly date: string;
  readonly rates: readonly Rate[];
}

/**
 * Reads the file of an offer in a region, piece by piece: that of EC2 has hundreds of megabytes. Of products, only those
 * that are wanted are kept; in the file they come before their rates.
 */
export async function readOffer(url: string, isWanted: (one: Product) => boolean, signal: AbortSignal): Promise<Offer> {
  const products = new Map<string, Product>();
  const rates: Rate[] = [];
  let date: string | undefined;
  const parser = new JSONParser({
    paths: ["$.publicationDate", "$.products.*", "$.terms.OnDemand.*"],
    keepStack: false,
  });
  parser.onValue = ({ value, key, stack }) => {
    if (key === "publicationDate") date = z.string().parse(value).slice(0, 10);
    else if (stack.at(-1)?.key === "products") {
      const one = product.parse(value);
      if (isWanted(one)) products.set(one.sku, one);
    } else {
      const found = products.get(String(key));
      if (found) rates.push(...ratesOf(found, value));
    }
  };
  await pieces(url, signal, (piece) => void parser.write(piece));
  if (date === undefined) throw new UserError(`${url} says no publicationDate: it is no file of AWS's price list.`);
  return { date, rates };
}

const ratesOf = (of: Product, terms: unknown): Rate[] =>
  Object.values(z.record(z.string(), term).parse(terms)).flatMap(({ priceDimensions }) =>
    Object.values(priceDimensions).flatMap(({ rateCode, beginRange = "0", pricePerUnit }) =>
      pricePerUnit.USD === undefined
        ? []
        : [{ product: of, rateCode, from: Number(beginRange), usd: Number(pricePerUnit.USD) }],
    ),
  );

async function pieces(url: string, signal: AbortSignal, take: (piece: Uint8Array) => void): Promise<void> {
  try {
    const response = await fetch(url, { signal });
    if (!response.ok || !response.body) throw new UserError(`${url} answers ${response.status}.`);
    for await (const piece of response.body) take(piece);
  } catch (error) {
    if (error instanceof UserError || signal.aborted) throw error;
    const cause = error instanceof Error && error.cause instanceof Error ? `: ${error.cause.message}` : "";
    throw new UserError(`${url} cannot be read: ${messageOf(error)}${cause}`);
  }
}
