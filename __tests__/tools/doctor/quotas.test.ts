import { BackupClient } from "@aws-sdk/client-backup";
import { EC2Client } from "@aws-sdk/client-ec2";
import { type Environment, liveRegions } from "../../../regions/schema/environment";
import { defineRegion, type LiveRegion } from "../../../regions/schema/region-schema";
import { environmentTags } from "../../../regions/wiring/location";
import { copiesInAnotherAccountFindings } from "../../../tools/doctor/copies-in-another-account";
import { optInFindings } from "../../../tools/doctor/opt-in";
import { quotaFindings } from "../../../tools/doctor/quotas";
import { needsOf, typesOf } from "../../../tools/limits/needs";
import { environments } from "../../example/regions/environments";
import { limitsOf, type There, vcpus } from "../../support/limits";

const [prod] = environments as [Environment];
const [live] = liveRegions(prod) as [LiveRegion];
const region = (more: object): LiveRegion =>
  defineRegion({ name: "eu-west-1", role: "live", network: { cidr: "10.0.0.0/16" }, ...more });

describe("what a region needs", () => {
  it("is a network, and what its fleets have at rest and at most", () => {
    expect(typesOf(live)).toEqual(expect.arrayContaining(["t4g.small", "m6g.medium"]));
    expect(needsOf(live, vcpus)).toMatchObject({ vpcs: 1, addresses: 3, instances: 24, spotInstances: 48, tasks: 0 });
    expect(needsOf(region({ network: { cidr: "10.0.0.0/16", natGateways: "one" } }), vcpus).addresses).toBe(1);
  });

  it("is counted by the quota of standard instances where their family is one", () => {
    const api = { instanceTypes: ["x2gd.large", "m6g.medium"], onDemandPerZone: 1, maxPerZone: 1 };
    expect(typesOf(region({ api }))).not.toContain("x2gd.large");
    expect(needsOf(region({ api }), vcpus).instances).toBe(3 * 1 + 12);
  });

  it("is vCPUs of tasks, or the concurrency that functions reserve and what AWS keeps beside", () => {
    const image = "shop/it:1.4.2";
    const ecs = { compute: "ecs", containerImage: image, taskSize: "512/1024" };
    expect(needsOf(region({ api: ecs, web: ecs }), vcpus)).toMatchObject({ instances: 0, tasks: 6, spotTasks: 12 });
    const lambda = { compute: "lambda", containerImage: image, reservedConcurrency: 50 };
    expect(needsOf(region({ api: lambda, web: lambda }), vcpus).functions).toBe(200);
    expect(needsOf(region({ events: { maxConcurrency: 20 } }), vcpus).functions).toBe(20);
  });
});

