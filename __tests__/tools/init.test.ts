import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execaSync } from "execa";
import { defineOrganization } from "../../regions/schema/organization-schema";
import { childEnvironment } from "../../terraform/process/environments";
import { refuseUncommitted, writeAll } from "../../tools/init/files";
import { takeOptions } from "../../tools/init/given";
import { problemsWith } from "../../tools/init/problems";
import { askAll, questions } from "../../tools/init/questions";
import { organizationText, workflowText } from "../../tools/init/texts";
import { organization } from "../example/regions/organization";
import { refusal } from "../support/refusal";

const folder = mkdtempSync(join(tmpdir(), "init-"));
afterAll(() => rmSync(folder, { recursive: true }));

const acme = {
  account: ["prod=444455556666", "staging=777788889999", "dev=123456789012"],
  domain: ["shop.acme.io"],
  repository: "acme/shop",
  repositoryIds: "444/555",
  onCall: "ops@acme.io",
};

describe("what the command line says", () => {
  it("replaces what it names, and the domains below the first one with it", () => {
    const [taken, open] = takeOptions(organization, acme);
    expect(open).toEqual([]);
    expect(taken).toEqual({
      environments: {
        prod: { account: "444455556666", domain: "shop.acme.io" },
        staging: { account: "777788889999", domain: "staging.shop.acme.io" },
        dev: { account: "123456789012", domain: "dev.shop.acme.io" },
      },
      githubRepository: "acme/shop",
      githubRepositoryIds: "444/555",
      onCall: "ops@acme.io",
    });
    expect(problemsWith(taken)).toEqual([]);
  });

  it("keeps a domain of another environment as it is said, in whatever order", () => {
    const [taken] = takeOptions(organization, { domain: ["dev=acme-dev.net", "shop.acme.io"] });
    expect(taken.environments.dev?.domain).toBe("acme-dev.net");
    expect(taken.environments.staging?.domain).toBe("staging.shop.acme.io");
  });

  it("leaves open what it does not say", () => {
    const [taken, open] = takeOptions(organization, { account: ["dev=123456789012"], repository: false });
    expect(taken).toMatchObject({ githubRepository: null, githubRepositoryIds: null });
    expect(open.map(({ path }) => path)).toEqual([
      ...["prod", "staging"].map((name) => `environments.${name}.account`),
      ...["prod", "staging", "dev"].map((name) => `environments.${name}.domain`),
      "githubRepositoryIds",
      "onCall",
    ]);
  });

  it("keeps GitHub's ids with the repository that they are of, and asks for those of another one", async () => {
    const [same] = takeOptions(organization, { repository: "example/shop" });
    expect(same.githubRepositoryIds).toBe(organization.githubRepositoryIds);
    const [other, open] = takeOptions(organization, { repository: "acme/shop" });
    expect(other.githubRepositoryIds).toBeNull();
    const ids = open.filter(({ path }) => path === "githubRepositoryIds");
    const answered = await askAll(other, ids, { ask: async () => "444/555", tell: () => undefined });
    expect(answered.githubRepositoryIds).toBe("444/555");
  });

  it("is refused where it names no environment that there is", () => {
    expect(refusal(() => takeOptions(organization, { account: ["prd=444455556666"] }))).toBe(
      '--account: "prd" is not an environment of regions/organization.ts. Did you mean "prod"? Known: prod, staging, dev.',
    );
    expect(refusal(() => takeOptions(organization, { account: ["444455556666"] }))).toBe(
      '--account: "444455556666" names no environment. Say, for example, --account prod=444455556666.',
    );
  });
});

describe("placeholders", () => {
  it("are refused as soon as one account is one's own, and only where they would be deployed", () => {
    const [taken] = takeOptions(organization, { account: ["prod=444455556666"] });
    expect(problemsWith(organization)).toEqual([]);
    expect(problemsWith(taken).map(({ path }) => path)).toEqual([
      "environments.prod.domain",
      "githubRepository",
      "onCall",
    ]);
  });
});

