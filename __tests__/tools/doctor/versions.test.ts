import type { EndOfSupport } from "../../../tools/doctor/versions/ends-of-support";
import { endsOfSupport } from "../../../tools/doctor/versions/ends-of-support";
import { inUse } from "../../../tools/doctor/versions/in-use";
import { versionFindings } from "../../../tools/doctor/versions/versions";
import { environments } from "../../example/regions/environments";
import { prod } from "../../support/own-regions";

const aurora: EndOfSupport = {
  what: "Aurora PostgreSQL",
  version: "16.8",
  until: "2028-02-20",
  because: "it is old",
  source: "https://example.com/",
  read: "2026-11-29",
  wayOut: "choose another one",
};
const lambda: EndOfSupport = { ...aurora, what: "Lambda", version: "nodejs22.x", until: null };
const found = (on: string, ...ends: EndOfSupport[]) =>
  versionFindings([prod], new Date(on), ends).find(({ says }) => says.includes("Aurora"));

it("is content with what is supported for more than a year", () => {
  expect(found("2027-02-18", aurora)).toMatchObject({ is: "ok", wayOut: null });
});

it("tells of an end that is nearer, with its source and the way out", () => {
  expect(found("2027-02-21", aurora)).toEqual({
    part: "versions",
    is: "wrong",
    says: "Aurora PostgreSQL 16.8 in prod/eu-west-1 is supported until 2028-02-20, for 364 days more (it is old: https://example.com/, read on 2026-11-29)",
    wayOut: "choose another one",
  });
});

it("tells of one that is over", () => {
  expect(found("2028-02-21", aurora)).toMatchObject({ is: "wrong", says: expect.stringContaining("which is over") });
});

it("accepts a near end for a reason, and until a day", () => {
  const accepting = { ...aurora, accepted: { why: "nothing newer is there", until: "2027-06-30" } };
  expect(found("2027-06-29", accepting)).toMatchObject({ is: "ok", says: expect.stringContaining("nothing newer") });
  expect(found("2027-06-30", accepting)?.is).toBe("wrong");
});

it("knows a version by its first part, and no other one", () => {
  expect(found("2026-01-01", { ...aurora, version: "16" })?.is).toBe("ok");
  expect(found("2026-01-01", { ...aurora, version: "1" })?.is).toBe("not known");
  expect(found("2026-01-01", lambda)).toMatchObject({ is: "not known", wayOut: expect.stringContaining("add a line") });
});

it("is content where nobody has named an end", () => {
  expect(versionFindings([prod], new Date(), [lambda]).find(({ says }) => says.includes("Lambda"))?.is).toBe("ok");
});

it("names each version once, with every region that has it", () => {
  expect(inUse(environments)).toEqual([
    { what: "Aurora PostgreSQL", version: "16.8", where: ["prod/eu-west-1", "dev/eu-west-1"] },
    { what: "Lambda", version: "nodejs22.x", where: ["prod/eu-west-1", "staging/eu-west-1", "dev/eu-west-1"] },
    { what: "RDS for PostgreSQL", version: "16", where: ["staging/eu-west-1"] },
    { what: "ElastiCache for Valkey", version: "8.0", where: ["staging/eu-west-1"] },
  ]);
});

it("knows every version that is a default", () => {
  expect(versionFindings(environments, new Date("2026-11-29")).filter(({ is }) => is === "not known")).toEqual([]);
  for (const { until, read, source } of endsOfSupport) {
    for (const date of [until, read]) if (date !== null) expect(date).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(source).toMatch(/^https:/);
  }
});
