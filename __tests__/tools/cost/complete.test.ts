import { usageFrom } from "../../../regions/schema/usage-schema";
import { moduleContent } from "../../../terraform/published";
import { readModules } from "../../../terraform/synthesized";
import { valuedResources } from "../../../terraform/values/synthesized";
import { readBook } from "../../../tools/cost/book";
import { estimate } from "../../../tools/cost/estimate";
import { kinds } from "../../../tools/cost/kinds";
import { synthesizedAs } from "../../alternatives/synthesized";
import { appliedRoots } from "../../alternatives/table";
import { synthesized } from "../../support/synthesized";

/** Every type of resource that is below a synthesized folder. */
const typesIn = (out: string): string[] =>
  readModules(out).flatMap(({ folder }) => Object.keys(Object(moduleContent(folder)).resource ?? {}));

it("decides of every type in any environment and alternative what it costs", () => {
  const types = new Set([...typesIn(synthesized()), ...typesIn(synthesizedAs("as it is").out)]);
  expect(types.size).toBeGreaterThan(100);
  expect([...types].filter((type) => !(type in kinds))).toEqual([]);
});

/** What costs by a usage or in a way that the price book knows nothing of; everything else has a price in these regions. */
const withoutPrice = [
  /^GuardDuty's protection \w+, by usage$/,
  /^delivery of the firewall's log to a bucket$/,
  /^delivery of CloudFront's log to a bucket, where it is charged$/,
  /^the log of Enhanced Monitoring, by volume$/,
  /^requests to the Data API$/,
  /^metrics and logs of Container Insights$/,
  // Of these, the price book has none in some of the regions.
  /\(cognito\.essentials\.mau\)$/,
  /\(firehose\.decompression\.gb\)$/,
  /\(rds\.backup\.gbmonth\)$/,
];

it.each(appliedRoots)("has a price for all that the alternatives of the %s cost, but for what is listed", (name) => {
  const { out, environment } = synthesizedAs(name);
  const { lines, unpriced } = estimate(valuedResources(out, [environment]), usageFrom({}), readBook());
  expect(lines.length).toBeGreaterThan(100);
  expect(
    [...new Set(unpriced.map(({ what }) => what))].filter((what) => !withoutPrice.some((known) => known.test(what))),
  ).toEqual([]);
});
