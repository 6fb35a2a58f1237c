import { messageOf } from "../../terraform/failures";
import type { BookFile, Figure } from "../cost/book-schema";
import { isOf, priceIn } from "./match";
import { type Offer, readOffer } from "./offer-file";

/** Regions of the price book that are not AWS's: their prices are in the file of the whole offer. */
const everywhere = ["global", "eu", "us"];

/** A factor beyond which a new price is rather a mistake in finding it. */
const odd = 5;

type Place = Pick<Figure, "sku" | "region">;

/** What a refresh found out of each figure. */
export interface Refreshed {
  readonly book: BookFile;
  readonly changed: readonly (Place & { readonly from: number; readonly to: number })[];
  readonly confirmed: number;
  /** Figures that stay as they are, and why. */
  readonly kept: readonly (Place & { readonly why: string })[];
  /** Files that could not be read. */
  readonly failed: readonly { readonly url: string; readonly why: string }[];
}

/** Which files are read, and where they are. */
export interface From {
  readonly address: string;
  readonly regions?: readonly string[] | undefined;
  readonly offers?: readonly string[] | undefined;
  readonly signal: AbortSignal;
  say(line: string): void;
}

/** A price book with what AWS's price list says now; what is not found there stays as it is. */
export async function refresh(book: BookFile, { address, regions, offers, signal, say }: From): Promise<Refreshed> {
  const files = new Map<string, Figure[]>();
  const isChosen = ({ region, offer }: Figure): boolean =>
    (regions?.includes(region) ?? true) && (offers?.includes(offer) ?? true);
  for (const figure of book.prices.filter(isChosen)) {
    const url = urlOf(address, figure);
    files.set(url, [...(files.get(url) ?? []), figure]);
  }
  const renewed = new Map<Figure, Figure>();
  const dates = new Map<string, string>();
  const kept: Refreshed["kept"][number][] = [];
  const failed: Refreshed["failed"][number][] = [];
  for (const [url, figures] of files) {
    say(url);
    const offer = await read(url, figures, signal);
    if (typeof offer === "string") {
      failed.push({ url, why: offer });
      continue;
    }
    for (const figure of figures) {
      const price = checked(figure, priceIn(figure, offer.rates));
      const id = `price-list:${figure.offer}`;
      if (typeof price === "string") kept.push({ sku: figure.sku, region: figure.region, why: price });
      else {
        renewed.set(figure, { ...figure, usd: price, confidence: "price-list", sources: [id], asOf: offer.date });
        if ((dates.get(id) ?? "") < offer.date) dates.set(id, offer.date);
      }
    }
  }
  const pairs = [...renewed];
  return {
    book: {
      ...book,
      sources: sourcesWith(book, dates, address),
      prices: book.prices.map((one) => renewed.get(one) ?? one),
    },
    changed: pairs
      .filter(([old, now]) => old.usd !== now.usd)
      .map(([{ sku, region, usd }, now]) => ({ sku, region, from: usd, to: now.usd })),
    confirmed: pairs.filter(([old, now]) => old.usd === now.usd).length,
    kept,
    failed,
  };
}

const urlOf = (address: string, { offer, region }: Figure): string => {
  const folder = `${address.replace(/\/$/, "")}/offers/v1.0/aws/${offer}/current`;
  return everywhere.includes(region) ? `${folder}/index.json` : `${folder}/${region}/index.json`;
};

async function read(url: string, figures: readonly Figure[], signal: AbortSignal): Promise<Offer | string> {
  try {
    return await readOffer(url, (product) => figures.some((one) => isOf(one, product)), signal);
  } catch (error) {
    signal.throwIfAborted();
    return messageOf(error);
  }
}

const checked = ({ usd }: Figure, price: number | string): number | string => {
  if (typeof price === "string" || usd === 0) return price;
  const factor = price / usd;
  return factor > odd || factor < 1 / odd
    ? `${price} is ${factor.toPrecision(2)} times what it was: look, and say it by hand`
    : price;
};

function sourcesWith(book: BookFile, dates: ReadonlyMap<string, string>, address: string): BookFile["sources"] {
  const renewed = [...dates].map(([id, date]) => ({
    id,
    what: "AWS's own price list (Price List Bulk API)",
    kind: "primary",
    date,
    url: `${address.replace(/\/$/, "")}/offers/v1.0/aws/${id.replace("price-list:", "")}/index.json`,
  }));
  return [...book.sources.filter(({ id }) => !dates.has(id)), ...renewed];
}
