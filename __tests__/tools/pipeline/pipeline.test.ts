import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CreateBucketCommand, GetObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { SetTopicAttributesCommand, SNSClient } from "@aws-sdk/client-sns";
import { execa, execaSync } from "execa";
import { childEnvironment } from "../../../terraform/process/environments";
import { TerraformRoot } from "../../../terraform/root";
import { managedIn } from "../../../terraform/state";
import { toolchain } from "../../../terraform/toolchain";
import type { GatedAws } from "../../../tools/gate/gated-aws";
import { copyOfProject, removeCopies } from "../../app/project";
import { checkedOnInit } from "../../support/checked-on-init";
import { GithubStandIn, tokens } from "../../support/github/stand-in";
import { emptyLocalAws } from "../../support/local-aws";

const region = "eu-north-1";
const account = "111122223333";
const environments = `import { euNorth1 } from "./eu-north-1";
import { defineEnvironments } from "./schema/environment-schema";
import { usEast1 } from "./us-east-1";

const accounts = { prod: "333333333333", staging: "222222222222", dev: "${account}" };
export const environments = defineEnvironments(
  Object.entries(accounts).map(([name, account]) => ({
    name,
    account,
    domain: name + ".example.com",
    stateRegion: "${region}",
    regions: [euNorth1, usEast1],
  })),
);
`;

/**
 * An app of two roots: a title, which is kept in a state only, so that it takes no provider to plan it, and a topic. `more` is
 * written after the title's root.
 */
const app = (title: string, more = "") => `import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const out = process.env.CDKTF_OUTDIR ?? "cdktf.out";
const roots = {
  title: { resource: { terraform_data: { title: { input: ${JSON.stringify(title)} } } } },
  topic: {
    provider: { aws: [{ region: "${region}" }] },
    resource: { aws_sns_topic: { topic: { name: "topic", display_name: "Shop" } } },
  },
};
mkdirSync(join(out, "modules"), { recursive: true });
for (const [name, root] of Object.entries(roots)) {
  const folder = join(out, "stacks", "dev-${region}-" + name);
  mkdirSync(folder, { recursive: true });
  if (name === "topic") copyFileSync(".terraform.lock.hcl", join(folder, ".terraform.lock.hcl"));
  const backend = { s3: { bucket: "states", key: "dev/${region}/" + name + ".tfstate", region: "${region}", use_lockfile: true } };
  const required_providers = name === "topic" ? { aws: { source: "aws", version: "5.100.0" } } : {};
  const text = JSON.stringify({ terraform: { backend, required_providers }, ...root });
  writeFileSync(join(folder, "cdk.tf.json"), text + (name === "title" ? ${JSON.stringify(more)} : ""));
}
const stacks = Object.fromEntries(Object.keys(roots).map((name) => ["dev-${region}-" + name, { dependencies: [] }]));
writeFileSync(join(out, "manifest.json"), JSON.stringify({ stacks }));
`;

let aws: GatedAws;
let github: GithubStandIn;
let project: string;
let sns: SNSClient;
let s3: S3Client;

