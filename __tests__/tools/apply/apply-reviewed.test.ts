import { appendFileSync, existsSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CreateAutoScalingGroupCommand, StartInstanceRefreshCommand } from "@aws-sdk/client-auto-scaling";
import { CreateLaunchTemplateCommand, CreateLaunchTemplateVersionCommand } from "@aws-sdk/client-ec2";
import type { ECSClient } from "@aws-sdk/client-ecs";
import { CreateKeyCommand } from "@aws-sdk/client-kms";
import { connect } from "../../../dr/aws";
import { TerraformRoot } from "../../../terraform/root";
import { unsavedIn } from "../../../terraform/states/unsaved";
import { readRoots } from "../../../terraform/synthesized";
import { applyReviewed } from "../../../tools/apply/apply-reviewed";
import { isWell, type Outcome } from "../../../tools/apply/outcome";
import { readReviewed } from "../../../tools/apply/reviewed";
import type { RollOut } from "../../../tools/apply/roll-out/roll-out";
import { rollOuts } from "../../../tools/apply/roll-out/roll-outs";
import { rolledOut } from "../../../tools/apply/roll-out/rolled-out";
import { ofTasks } from "../../../tools/apply/roll-out/tasks";
import type { Review } from "../../../tools/review/result";
import { runFolder } from "../../support/once";
import { smallAws } from "../review/planning/small-aws";
import { region, type SmallRoot, smallEstate } from "../review/planning/small-estate";

let small: Awaited<ReturnType<typeof smallAws>>;
beforeAll(async () => {
  small = await smallAws();
});
afterAll(() => small.stop());

const root = (input: string, more: Partial<SmallRoot> = {}, made: object = {}): SmallRoot => ({
  resource: { terraform_data: { one: { input, ...made } } },
  ...more,
});
const gives: Partial<SmallRoot> = { output: { id: "${terraform_data.one.id}" } };
const reads = root("${data.terraform_remote_state.network.outputs.id}", { reads: ["dev/eu-west-1/network"] });

interface How {
  readonly dryRun?: boolean;
  readonly signal?: AbortSignal;
}

/** Applies what was reviewed to an app; says what became of each root, and where it was run. */
async function apply(out: string, review: Review, { dryRun = false, signal = new AbortController().signal }: How = {}) {
  const file = join(runFolder(), "review.json");
  writeFileSync(file, JSON.stringify(review));
  const reviewed = readReviewed([file]);
  const all = readRoots(out).flatMap((one) => {
    const its = reviewed.get(one.id);
    return its ? [{ root: one, reviewed: its }] : [];
  });
  const work = small.workIn(out);
  const outcomes = await applyReviewed(all, { work, dryRun, asked: small.asked, say: () => {}, signal });
  const files = existsSync(work.path) ? readdirSync(work.path, { recursive: true, encoding: "utf8" }) : [];
  expect(files.filter((name) => name.endsWith(".tfplan"))).toEqual([]);
  return { outcomes, work, what: outcomes.map(({ root: id, is }: Outcome) => `${id.split("-").at(-1)}: ${is}`) };
}

/** What a root is made of now. */
async function inputOf(out: string, id: string): Promise<unknown> {
  const { folder } = readRoots(out).find((one) => one.id === id) ?? { folder: "" };
  const one = new TerraformRoot(folder, small.options);
  const { signal } = new AbortController();
  await one.init(signal);
  const [made] = await one.managed(signal);
  rmSync(join(folder, ".terraform"), { recursive: true, force: true });
  return Object(made?.attributes.input).value ?? made?.attributes.input;
}

