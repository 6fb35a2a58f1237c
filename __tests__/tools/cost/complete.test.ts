import { z } from "zod";
import { everyChoice } from "../../../modules/core/variants";
import { usageFrom } from "../../../regions/schema/usage-schema";
import { contracts } from "../../../regions/wiring/tiers";
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

/** What a month costs of what a setting names a price of, by the hour or by the month: by the setting's name, and what it is about. */
const monthly: Readonly<Record<string, (of: (sku: string, region?: string) => number) => number>> = {
  dataApi: (of) => 730 * of("vpce.hour"),
  firewall: (of) => of("waf.webacl.month"),
  firewallCachedRequestsPerFiveMinutes: (of) => of("waf.rule.month"),
  firewallManagedRules: (of) => of("waf.rule.month"),
  firewallRules: (of) => of("waf.rule.month"),
  interfaceEndpointZones: (of) => 730 * of("vpce.hour"),
  interfaceEndpoints: (of) => 730 * of("vpce.hour"),
  intervalHours: (of) => 730 * 100 * of("dt.interregion.gb"),
  internalAuthority: (of) => of("acmpca.general.month"),
  minCapacityUnits: (of) => 730 * of("aurora.sv2.acuhour"),
  names: (of) => of("secrets.secret.month"),
  natAddressZones: (of) => 730 * of("ipv4.inuse.hour"),
  natGateways: (of) => 730 * of("nat.hour"),
  nodeCount: (of) => 730 * of("elasticache.cache.t4g.small.valkey.hour"),
  "onDemandPerZone of instances": (of) => 730 * of("ec2.t4g.small"),
  "onDemandPerZone of tasks": (of) => 730 * (of("fargate.arm.vcpuhour") / 2 + of("fargate.arm.gbhour")),
  shieldAdvanced: (of) => of("shield.advanced.month", "global"),
};
/** Not of a price alone. */
const usedToo: readonly string[] = ["configFrequency", "copiesStatesTo", "copiesToAccount", "threatProtection"];

/** What settings say that something costs a month, and with how many decimals. */
const pricesSaid = (): Map<string, string> =>
  new Map(
    contracts.flatMap(everyChoice).flatMap(({ shape, settings }) =>
      Object.entries({ ...shape.shape, ...settings.shape }).flatMap(([name, field]) => {
        const text = JSON.stringify(z.toJSONSchema(field as z.ZodType, { unrepresentable: "any" }));
        const usd = /([\d.,]+) USD a month/.exec(text)?.[1];
        const about =
          name === "onDemandPerZone" ? (text.includes("On-demand tasks") ? " of tasks" : " of instances") : "";
        return usd === undefined ? [] : [[`${name}${about}`, usd.replace(",", "")] as const];
      }),
    ),
  );

it("names no other price of a setting than the price book has", () => {
  const book = readBook();
  const said = pricesSaid();
  const of = (sku: string, region = "eu-west-1") => book.find(sku, region)?.usd ?? Number.NaN;
  expect([...said.keys()].sort()).toEqual([...Object.keys(monthly), ...usedToo].sort());
  for (const [name, price] of Object.entries(monthly)) {
    const usd = said.get(name) ?? "";
    expect({ name, usd }).toEqual({ name, usd: price(of).toFixed(usd.split(".")[1]?.length ?? 0) });
  }
});