it("asks until each answer is taken, and takes an empty one for what is suggested", async () => {
  const answers = ["12", "444455556666", "", "", "", "shop.acme.io", "", "", "none", "", "ops@acme.io"];
  const asked: string[] = [];
  const told: string[] = [];
  const answered = await askAll(organization, questions(organization), {
    ask: async (text, suggested) => {
      asked.push(`${text} [${suggested}]`);
      return answers.shift() ?? "";
    },
    tell: ({ message }) => told.push(message),
  });
  expect(answered).toEqual({
    environments: {
      prod: { account: "444455556666", domain: "shop.acme.io" },
      staging: { account: "222222222222", domain: "staging.shop.acme.io" },
      dev: { account: "111122223333", domain: "dev.shop.acme.io" },
    },
    githubRepository: null,
    githubRepositoryIds: null,
    onCall: "ops@acme.io",
  });
  expect(asked.filter((text) => text.includes("ids"))).toEqual([]);
  expect(asked).toContain("Domain of staging [staging.shop.acme.io]");
  expect(told).toEqual([
    '"12" must be an AWS account id, which has 12 digits.',
    "shop.example.com is a placeholder, and would be deployed to prod (444455556666). Give your own.",
    "on-call@shop.example.com is a placeholder, and would be deployed to prod (444455556666). Give your own.",
  ]);
});

it("writes a file that says what was answered", () => {
  const [taken] = takeOptions(organization, { ...acme, repository: false });
  const [, said = ""] = /defineOrganization\(([\s\S]*)\);\n$/.exec(organizationText(taken)) ?? [];
  expect(new Function("defineOrganization", `return defineOrganization(${said})`)(defineOrganization)).toEqual(taken);
});

describe("the workflow", () => {
  const workflow = `if: always() && github.repository == 'example/shop'\nrole-to-assume: arn:aws:iam::111122223333:role/shop-drill\n`;

  it("has the repository, and the account of dev", () => {
    const [taken] = takeOptions(organization, acme);
    expect(workflowText(".github/workflows/drill.yml", workflow, taken)).toBe(
      `if: always() && github.repository == 'acme/shop'\nrole-to-assume: arn:aws:iam::123456789012:role/shop-drill\n`,
    );
    expect(workflowText(".github/workflows/drill.yml", workflow, { ...taken, githubRepository: null })).toContain(
      "github.repository == 'none'",
    );
  });

  it("is refused where there is nothing to replace, so that none keeps somebody else's repository", () => {
    expect(refusal(() => workflowText(".github/workflows/plan.yml", "jobs:\n", organization))).toContain(
      "Correct the file by hand, or remove it",
    );
  });
});

describe("its files", () => {
  it("are all written, or none is", () => {
    mkdirSync(join(folder, "there"));
    writeFileSync(join(folder, "there/a"), "old");
    mkdirSync(join(folder, "there/b")); // a folder, which no file can replace
    const changes = ["there/a", "there/b"].map((path) => ({ path, before: "old", after: "new" }));
    expect(() => writeAll(folder, changes)).toThrow();
    expect(readFileSync(join(folder, "there/a"), "utf8")).toBe("old");
    expect(readdirSync(join(folder, "there")).sort()).toEqual(["a", "b"]);
    writeAll(folder, changes.slice(0, 1));
    expect(readFileSync(join(folder, "there/a"), "utf8")).toBe("new");
    expect(existsSync(join(folder, "there/a.part"))).toBe(false);
  });

  it("are not written over while git does not have what they say", async () => {
    const git = (...args: string[]) =>
      execaSync("git", ["-c", "user.name=a", "-c", "user.email=a@acme.io", ...args], {
        cwd: folder,
        env: childEnvironment(),
        extendEnv: false,
      });
    git("init", "--quiet");
    writeFileSync(join(folder, "kept"), "first");
    await expect(refuseUncommitted(folder, ["kept"])).rejects.toThrow(
      "There are uncommitted changes:\n?? kept\nCommit them, or add --yes to write over them.",
    );
    git("add", "kept");
    git("commit", "--quiet", "--message", "first");
    await expect(refuseUncommitted(folder, ["kept"])).resolves.toBeUndefined();
  });
});