it("applies what was reviewed, and asks for a new review where it was reviewed before what it reads was there", async () => {
  const out = smallEstate({ "dev/eu-west-1/network": root("a", gives), "dev/eu-west-1/web": reads });
  const all = ["dev-eu-west-1-network", "dev-eu-west-1-web"];
  const first = await small.review(out, all);
  expect((await apply(out, first, { dryRun: true })).what).toEqual([
    "network: would be applied",
    "web: awaited others",
  ]);
  expect(await inputOf(out, "dev-eu-west-1-network")).toBeUndefined();
  const { what, outcomes } = await apply(out, first);
  expect(what).toEqual(["network: applied", "web: awaited others"]);
  expect(outcomes[1]?.why).toContain("dev-eu-west-1-network is not applied yet. Until then, nobody knows its id.");
  expect((await apply(out, await small.review(out, all))).what).toEqual(["network: as it is", "web: applied"]);
});

it("leaves a root of which one byte is another one, and what comes after it, and applies the others", async () => {
  const roots = (input: string) => ({
    "dev/a/network": root(input, gives),
    "dev/a/web": { ...reads, reads: ["dev/a/network"] },
    "dev/a/logs": root("a"),
  });
  const [out, changed] = [smallEstate(roots("a")), smallEstate(roots("a"))];
  const review = await small.review(out, ["dev-a-network", "dev-a-logs", "dev-a-web"]);
  appendFileSync(join(changed, "stacks/dev-a-network/cdk.tf.json"), " ");
  const { what, outcomes } = await apply(changed, review);
  expect(what).toEqual(["network: review again", "web: waits", "logs: applied"]);
  expect(outcomes[0]?.why).toBe("What is synthesized for it now is not what was reviewed.");
  expect(await inputOf(out, "dev-a-network")).toBeUndefined();
});

it("leaves a root whose plan became another one, though nothing is synthesized differently", async () => {
  const at = (input: string) => smallEstate({ "dev/b/logs": root(input) });
  const review = await small.review(at("reviewed"), ["dev-b-logs"]);
  const between = await small.review(at("between"), ["dev-b-logs"]);
  await apply(at("between"), between);
  const { what, outcomes } = await apply(at("reviewed"), review);
  expect(what).toEqual(["logs: review again"]);
  expect(outcomes[0]?.why).toBe("Its plan now is not the one that was reviewed.");
  expect(await inputOf(at("reviewed"), "dev-b-logs")).toBe("between");
});

it("stores a state again that an apply could not store, once that goes", async () => {
  const out = smallEstate({ "dev/c/logs": root("a") });
  const review = await small.review(out, ["dev-c-logs"]);
  let puts = 0;
  // The first is the lock, and each other one the state.
  small.aws.guard(({ by, action }) =>
    by?.command === "apply" && action === "PutObject" && puts++ > 0 ? "the disk is full" : undefined,
  );
  const { what, outcomes, work } = await apply(out, review);
  small.aws.guard(() => undefined);
  expect(what).toEqual(["logs: failed"]);
  expect(outcomes[0]?.why).toMatch(/Failed to persist state[\s\S]*Its state has what was made of it by then\.$/);
  expect(unsavedIn(work.path)).toEqual([]);
  expect(await inputOf(out, "dev-c-logs")).toBe("a");
});

it("ends what is under way when it is interrupted, begins nothing else, and says so", async () => {
  const slow = { provisioner: { "local-exec": { command: "sleep 3" } } };
  const out = smallEstate({
    "dev/d/network": root("a", gives, slow),
    "dev/d/web": { ...reads, reads: ["dev/d/network"] },
  });
  const review = await small.review(out, ["dev-d-network", "dev-d-web"]);
  const interrupt = new AbortController();
  setTimeout(() => interrupt.abort(new Error("interrupted by SIGINT")), 2_500);
  const { outcomes } = await apply(out, review, { signal: interrupt.signal });
  expect(outcomes).toEqual([
    {
      root: "dev-d-network",
      is: "failed",
      why: "It was interrupted by SIGINT. Its state has what was made of it by then.",
    },
    { root: "dev-d-web", is: "waits", why: "It was interrupted before this one." },
  ]);
});

