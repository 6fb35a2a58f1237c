import { GetDistributionConfigCommand, UpdateDistributionCommand } from "@aws-sdk/client-cloudfront";
import { ask } from "../../../dr/check";
import { routeCustomersToTheRegion } from "../../../dr/checks/route-customers-to-the-region";
import type { GatedAws } from "../../../tools/gate/gated-aws";
import { emptyLocalAws } from "../../support/local-aws";
import { choice, healthCheck, recovered, setRecords } from "../support/healthy-edge";
import { healthyRegion } from "../support/healthy-region";
import { need } from "../support/need";

let local: GatedAws;
let region: Awaited<ReturnType<typeof healthyRegion>>;
beforeAll(async () => {
  local = await emptyLocalAws();
  region = await healthyRegion(local, "edge", { fleets: false, database: false });
});
afterAll(() => local.stop());

it("passes where each name points to the next", async () => {
  const seen = `edge.example.com → ${need(region.edge).distribution} → origin.edge.example.com → spare.origin.edge.example.com → recovered.origin.edge.example.com → origin.eu-central-1.edge.example.com`;
  expect(await ask(routeCustomersToTheRegion, region.view)).toMatchObject({ status: "passed", seen });
});

it("fails where customers are routed elsewhere", async () => {
  const { aws, domain } = region.view;
  const AliasTarget = {
    ...{ DNSName: "other.cloudfront.net", HostedZoneId: "Z2FDTNDATAQYW2" },
    EvaluateTargetHealth: false,
  };
  await setRecords(aws, need(region.publicZone), { Name: domain, Type: "AAAA", AliasTarget });
  await expectProblems(
    `edge.example.com (AAAA) points to other.cloudfront.net, not to ${need(region.edge).distribution}`,
  );
  const right = { ...AliasTarget, DNSName: need(region.edge).distribution };
  await setRecords(aws, need(region.publicZone), { Name: domain, Type: "AAAA", AliasTarget: right });
});

it("fails where no record would point to the region, or one does without asking whether it is healthy and open", async () => {
  const { aws, domain } = region.view;
  const zone = need(region.publicZone);
  const { HealthCheckId } = need(region.edge);
  const elsewhere = await healthCheck(aws, `elsewhere.${domain}`);
  const spare = choice(`spare.origin.${domain}`, `recovered.origin.${domain}`, "PRIMARY");
  await setRecords(aws, zone, spare, { ...recovered(aws, domain), HealthCheckId: elsewhere });
  await expectProblems(
    "spare.origin.edge.example.com (PRIMARY) has no health check",
    "the health check of origin.eu-central-1.edge.example.com asks elsewhere.edge.example.com",
    "the health check of origin.eu-central-1.edge.example.com watches no alarm, not shop-opening-eu-central-1",
  );
  await setRecords(aws, zone, { ...spare, HealthCheckId });
  await setRecords(aws, zone, recovered(aws, domain, "origin.eu-west-1.edge.example.com"));
  await expectProblems(
    "recovered.origin.edge.example.com points to origin.eu-west-1.edge.example.com, not to origin.eu-central-1.edge.example.com",
  );
  await setRecords(aws, zone, { ...recovered(aws, domain), HealthCheckId });
});

it("fails where a second choice has a check: with both unhealthy, customers would get the first", async () => {
  const { aws, domain } = region.view;
  const zone = need(region.publicZone);
  const { HealthCheckId } = need(region.edge);
  const second = choice(`origin.${domain}`, `spare.origin.${domain}`, "SECONDARY");
  await setRecords(aws, zone, { ...second, HealthCheckId });
  await expectProblems("origin.edge.example.com (SECONDARY) has a health check");
  await setRecords(aws, zone, second);
});

it("fails where the distribution is off, or asks another origin", async () => {
  const { aws, domain } = region.view;
  const Id = need(region.edge).distributionId;
  const { DistributionConfig, ETag } = await aws.cloudFront.send(new GetDistributionConfigCommand({ Id }));
  const [origin] = need(DistributionConfig?.Origins?.Items);
  const Origins = { Quantity: 1, Items: [{ ...need(origin), DomainName: `live.origin.${domain}` }] };
  const changed = { ...need(DistributionConfig), Enabled: false, Origins };
  await aws.cloudFront.send(new UpdateDistributionCommand({ Id, IfMatch: ETag, DistributionConfig: changed }));
  await expectProblems(
    `distribution ${Id} is disabled`,
    `distribution ${Id} asks live.origin.${domain}, not origin.${domain}`,
  );
});

it("fails where no distribution answers for the shop", async () => {
  const other = await healthyRegion(local, "bare", { fleets: false, database: false, edge: false });
  const outcome = await ask(routeCustomersToTheRegion, other.view);
  expect(outcome).toMatchObject({ status: "failed", problems: ["no distribution answers as bare.example.com"] });
});

async function expectProblems(...problems: string[]): Promise<void> {
  expect(await ask(routeCustomersToTheRegion, region.view)).toMatchObject({ status: "failed", problems });
}
