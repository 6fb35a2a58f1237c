import { refuseLimits } from "../../../dr/account/refuse-limits";
import { type Environment, liveRegions } from "../../../regions/schema/environment";
import type { LiveRegion } from "../../../regions/schema/region-schema";
import { environmentTags } from "../../../regions/wiring/location";
import { targets } from "../../example/dr/targets";
import { environments } from "../../example/regions/environments";
import { limitsOf, type There } from "../../support/limits";

const [environment] = environments as [Environment];
const [lost] = liveRegions(environment) as [LiveRegion];
const [target] = targets as [(typeof targets)[number]];

/** What a drill in an account with such limits is told, and why it is refused. */
async function ask(there: There, drilled = environment) {
  const warned: string[] = [];
  const refused = await refuseLimits({ environment: drilled, lost, target }, limitsOf(there), (line) =>
    warned.push(line),
  ).then(
    () => undefined,
    (error: Error) => error,
  );
  return { warned, refused: refused?.message.split("\n"), is: refused?.name };
}

describe("a drill in an account", () => {
  it("is let in where the account has enough of all, and is told nothing", async () => {
    expect(await ask({})).toEqual({ warned: [] });
  });

  it("is refused once for all quotas that either region exceeds, with region, quota, need and way out", async () => {
    const { refused, is, warned } = await ask({ limits: { "L-1216C47A": 5 } });
    expect([is, warned]).toEqual(["UserError", []]);
    expect(refused).toEqual([
      `--aws: account ${environment.account} would stop the drill in the middle. Nothing was made.`,
      ...[lost.name, target.region].map(
        (region) =>
          `  ${region} needs 24 vCPUs of on-demand standard instances, and of 5 none is in use. Way out: aws service-quotas request-service-quota-increase --region ${region} --service-code ec2 --quota-code L-1216C47A --desired-value 24`,
      ),
    ]);
  });

  it("counts all that is there, whoever has made it: what the drill makes comes beside it", async () => {
    const own = { Tags: Object.entries(environmentTags(environment.name)).map(([Key, Value]) => ({ Key, Value })) };
    const { refused } = await ask({ limits: { "L-F678F1CE": 1 }, vpcs: [own] });
    expect(refused?.[1]).toMatch(/needs 1 VPCs, and of 1 1 are in use beside it.*--desired-value 2$/);
  });

  it("does not need again what the target has reserved for a recovery: these are the addresses that it takes", async () => {
    const reserving: Environment = {
      ...environment,
      regions: environment.regions.map((region) =>
        region.role === "standby"
          ? { ...region, standby: { ...region.standby, natAddressZones: ["a", "b", "c"] } }
          : region,
      ),
    };
    const addresses = ["a", "b", "c"].map((zone) => ({
      Tags: [{ Key: "Name", Value: `${environment.name}-${target.region}-recovery-nat-${zone}` }],
    }));
    const there = { limits: { "L-0263D0A3": 5 }, addresses };
    // The region that is lost has none to lend.
    expect((await ask(there, reserving)).refused?.slice(1)).toEqual([
      expect.stringContaining(`${lost.name} needs 3 Elastic IP addresses, and of 5 3 are in use`),
    ]);
    expect((await ask(there)).refused?.slice(1)).toHaveLength(2);
  });

  it("is refused where AWS Backup has not opted in to its database, or a region is not enabled", async () => {
    const spain = { ...environment, regions: [...environment.regions, { ...lost, name: "eu-south-2" as const }] };
    const { refused } = await ask({ enabled: false, backedUp: ["RDS"] }, spain);
    const optIn = (region: string) =>
      `  ${region} has not opted in to backups of Aurora by AWS Backup. Way out: aws backup update-region-settings --region ${region} --resource-type-opt-in-preference Aurora=true`;
    expect(refused?.slice(1)).toEqual([
      "  eu-south-2 is not enabled. Way out: aws account enable-region --region-name eu-south-2",
      ...[lost.name, target.region].map(optIn),
    ]);
  });

  it("is told what AWS did not answer as uncertain, and goes on", async () => {
    const { warned, refused } = await ask({ denied: /^(L-|DescribeRegionSettings)/ });
    expect(refused).toBeUndefined();
    expect(warned).toHaveLength(4);
    expect(warned[0]).toBe(`--aws: uncertain whether AWS Backup backs up Aurora in ${lost.name}: not allowed`);
    expect(warned[1]).toMatch(/^--aws: uncertain whether the quotas of .* suffice for VPCs, .*: not allowed$/);
  });

  it("is refused for a quota that is too low though others could not be asked for", async () => {
    const { warned, refused } = await ask({ limits: { "L-0263D0A3": 0 }, denied: /^L-34B43A08$/ });
    expect(warned).toHaveLength(2);
    expect(refused?.[1]).toContain("needs 3 Elastic IP addresses");
  });
});
