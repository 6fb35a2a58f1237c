import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import type { Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ownBook, PriceBook, readBook } from "../../../tools/cost/book";
import type { BookFile, Figure } from "../../../tools/cost/book-schema";
import { refreshFile } from "../../../tools/prices/cli";
import { type Refreshed, refresh } from "../../../tools/prices/refresh";
import { written } from "../../../tools/prices/written";
import { offerFile, serve } from "./price-list";

const figure = (its: Pick<Figure, "sku" | "usd" | "offer"> & Partial<Figure>): Figure => ({
  region: "eu-west-1",
  unit: "unit",
  confidence: "single-source",
  sources: ["old"],
  ...its,
});

const instance = figure({ sku: "ec2.t4g.small", usd: 0.0184, offer: "AmazonEC2", usagetype: "EU-BoxUsage:t4g.small" });
const gateway = figure({ sku: "nat.hour", usd: 0.048, offer: "AmazonEC2", usagetype: "EU-NatGateway-Hours" });
const odd = figure({ sku: "nat.gb", usd: 0.048, offer: "AmazonEC2", usagetype: "EU-NatGateway-Bytes" });
const gone = figure({ sku: "ec2.t3.small", usd: 0.0228, offer: "AmazonEC2", usagetype: "EU-BoxUsage:t3.small" });
const requests = figure({ sku: "waf.requests.perM", usd: 0.6, offer: "awswaf", rateCode: "WAF1.JRTCKXETXF.RATE0" });
const keys = figure({ sku: "kms.requests.per10k", usd: 0.03, offer: "awskms", usagetype: "eu-west-1-KMS-Requests" });
const logs = figure({
  sku: "dt.out.internet.gb.10-50TB",
  usd: 0.085,
  offer: "AWSDataTransfer",
  usagetype: "EU-DataTransfer-Out-Bytes",
  tierFrom: 10_240,
  tierTo: 51_200,
});
const zone = figure({
  sku: "r53.zone.month.first25",
  usd: 0.5,
  offer: "AmazonRoute53",
  region: "global",
  usagetype: "HostedZone",
});
const missing = figure({
  sku: "shield.advanced.month",
  usd: 3_000,
  offer: "AWSShield",
  region: "global",
  usagetype: "Shield",
});

const book: BookFile = {
  currency: "USD",
  hoursPerMonth: 730,
  sources: [{ id: "old", what: "an older reading", kind: "secondary", date: "2025-01-01" }],
  prices: [instance, gateway, odd, gone, requests, keys, logs, zone, missing],
  discounts: [],
  conflicts: [],
};

const box = {
  usagetype: "EU-BoxUsage:t4g.small",
  operatingSystem: "Linux",
  preInstalledSw: "NA",
  capacitystatus: "Used",
};
const ec2 = offerFile([
  { sku: "SHARED", attributes: { ...box, tenancy: "Shared" }, rates: [{ usd: "0.0190000000" }] },
  { sku: "HOST", attributes: { ...box, tenancy: "Dedicated" }, rates: [{ usd: "0.0200000000" }] },
  { sku: "WINDOWS", attributes: { ...box, tenancy: "Shared", operatingSystem: "Windows" }, rates: [{ usd: "0.0276" }] },
  { sku: "NAT1", attributes: { usagetype: "EU-NatGateway-Hours" }, rates: [{ usd: "0.0480000000" }] },
  { sku: "NAT2", attributes: { usagetype: "EU-NatGateway-Bytes" }, rates: [{ usd: "4.8" }] },
]);
const path = (offer: string, region = "eu-west-1/") => `/offers/v1.0/aws/${offer}/current/${region}index.json`;

let server: Server;
let address: string;
let found: Refreshed;
const asked: string[] = [];