describe("quotas", () => {
  const ask = (there: There) => quotaFindings(prod, limitsOf(there));
  const regions = ["eu-west-1", "eu-central-1"];

  it("are well in live regions and in those where a lost one is rebuilt, each in one line", async () => {
    const findings = await ask({});
    expect(findings.map(({ is }) => is)).toEqual(["ok", "ok"]);
    for (const [index, name] of regions.entries()) expect(findings[index]?.says).toContain(name);
  });

  it("are wrong in a new account, with the request that raises them to what is needed", async () => {
    const findings = (await ask({ limits: { "L-1216C47A": 5, "L-0263D0A3": 5 } })).filter(({ is }) => is === "wrong");
    expect(findings).toHaveLength(2);
    expect(findings[0]).toMatchObject({
      says: expect.stringMatching(/needs 24 vCPUs of on-demand.* of 5 none is in use/),
      wayOut: expect.stringMatching(
        /--region eu-west-1 --service-code ec2 --quota-code L-1216C47A --desired-value 24$/,
      ),
    });
  });

  it("are what is left of them beside what others have there", async () => {
    const own = Object.entries(environmentTags("prod")).map(([Key, Value]) => ({ Key, Value }));
    const theirs = [1, 2, 3, 4, 5].map(() => ({ Tags: [] }));
    const vpcs = { limits: { "L-F678F1CE": 5 } };
    const wrong = (await ask({ ...vpcs, vpcs: theirs })).filter(({ is }) => is === "wrong");
    expect(wrong[0]?.wayOut).toMatch(/L-F678F1CE --desired-value 6$/);
    expect((await ask({ ...vpcs, vpcs: [{ Tags: own }, ...theirs.slice(1)] })).map(({ is }) => is)).toEqual([
      "ok",
      "ok",
    ]);
    const instance = { InstanceType: "m7g.large", CpuOptions: { CoreCount: 2, ThreadsPerCore: 1 } };
    const running = { limits: { "L-1216C47A": 25 }, instances: [instance, { ...instance, InstanceLifecycle: "spot" }] };
    expect((await ask(running)).filter(({ is }) => is === "wrong")).toHaveLength(2);
  });

  it("are not known where they may not be asked", async () => {
    expect(await ask({ denied: /^(L-|Get)/ })).toMatchObject(
      regions.map((name) => ({
        is: "not known",
        says: expect.stringContaining(name),
        wayOut: expect.stringContaining("servicequotas:GetServiceQuota"),
      })),
    );
  });
});

it("are compared where others may not be asked for, and AWS lists instances once", async () => {
  const asked: string[] = [];
  const findings = await quotaFindings(prod, limitsOf({ limits: { "L-1216C47A": 5 }, denied: /^L-34B43A08$/ }, asked));
  const unknown = expect.stringMatching(/for vCPUs of standard Spot instances: not allowed$/);
  expect(findings.filter(({ says }) => says.includes("eu-west-1"))).toMatchObject([
    { is: "ok" },
    { is: "wrong" },
    { is: "not known", says: unknown },
    { is: "ok" },
  ]);
  expect(asked.filter((name) => name === "DescribeInstances")).toHaveLength(2);
});

describe("regions that AWS does not enable by itself", () => {
  const spain = { ...prod, regions: [...prod.regions, { ...live, name: "eu-south-2" as const }] };
  const ec2 = (OptInStatus: string) => {
    const client = new EC2Client({ region: "us-east-1" });
    client.send = async () => ({ Regions: [{ RegionName: "eu-south-2", OptInStatus }] });
    return client;
  };

  it.each([
    [prod, "not-opted-in", "ok", null],
    [spain, "opted-in", "ok", null],
    [spain, "not-opted-in", "wrong", expect.stringContaining("aws account enable-region --region-name eu-south-2")],
  ])("are told", async (environment, status, is, wayOut) => {
    expect(await optInFindings(environment, ec2(status))).toMatchObject([{ is, wayOut }]);
  });
});

describe("copies of backups in another account", () => {
  const copying = (copiesToAccount: string | null): Environment => ({
    ...prod,
    regions: [{ ...live, backup: { ...live.backup, copiesToAccount } }],
  });
  const found = async (environment: Environment, answer: () => object) => {
    const backup = new BackupClient({ region: "eu-west-1" });
    backup.send = async () => answer();
    return (await copiesInAnotherAccountFindings(environment, backup)).map(({ is }) => is);
  };
  const said = (isCrossAccountBackupEnabled: string) => () => ({ GlobalSettings: { isCrossAccountBackupEnabled } });
  const refused = () => {
    throw new Error("The account is not a member of an organization");
  };

  it.each([
    ["are well where the organization lets accounts copy", "444455556666", said("true"), ["ok"]],
    ["fail where it does not, which is said before", "444455556666", said("false"), ["wrong"]],
    ["are not known to be well where nobody can ask", "444455556666", refused, ["not known"]],
    ["are not asked about where there are none", null, refused, []],
  ] as const)("%s", async (_, account, answer, is) => {
    expect(await found(copying(account), answer)).toEqual(is);
  });
});
