import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Environment } from "../../../regions/schema/environment";
import type { Region } from "../../../regions/schema/region-schema";
import { environmentTags } from "../../../regions/wiring/location";
import { filesIn } from "../../../terraform/files-in";
import { projectRoot } from "../../../terraform/project-root";
import type { AwsThere } from "../../../tools/doctor/existing/existing";
import { existingFindings } from "../../../tools/doctor/existing/findings";
import { environments } from "../../example/regions/environments";

const [prod] = environments as [Environment];
const github = "arn:aws:iam::333333333333:oidc-provider/token.actions.githubusercontent.com";
const ours = environmentTags(prod.name);

/** What AWS answers by the name of a call; an empty list or none where nothing is said. */
type Answers = Readonly<Record<string, object | Error>>;
const client = (answers: Answers) => ({
  send: async (command: object) => {
    const answer = answers[command.constructor.name.replace(/Command$/, "")] ?? {};
    if (answer instanceof Error) throw answer;
    return answer;
  },
});
const aws = (answers: Answers): AwsThere => {
  const one = client(answers);
  return { cloudTrail: one, config: one, ecr: one, guardDuty: one, iam: one } as unknown as AwsThere;
};

/** A region of prod's role in the account, alone, with these settings changed. */
const alone = (role: Region["role"], change: (region: Region) => object = () => ({})): Environment => ({
  ...prod,
  regions: prod.regions
    .filter((region) => region.role === role || region.role === "global" || region.role === "standby")
    .map((region) => (region.role === role ? ({ ...region, ...change(region) } as Region) : region)),
});
const withAccount = (changed: object) =>
  alone("global", (region) => ({ account: { ...("account" in region ? region.account : {}), ...changed } }));

/** What is wrong or not known where AWS answers so in the region of a role. */
async function found(environment: Environment, role: Region["role"], answers: Answers) {
  const place = environment.regions.find((region) => region.role === role)?.name;
  const findings = await existingFindings(environment, (region) => aws(region === place ? answers : {}));
  return findings.filter(({ is }) => is !== "ok");
}

/** The resources of a type that a tier's modules have, by name. */
const named = (tier: string, type: string): string[] =>
  filesIn(join(projectRoot, "__tests__/golden/modules"))
    .filter((path) => path.endsWith(`${tier}.tf.json`))
    .flatMap((path) => {
      const { resource } = JSON.parse(readFileSync(join(projectRoot, "__tests__/golden/modules", path), "utf8"));
      return Object.keys(resource[type] ?? {});
    });

const detector = { ListDetectors: { DetectorIds: ["d1"] } };
const recorders = (name: string, more: object = {}) => ({
  DescribeConfigurationRecorders: { ConfigurationRecorders: [{ name, ...more }] },
});
const trails = (...trailList: object[]) => ({ DescribeTrails: { trailList } });
const provider = { ListOpenIDConnectProviders: { OpenIDConnectProviderList: [{ Arn: github }] } };
const tagsOf = (tags: Readonly<Record<string, string>>) => Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
const replicatesTo = (region: string, registryId: string) => ({
  DescribeRegistry: { replicationConfiguration: { rules: [{ destinations: [{ region, registryId }] }] } },
});
const off = (field: string) => (region: Region) => ({ baseline: { ...region.baseline, [field]: false } });

it("finds nothing in the way of a new account, and says of what in which region", async () => {
  const findings = await existingFindings(prod, () => aws({}));
  expect(findings.map(({ is }) => is)).toEqual(prod.regions.map(() => "ok"));
  expect(findings.map(({ says }) => says).join("\n")).toMatch(/eu-north-1: GuardDuty detector, .*recorder, trail/);
});

it.each<[string, Environment, Region["role"], Answers, RegExp]>([
  [
    "a detector",
    prod,
    "standby",
    detector,
    /baseline\.guardDuty: false .*terraform import module\.baseline\.aws_guardduty_detector\.detector d1/,
  ],
  [
    "a recorder",
    prod,
    "live",
    recorders("default"),
    /prod-eu-west-1-baseline.*terraform import module\.baseline\.aws_config_configuration_recorder\.recorder default/,
  ],
  [
    "a delivery channel",
    prod,
    "state",
    { DescribeDeliveryChannels: { DeliveryChannels: [{ name: "default" }] } },
    /aws_config_delivery_channel\.recorder_channel default/,
  ],
  [
    "a trail of that name",
    prod,
    "state",
    trails({ Name: "shop-audit", S3BucketName: "theirs" }),
    /aws_cloudtrail\.trail/,
  ],
  ["five trails", prod, "state", trails(...[1, 2, 3, 4, 5].map((one) => ({ Name: `t${one}` }))), /delete one/],
  ["GitHub's provider", prod, "global", provider, /githubProvider: "existing".*prod-global-account.*oidc-provider/],
  ["no provider of others", withAccount({ githubProvider: "existing" }), "global", {}, /githubProvider: "own"/],
  [
    "replication to elsewhere, which would be replaced",
    prod,
    "live",
    replicatesTo("us-east-1", "999999999999"),
    /aws_ecr_replication_configuration\.replication 333333333333/,
  ],
])("is wrong about %s, with the setting or the import", async (_, environment, role, answers, wayOut) => {
  const findings = await found(environment, role, answers);
  expect(findings).toMatchObject([{ is: "wrong", wayOut: expect.stringMatching(wayOut) }]);
  for (const [, tier, type, name] of String(findings[0]?.wayOut).matchAll(/import module\.(\w+)\.(\w+)\.(\w+) /g))
    expect(named(String(tier), String(type))).toContain(name);
});

it.each<[string, Environment, Region["role"], Answers]>([
  ["our own detector", prod, "live", { ...detector, GetDetector: { Tags: ours } }],
  ["an organization's detector that is left to it", alone("live", off("guardDuty")), "live", detector],
  ["our own recorder", prod, "live", recorders("prod-eu-west-1-recorder")],
  ["a recorder of a service of AWS's", prod, "live", recorders("AWSConfigurationRecorder", { servicePrincipal: "x" })],
  ["an organization's recorder that is left to it", alone("live", off("config")), "live", recorders("default")],
  [
    "our own trail beside four",
    prod,
    "state",
    trails({ Name: "shop-audit", S3BucketName: `shop-audit-${prod.account}-${prod.stateRegion}` }, {}, {}, {}, {}),
  ],
  ["our own provider", prod, "global", { ...provider, GetOpenIDConnectProvider: { Tags: tagsOf(ours) } }],
  ["a provider that others keep", withAccount({ githubProvider: "existing" }), "global", provider],
  ["our own replication", prod, "live", replicatesTo("eu-central-1", prod.account)],
])("is content with %s", async (_, environment, role, answers) => {
  expect(await found(environment, role, answers)).toEqual([]);
});

it("knows nothing of what it may not ask, and says what it takes", async () => {
  const denied = { ListDetectors: Object.assign(new Error("not allowed"), { name: "AccessDenied" }) };
  expect(await found(prod, "live", denied)).toMatchObject([
    { is: "not known", says: expect.stringContaining("eu-west-1"), wayOut: expect.stringContaining("ListDetectors") },
  ]);
});
