import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readEstate } from "../../tools/diagram/estate/estate";
import { picturesOf } from "../../tools/diagram/pictures";
import { problemsOf } from "../tools/diagram/geometry";
import { copyOfProject, removeCopies, synth } from "./project";
import { addSecondRegion } from "./second-region";

let root: string;

interface Synthesized {
  readonly module: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly variable?: Readonly<Record<string, { readonly default: unknown }>>;
  readonly terraform: { readonly backend: { readonly s3: { readonly bucket: string; readonly key: string } } };
}
const read = (id: string): Synthesized =>
  JSON.parse(readFileSync(join(root, "cdktf.out/stacks", id, "cdk.tf.json"), "utf8"));
const roots = (): string[] => readdirSync(join(root, "cdktf.out/stacks"));

/** A project with a second live region, over two zones, whose recovery maps letters to other letters. */
beforeAll(async () => {
  root = copyOfProject("two-live");
  addSecondRegion(root);
  expect(await synth(root)).toMatchObject({ exitCode: 0, stderr: "" });
});
afterAll(removeCopies);

/** A module's arguments as they would be in one root: its region's other modules are called there, too. */
const inOneRoot = (call: Readonly<Record<string, unknown>> | undefined): unknown =>
  JSON.parse(
    JSON.stringify(call, (key, value) => (key === "//" ? undefined : value)).replace(
      /data\.terraform_remote_state\.(\w+)\.outputs\./g,
      (_, state) => (shared.includes(state) ? "shared." : `module.${state}.`),
    ),
  );

/** What regions share, and the standby, which hands it on to a recovery. */
const shared = ["account", "dns", "standby"];

const tiers = ["security", "network", "logs", "database", "api", "web"];
const cases = ["prod", "dev"].flatMap((environment) =>
  ["eu-west-1", "eu-west-3"].flatMap((lost) =>
    tiers.map((tier): [string, string, string] => [tier, lost, environment]),
  ),
);

it.each(cases)(
  "calls the module of %s that %s runs in %s, at the same address, with the same arguments but for the place",
  (tier, lost, environment) => {
    const live = read(`${environment}-${lost}-${tier}`);
    const recovery = read(`${environment}-eu-central-1-recovery-of-${lost}`);
    const place: Readonly<Record<string, object>> = {
      network: {
        cidr: expect.any(String),
        zone_names_by_letter: expect.any(Object),
        reserved_allocation_ids: expect.any(String),
      },
      database: { snapshot_arn: expect.any(String) },
    };
    expect(Object.keys(live.module)).toEqual([tier]);
    expect(inOneRoot(recovery.module[tier])).toEqual({ ...Object(inOneRoot(live.module[tier])), ...place[tier] });
  },
);

it("is drawn: both regions and both recoveries, with no label over another", () => {
  const pictures = picturesOf(readEstate(join(root, "cdktf.out"), "prod"));
  expect(pictures.map(({ name, scene }) => [name, problemsOf(scene)])).toEqual([
    ["global", []],
    ["region-eu-west-1", []],
    ["region-eu-west-3", []],
    ["recovery-of-eu-west-1", []],
    ["recovery-of-eu-west-3", []],
  ]);
});

it("gives the recovery the target's block, and its zones by the letters of the lost region", () => {
  expect(read("prod-eu-central-1-recovery-of-eu-west-3").module.network).toMatchObject({
    cidr: "10.3.0.0/16",
    zone_names_by_letter: { a: "eu-central-1c", c: "eu-central-1a" },
  });
  expect(read("prod-eu-west-3-network").module.network).toMatchObject({
    cidr: "10.2.0.0/16",
    zone_names_by_letter: { a: "eu-west-3a", c: "eu-west-3c" },
  });
});

it("copies the machine image of the one into the standby, under the name that its recovery looks for", () => {
  const path = join(root, "cdktf.out/modules/prod/eu-central-1/delivery/main.tf.json");
  const { resource } = JSON.parse(readFileSync(path, "utf8"));
  expect(Object.values(resource.aws_ami_copy)).toMatchObject([
    { source_ami_id: "ami-0123456789abcdef0", source_ami_region: "eu-west-3" },
  ]);
  const [{ name }] = Object.values<{ name: string }>(resource.aws_ssm_parameter) as [{ name: string }];
  expect(read("prod-eu-central-1-recovery-of-eu-west-3").module.api?.image_parameter).toBe(name);
});

it("applies what instances run after the images that their parameters name", () => {
  const { stacks } = JSON.parse(readFileSync(join(root, "cdktf.out/manifest.json"), "utf8"));
  for (const tier of ["api", "web"])
    expect(stacks[`prod-eu-west-3-${tier}`].dependencies).toContain("prod-eu-west-3-delivery");
});

it("keeps the state of every root apart", () => {
  const states = roots().map((id) => {
    const { bucket, key } = read(id).terraform.backend.s3;
    return `${bucket}/${key}`;
  });
  expect(new Set(states).size).toBe(states.length);
  expect(states.length).toBeGreaterThan(60);
});

it("has the same roots for every live region, with names of its own", () => {
  const of = (region: string) =>
    roots().flatMap((id) => (id.startsWith(`prod-${region}-`) ? [id.slice(`prod-${region}-`.length)] : []));
  expect(of("eu-west-3")).toEqual(of("eu-west-1"));
  expect(read("prod-eu-west-1-api").variable?.name_prefix?.default).toBe("prod-eu-west-1");
  expect(read("prod-eu-west-3-api").variable?.name_prefix?.default).toBe("prod-eu-west-3");
});
