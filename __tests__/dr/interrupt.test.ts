import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { GetObjectCommand, ListBucketsCommand } from "@aws-sdk/client-s3";
import { ListTagsForResourceCommand, ListTopicsCommand } from "@aws-sdk/client-sns";
import { execa } from "execa";
import { connect } from "../../dr/aws";
import { record } from "../../dr/inventory/record";
import { childEnvironment } from "../../terraform/process/environments";
import { projectRoot } from "../../terraform/project-root";
import type { GatedAws } from "../../tools/gate/gated-aws";
import { emptyLocalAws } from "../support/local-aws";
import { until } from "../support/until";
import { childrenOf, runs } from "../tools/local-aws/children";
import { built, runScript } from "./support/script";

let smallDrill: string;
const folders: string[] = [];
const drills: ReturnType<typeof runScript>[] = [];
type Middle = Awaited<ReturnType<typeof inTheMiddle>>;
/** A drill in a local AWS of its own. */
let own: Middle;
/** Local AWSs that somebody else runs, and the drill in each. */
let others: Record<"stopped" | "killed", { aws: GatedAws; drill: Middle }>;

// They get into the middle beside each other: most of that is waiting.
beforeAll(async () => {
  smallDrill = built("small-drill");
  const inOther = async (account: string) => {
    const aws = await emptyLocalAws(account);
    return { aws, drill: await inTheMiddle(aws.endpoint) };
  };
  const [interrupted, stopped, killed] = await Promise.all([
    inTheMiddle(),
    inOther("123456789012"),
    inOther("210987654321"),
  ]);
  own = interrupted;
  others = { stopped, killed };
});
afterAll(async () => {
  for (const { mark } of drills) mark.end();
  await Promise.all(Object.values(others).map(({ aws }) => aws.stop()));
  for (const folder of [smallDrill, ...folders]) rmSync(folder, { recursive: true, force: true });
});

/** A small drill whose Terraform is in the middle of an apply: one topic and a bucket are made, another topic is not yet. */
async function inTheMiddle(endpoint?: string) {
  const folder = mkdtempSync(join(tmpdir(), "interrupt-"));
  folders.push(folder);
  writeFileSync(join(folder, "hold-apply"), "");
  const drill = runScript(smallDrill, folder, ...(endpoint === undefined ? [] : [endpoint]));
  drills.push(drill);
  const log = join(folder, "report/logs/dev-eu-west-1-slow.log");
  const said = () => (existsSync(log) ? readFileSync(log, "utf8") : "");
  const made = ["aws_sns_topic.quick", "aws_s3_object.order", "terraform_data.held"];
  const applying = () =>
    said().includes("slow: Provisioning") && made.every((one) => said().includes(`${one}: Creation complete`));
  await until(() => applying() || !runs(drill.pid));
  if (!applying()) throw new Error(`no apply under way:\n${drill.output()}`);
  const moto = endpoint === undefined ? childrenOf(drill.pid).map(({ pid }) => pid) : [];
  return { ...drill, folder, said, moto };
}

/** One Ctrl-C, and another one in the middle of the destroy that takes back what was begun. */
async function interruptTwice({ pid, folder, said }: Middle): Promise<void> {
  writeFileSync(join(folder, "hold-destroy"), "");
  process.kill(pid, "SIGINT");
  await until(() => said().includes("held (local-exec): Executing") || !runs(pid));
  process.kill(pid, "SIGINT");
}