beforeAll(async () => {
  ({ server, address } = await serve({
    [path("AmazonEC2")]: ec2,
    [path("awswaf")]: offerFile([
      { sku: "WAF1", attributes: { usagetype: "other" }, rates: [{ usd: "0.0000006500" }] },
    ]),
    [path("awskms")]: offerFile([
      {
        sku: "KMS1",
        attributes: { usagetype: "eu-west-1-KMS-Requests" },
        rates: [{ usd: "0" }, { usd: "0.0000030000", from: "20000" }],
      },
    ]),
    [path("AWSDataTransfer")]: offerFile([
      {
        sku: "OUT1",
        attributes: { usagetype: "EU-DataTransfer-Out-Bytes" },
        rates: [{ usd: "0.09" }, { usd: "0.086", from: "10240" }],
      },
    ]),
    [path("AmazonRoute53", "")]: offerFile([
      { sku: "Z1", attributes: { usagetype: "HostedZone" }, rates: [{ usd: "0.5" }] },
    ]),
  }));
  found = await refresh(book, { address, signal: new AbortController().signal, say: (line) => void asked.push(line) });
});
afterAll(() => void server.close());

const usdOf = (sku: string): number | undefined => found.book.prices.find((one) => one.sku === sku)?.usd;

it("takes the price of what the platform runs, among products of the same usage type", () => {
  expect(usdOf("ec2.t4g.small")).toBe(0.019);
  expect(found.changed).toContainEqual({ sku: "ec2.t4g.small", region: "eu-west-1", from: 0.0184, to: 0.019 });
});

it("says prices by the million or ten thousand where the price list says that of one, beyond what is free", () => {
  expect([usdOf("waf.requests.perM"), usdOf("kms.requests.per10k")]).toEqual([0.65, 0.03]);
});

it("takes the tier that the figure is of", () => {
  expect(usdOf("dt.out.internet.gb.10-50TB")).toBe(0.086);
});

it("says of each refreshed figure where it is from, and of which day", () => {
  const renewed = found.book.prices.find(({ sku }) => sku === "nat.hour");
  expect(renewed).toMatchObject({ confidence: "price-list", sources: ["price-list:AmazonEC2"], asOf: "2026-11-01" });
  expect(new PriceBook(found.book).dateOf(renewed ?? instance)).toBe("2026-11-01");
  expect(found.confirmed).toBe(3);
});

it("reads the file of each service and region once, and that of the whole service for what is global", () => {
  expect(asked.sort()).toEqual(
    [
      path("AWSDataTransfer"),
      path("AWSShield", ""),
      path("AmazonEC2"),
      path("AmazonRoute53", ""),
      path("awskms"),
      path("awswaf"),
    ]
      .map((one) => `${address}${one}`)
      .sort(),
  );
});

it("leaves what is not in the list, or would be five times as much, as it is, and says so", () => {
  expect(found.kept.map(({ sku, why }) => `${sku}: ${why}`)).toEqual([
    "nat.gb: 4.8 is 1.0e+2 times what it was: look, and say it by hand",
    "ec2.t3.small: not in the price list",
  ]);
  expect(usdOf("nat.gb")).toBe(0.048);
});

it("goes on where a file cannot be read, and says which", () => {
  expect(found.failed).toEqual([
    { url: `${address}${path("AWSShield", "")}`, why: expect.stringContaining("answers 404") },
  ]);
  expect(usdOf("shield.advanced.month")).toBe(3_000);
});

describe("the file of a price book", () => {
  const folder = mkdtempSync(join(tmpdir(), "prices-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  const file = join(folder, "book.json");
  const at = { say: () => {}, signal: new AbortController().signal };

  it("stays as it is with a dry run, which says what would change", async () => {
    writeFileSync(file, written(book));
    const { changed } = await refreshFile({ from: address, priceBook: file, dryRun: true }, at);
    expect(changed.map(({ sku }) => sku)).toContain("ec2.t4g.small");
    expect(readFileSync(file, "utf8")).toBe(written(book));
  });

  it("has the new prices otherwise, of the regions and services that were asked for", async () => {
    await refreshFile({ from: address, priceBook: file, region: ["eu-west-1"], offer: ["awswaf"] }, at);
    const now = readBook(file);
    expect(now.find("waf.requests.perM", "eu-west-1")?.usd).toBe(0.65);
    expect(now.find("ec2.t4g.small", "eu-west-1")?.usd).toBe(0.0184);
  });

  it("is not touched for a region that it does not know", async () => {
    await expect(refreshFile({ from: address, priceBook: file, region: ["eu-wset-1"] }, at)).rejects.toThrow(
      '--region: "eu-wset-1" is not in the price book. Known: eu-west-1, global.',
    );
  });
});

it("writes a price book as it is written, a figure a line", () => {
  expect(written(readBook().file)).toBe(readFileSync(ownBook, "utf8"));
});
