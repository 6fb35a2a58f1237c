import { z } from "zod";
import { UserError } from "../../modules/core/user-error";
import { columns } from "../../terraform/process/columns";
import { command } from "../../terraform/process/command";
import { writeWhole } from "../../terraform/write-whole";
import { ownBook, readBook } from "../cost/book";
import { refresh } from "./refresh";
import { written } from "./written";

interface Options {
  readonly region?: string[];
  readonly offer?: string[];
  readonly from: string;
  readonly priceBook?: string;
  readonly dryRun?: boolean;
}

const place = { sku: z.string(), region: z.string() };
const result = z.object({
  changed: z.array(z.object({ ...place, from: z.number(), to: z.number() })).describe("USD, before and now."),
  confirmed: z.int().describe("How many figures are as they were."),
  kept: z.array(z.object({ ...place, why: z.string() })).describe("Figures that stay as they are, and why."),
  failed: z.array(z.object({ url: z.string(), why: z.string() })).describe("Files that could not be read."),
});

export const prices = command({
  name: "prices",
  about: "Refreshes the price book from AWS's own price list.",
  details:
    "It reads the Price List Bulk API, which needs no account. That is a file for each service and region; the one of EC2 has hundreds of megabytes, so it takes minutes. A price that is not found stays as it is, and so does one that would be five times what it was.",
  options: (program) =>
    program
      .option("--region <name...>", "only these regions, such as eu-west-1, or global")
      .option("--offer <code...>", "only these services, such as AmazonEC2")
      .option("--from <url>", "where the price list is", "https://pricing.us-east-1.amazonaws.com")
      .option("--price-book <file>", "the price book to refresh (default: tools/cost/price-book.json)"),
  examples: [
    ["prices --dry-run", "see what would change"],
    ["prices --region eu-west-1 --offer AmazonRDS", "one service in one region"],
  ],
  exitCodes: { 1: "a file of the price list could not be read; the others were" },
  dryRun: "read the price list, but write nothing",
  interrupted: "stopping; nothing is written",
  result,
  text: ({ changed, confirmed, kept, failed }) =>
    [
      changed.length > 0
        ? columns([
            ["SKU", "REGION", "WAS", "IS"],
            ...changed.map(({ sku, region, from, to }) => [sku, region, String(from), String(to)]),
          ])
        : "",
      `${changed.length} changed, ${confirmed} as they were, ${kept.length} left as they are.`,
      ...kept.map(({ sku, region, why }) => `left: ${sku} ${region}: ${why}`),
      ...failed.map(({ why }) => `failed: ${why}`),
    ]
      .filter((line) => line !== "")
      .join("\n"),
  run: async (options: Options, { show, say, signal }) => {
    const found = await refreshFile(options, { say, signal });
    show(found);
    return found.failed.length > 0 ? 1 : 0;
  },
});

/** Refreshes the file of a price book; with a dry run, only says what would change. */
export async function refreshFile(
  { region, offer, from, priceBook = ownBook, dryRun = false }: Options,
  { say, signal }: { say: (line: string) => void; signal: AbortSignal },
): Promise<z.infer<typeof result>> {
  const { file } = readBook(priceBook);
  refuseUnknown(
    "--region",
    region,
    file.prices.map((one) => one.region),
  );
  refuseUnknown(
    "--offer",
    offer,
    file.prices.map((one) => one.offer),
  );
  const { book, changed, confirmed, kept, failed } = await refresh(file, {
    address: from,
    regions: region,
    offers: offer,
    signal,
    say,
  });
  if (!dryRun && changed.length + confirmed > 0) writeWhole(priceBook, written(book));
  return { changed: [...changed], confirmed, kept: [...kept], failed: [...failed] };
}

function refuseUnknown(option: string, given: readonly string[] | undefined, all: readonly string[]): void {
  const known = [...new Set(all)].sort();
  for (const one of given ?? [])
    if (!known.includes(one))
      throw new UserError(`${option}: "${one}" is not in the price book. Known: ${known.join(", ")}.`);
}