describe("after an apply", () => {
  const since = new Date(Date.now() - 60_000);
  const { signal } = new AbortController();
  const patience = { minutes: 0, everySeconds: 0 };
  const look = (type: string, name: string) =>
    rollOuts(
      {
        resource_changes: [
          {
            address: `${type}.this`,
            ...{ mode: "managed", type },
            change: { actions: ["update"], before: null, after: { name, cluster: name } },
          },
        ],
      },
      { asked: () => small.asked(region), since, patience, signal, news: () => {} },
    );

  it("sees a refresh of instances that ended well, and one that went back; none where none was begun", async () => {
    const { autoScaling } = small.asked(region);
    const { ec2, kms } = connect(small.aws.environment, region);
    const named = { LaunchTemplateName: "it" };
    const data = { ImageId: "ami-12c6146b", InstanceType: "t4g.small" } as const;
    await ec2.send(new CreateLaunchTemplateCommand({ ...named, LaunchTemplateData: data }));
    const group = { AutoScalingGroupName: "web", AvailabilityZones: [`${region}a`], MinSize: 1, MaxSize: 1 };
    const LaunchTemplate = { ...named, Version: "$Latest" };
    await autoScaling.send(new CreateAutoScalingGroupCommand({ ...group, LaunchTemplate }));
    expect(await look("aws_autoscaling_group", "web")).toEqual([]);

    const refresh = new StartInstanceRefreshCommand({ ...group, Preferences: { AutoRollback: true } });
    await autoScaling.send(refresh);
    expect(await look("aws_autoscaling_group", "web")).toEqual([
      { what: "the instances of web", is: "done", says: "Successful, 100 %" },
    ]);
    // No instance starts with a volume under a key that does not admit its group.
    const KmsKeyId = (await kms.send(new CreateKeyCommand({}))).KeyMetadata?.Arn;
    const volume = { DeviceName: "/dev/xvda", Ebs: { Encrypted: true, KmsKeyId } };
    const LaunchTemplateData = { ...data, BlockDeviceMappings: [volume] };
    await ec2.send(new CreateLaunchTemplateVersionCommand({ ...named, LaunchTemplateData }));
    await autoScaling.send(refresh);
    expect(await look("aws_autoscaling_group", "web")).toEqual([
      { what: "the instances of web", is: "failed", says: "RollbackSuccessful, 0 %, The new instances did not start." },
    ]);
  });

  it.each([
    ["done", [{ rolloutState: "COMPLETED" }]],
    ["under way", [{ rolloutState: "IN_PROGRESS" }]],
    [
      "failed",
      [{ rolloutState: "IN_PROGRESS" }, { rolloutState: "FAILED", rolloutStateReason: "tasks failed to start" }],
    ],
    [undefined, [{ rolloutState: "FAILED", createdAt: new Date(0) }]],
  ] as const)("takes a deployment of tasks for %s by what ECS says of those begun since", async (is, deployments) => {
    const services = [{ deployments: deployments.map((one) => ({ createdAt: new Date(), ...one })) }];
    const ecs = { send: async () => ({ services }) } as unknown as ECSClient;
    expect((await ofTasks("web", "web")({ ...small.asked(region), ecs }, since))?.is).toBe(is);
  });

  it("fails for what went back, says what goes on still, and is content with what is done", () => {
    const one = (is: RollOut["is"], says: string): RollOut => ({ what: "the instances of web", is, says });
    expect(rolledOut([one("done", "Successful")])).toEqual({ is: "applied" });
    expect(rolledOut([one("under way", "InProgress, 40 %")]).why).toContain("the instances of web (InProgress, 40 %)");
    const failed = rolledOut([one("done", "Successful"), one("failed", "RollbackSuccessful, 0 %")]);
    expect(failed).toEqual({
      is: "not rolled out",
      why: "It was applied, but what serves is as before: the instances of web (RollbackSuccessful, 0 %).",
    });
    expect(isWell(failed)).toBe(false);
  });
});