beforeAll(async () => {
  aws = await emptyLocalAws(account);
  github = await new GithubStandIn().open();
  const credentials = { accessKeyId: "testing", secretAccessKey: "testing" };
  s3 = new S3Client({ endpoint: aws.endpoint, region, credentials, forcePathStyle: true });
  await s3.send(
    new CreateBucketCommand({ Bucket: "states", CreateBucketConfiguration: { LocationConstraint: region } }),
  );
  sns = new SNSClient({ endpoint: aws.endpoint, region, credentials });
  project = copyOfProject("pipeline");
  mkdirSync(join(project, ".cache"));
  const tools = { ...toolchain(), terraformCliConfig: checkedOnInit() };
  writeFileSync(join(project, ".cache/toolchain.json"), JSON.stringify(tools));
  writeFileSync(join(project, ".gitignore"), "node_modules\n.cache\nreview\nreviewed\nagain\n");
  writeFileSync(join(project, "regions/environments.ts"), environments);
  const targets = join(project, "dr/targets.ts");
  writeFileSync(targets, readFileSync(targets, "utf8").replace(/defineTargets\(environments, [\s\S]*$/, "[];\n"));
  git("init", "-q", "-b", "main");
  commit(app("Zeroth"));
});
afterAll(async () => {
  await Promise.all([aws.stop(), github.close()]);
  removeCopies();
});

const git = (...args: string[]): string =>
  execaSync("git", ["-c", "user.name=t", "-c", "user.email=t@example.com", ...args], { cwd: project }).stdout;

function commit(main: string): void {
  writeFileSync(join(project, "main.ts"), main);
  git("add", "-A");
  git("commit", "-q", "-m", "change");
}

/** Runs a command of the project as a workflow does: with a token of GitHub's, and credentials of the account. */
async function shop(...args: string[]) {
  const { exitCode, stdout, stderr } = await execa(
    toolchain().node,
    ["tools/run.mjs", "--needs", "node", "tools/shop/cli.ts", ...args],
    {
      cwd: project,
      env: childEnvironment({ ...aws.environment, ...github.environment() }),
      extendEnv: false,
      stdin: "ignore",
      reject: false,
    },
  );
  if (exitCode === 2) throw new Error(`${args.join(" ")} could not start: ${stderr}`);
  return { exitCode, stdout };
}

/** What main synthesizes. */
async function synthesized(): Promise<string> {
  await execa(toolchain().node, ["tools/run.mjs", "--needs", "node", "main.ts"], {
    cwd: project,
    env: childEnvironment(),
    extendEnv: false,
  });
  return join(project, "cdktf.out");
}

const titleInState = () =>
  s3.send(new GetObjectCommand({ Bucket: "states", Key: `dev/${region}/title.tfstate` })).then(
    async ({ Body }) => managedIn((await Body?.transformToString()) ?? "")[0]?.attributes.output,
    ({ name }) => name,
  );
const nameTopic = (AttributeValue: string) =>
  sns.send(
    new SetTopicAttributesCommand({
      TopicArn: `arn:aws:sns:${region}:${account}:topic`,
      AttributeName: "DisplayName",
      AttributeValue,
    }),
  );
const commentsOn = (number: number) => github.comments.get(number)?.map(({ body }) => body) ?? [];
const reviewed = ["--reviewed", "reviewed/dev/review.json"];

describe("a change, from the pull request to the account", () => {
  it("is reviewed in one comment, which follows what is pushed", async () => {
    github.commentOn(17, "Please have a look.", tokens["token-of-ada"] ?? { login: "ada", type: "User" });
    git("checkout", "-q", "-b", "change");
    for (const value of ["First", "Second"]) {
      commit(app(value));
      expect(await shop("review", "--since", "main", "--out", "review")).toMatchObject({ exitCode: 0 });
      expect(await shop("comment", "--pull-request", "17", "review/review.json")).toMatchObject({ exitCode: 0 });
      expect(commentsOn(17)).toEqual(["Please have a look.", expect.stringContaining("terraform_data.title")]);
      expect(commentsOn(17)[1]).toContain(value);
    }
    expect(commentsOn(17)[1]).not.toContain("First");
    expect(await titleInState()).toBe("NoSuchKey");
  });

  it("is found again after the merge, by the commit of main", async () => {
    const head = git("rev-parse", "HEAD");
    git("checkout", "-q", "main");
    git("merge", "-q", "--no-ff", "change", "-m", "Merge pull request 17");
    const folder = join(project, "review");
    const files = Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name))]));
    github.merged.push({ number: 17, head, merged: git("rev-parse", "HEAD"), artifacts: { "plan-review-dev": files } });
    const { stdout } = await shop("reviewed", "--commit", git("rev-parse", "HEAD"), "--out", "reviewed");
    expect(stdout).toMatch(/^#17, planned by .*\ndev, wave 1 of 1$/);
  });

  it("is refused where one byte is another one, and nothing of it is applied", async () => {
    writeFileSync(join(project, "main.ts"), app("Second", " "));
    const { exitCode, stdout } = await shop("apply", "--yes", ...reviewed, "--out", "again");
    git("checkout", "-q", "main.ts");
    expect({ exitCode, stdout }).toEqual({
      exitCode: 1,
      stdout: expect.stringContaining(
        `dev-${region}-title: review again. What is synthesized for it now is not what was reviewed.`,
      ),
    });
    expect(readFileSync(join(project, "again/review.md"), "utf8")).toContain("terraform_data.title");
    expect(await titleInState()).toBe("NoSuchKey");
  });

  it("is applied as it was reviewed", async () => {
    expect(await shop("apply", "--yes", ...reviewed)).toMatchObject({
      exitCode: 0,
      stdout: `dev-${region}-title: applied`,
    });
    expect(await titleInState()).toEqual({ value: "Second", type: "string" });
  });
});

it("opens an issue where AWS is not what main says any more, and closes it when that is gone", async () => {
  const topic = new TerraformRoot(join(await synthesized(), `stacks/dev-${region}-topic`), {
    terraform: toolchain().terraform,
    environment: childEnvironment(aws.environment),
  });
  const { signal } = new AbortController();
  await topic.init(signal);
  await topic.applyAtOnce(signal, {}, []);
  await nameTopic("Changed by hand");
  expect(await shop("drift", "--issue")).toMatchObject({ exitCode: 1 });
  expect(github.issues).toMatchObject([{ state: "open", title: "dev: AWS is not what main says" }]);
  expect(github.issues[0]?.body).toContain("Changed by hand");
  await nameTopic("Shop");
  expect(await shop("drift", "--issue")).toMatchObject({ exitCode: 0, stdout: "AWS is what the code says." });
  expect(github.issues).toMatchObject([{ state: "closed" }]);
});

it("has asked GitHub nothing that its API does not know", () => {
  expect(github.problems).toEqual([]);
});
