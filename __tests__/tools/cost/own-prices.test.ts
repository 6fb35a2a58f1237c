import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { doubts } from "../../../tools/cost/estimate";
import { withOwnPrices } from "../../../tools/cost/own-prices";
import { refusal } from "../../support/refusal";
import { bookOf } from "./support";

const folder = mkdtempSync(join(tmpdir(), "own-prices-"));
afterAll(() => rmSync(folder, { recursive: true }));
const file = join(folder, "own.json");
const book = bookOf({ "nat.hour": 0.05, "nat.gb": 0.05 });
const own = { sku: "nat.hour", region: "eu-west-1", usd: 0.03, source: "our agreement", date: "2026-01-01" };

const using = (content: unknown) => {
  writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
  return withOwnPrices(book, file);
};

it("takes a discount off list prices, but not off one's own", () => {
  const changed = using({ percentOff: 10, prices: [own] });
  expect([changed.find("nat.gb", "eu-west-1")?.usd, changed.find("nat.hour", "eu-west-1")?.usd]).toEqual([0.045, 0.03]);
});

it("takes one's own price for certain, and knows its day", () => {
  const price = using({ prices: [own] }).find("nat.hour", "eu-west-1");
  expect(price && [doubts(price), book.dateOf(price)]).toEqual([[], "2026-01-01"]);
});

it("gives a price to what has none, with its unit", () => {
  const changed = using({ prices: [{ ...own, region: "eu-west-3", unit: "hour" }] });
  expect(changed.find("nat.hour", "eu-west-3")?.usd).toBe(0.03);
});

it.each<[unknown, string]>([
  ["{", "own.json cannot be read as JSON"],
  [{ percentOf: 3 }, "percentOf"],
  [{ percentOff: 120 }, "percentOff: Too big: expected number to be <=100 (it is 120)."],
  [{ percentOff: -5 }, "(it is -5)"],
  [
    { prices: [{ ...own, sku: "nat.hours" }] },
    "nat.hours has no list price in eu-west-1, nor anywhere else. Correct its name",
  ],
])("refuses %j and says what to write", (content, message) => {
  expect(refusal(() => using(content))).toContain(message);
});