it("takes back what was begun after one Ctrl-C, in Terraform's own way, and leaves no process", async () => {
  const { pid, ended, output, mark, folder, said, moto } = own;
  expect(moto).toHaveLength(1);
  expect(mark.running().map(({ command }) => command)).toEqual(
    expect.arrayContaining([expect.stringContaining("terraform apply"), expect.stringContaining("provider-aws")]),
  );
  process.kill(pid, "SIGINT");

  expect(await ended).toEqual({ code: 1, signal: null });
  expect(said()).toContain("Interrupt received");
  expect(output()).toMatch(/SIGINT: cleaning up what was started: usually about \d+ minutes; press Ctrl-C again/);
  expect(said()).not.toContain("Two interrupts received");
  expect(said()).not.toContain("sns_topic.next: Creating");
  expect(output()).toContain("counted 1\n");
  expect(JSON.parse(readFileSync(join(folder, "report/report.json"), "utf8"))).toMatchObject({
    verdict: "interrupted",
    steps: expect.arrayContaining([
      expect.objectContaining({ title: "Stand up the root", error: "interrupted by SIGINT" }),
    ]),
  });
  expect(existsSync(join(folder, "dr-2611230300-work"))).toBe(false);
  expect(await mark.gone()).toEqual([]);
  await until(() => moto.filter(runs).length === 0);
});

describe("in a local AWS that somebody else runs", () => {
  /** The state of the root that is being applied, as its bucket has it. */
  const stored = async ({ environment }: GatedAws): Promise<string> => {
    const { s3 } = connect(environment, "eu-west-1");
    const state = { Bucket: "small-drill-state", Key: "dev/eu-west-1/slow.tfstate" };
    const { Body } = await s3.send(new GetObjectCommand(state)).catch(() => ({ Body: undefined }));
    return (await Body?.transformToString()) ?? "";
  };

  /** Runs the command that removes what drills have left, with that folder for temporary files. */
  const cleanUpIn = (folder: string) =>
    execa(process.execPath, [join(projectRoot, "shop"), "clean-up"], {
      cwd: projectRoot,
      env: childEnvironment({ TMPDIR: folder }),
      extendEnv: false,
    });

  const counted = async ({ environment }: GatedAws) => {
    const { s3, sns } = connect(environment, "eu-west-1");
    const { Buckets = [] } = await s3.send(new ListBucketsCommand({}));
    const { Topics = [] } = await sns.send(new ListTopicsCommand({}));
    return [...Buckets.map(({ Name }) => Name), ...Topics.map(({ TopicArn }) => TopicArn)];
  };

  /** The tags of the topic that Terraform has made. */
  const marked = async ({ environment }: GatedAws) => {
    const { sns } = connect(environment, "eu-west-1");
    const { Topics: [topic] = [] } = await sns.send(new ListTopicsCommand({}));
    const { Tags } = await sns.send(new ListTagsForResourceCommand({ ResourceArn: topic?.TopicArn }));
    return record(Tags);
  };

  it("leaves no process when it is killed, marks what it makes, remembers what is left, and a clean-up removes it", async () => {
    const { aws, drill } = others.killed;
    const { pid, mark, folder } = drill;
    while (!(await stored(aws)).includes("small-drill-kept") && runs(pid))
      await new Promise((resolve) => setTimeout(resolve, 200));
    process.kill(pid, "SIGKILL");
    expect(await mark.gone()).toEqual([]);
    expect((await counted(aws)).length).toBeGreaterThan(3);
    expect(await marked(aws)).toEqual({ Run: "dr-2611230300" });
    await cleanUpIn(folder);
    expect(await counted(aws)).toEqual(["stray"]);
  });

  it("stops at once after a second Ctrl-C and says what is left, and the command that it gives removes it", async () => {
    const { aws, drill } = others.stopped;
    const { ended, output, mark, folder } = drill;
    await interruptTwice(drill);
    expect(await ended).toEqual({ code: 1, signal: null });
    expect(output()).toContain("stopping at once");
    expect(output()).not.toMatch(/^counted/m);
    expect(await mark.gone()).toEqual([]);

    expect(output()).toContain(`Left in the local AWS at ${aws.endpoint}:\n  dev-eu-west-1-state, `);
    expect(output()).toContain("  dev-eu-west-1-slow, and its root in ");
    expect((await counted(aws)).length).toBeGreaterThan(3);
    expect(output()).toMatch(/^To remove all of it, and .*: \.\/shop clean-up$/m);
    rmSync(join(folder, "hold-destroy"));
    await cleanUpIn(folder);
    expect(await counted(aws)).toEqual(["stray"]);
    expect(existsSync(join(folder, "dr-2611230300-work"))).toBe(false);
  });
});
