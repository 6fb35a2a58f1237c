import type { GetRoleCommand, IAMClient } from "@aws-sdk/client-iam";
import { subjectsOf, type Workflow, workflows } from "../../../modules/account/workflows/contract";
import { environments } from "../../../regions/environments";
import type { GlobalRegion } from "../../../regions/schema/region-schema";
import { type AskedAws, accountFindings } from "../../../tools/doctor/account";
import type { Finding } from "../../../tools/doctor/finding";
import { githubOf } from "../../../tools/doctor/github";
import { repositoryFindings } from "../../../tools/doctor/repository";
import { temporaryFolder } from "../../../tools/doctor/tools";

const [first] = environments;
if (!first) throw new Error("There is no environment.");
const trusted = { githubRepository: "me/shop", githubRepositoryIds: "12/34" };
const mine = {
  ...first,
  account: "444455556666",
  regions: first.regions.map((region) =>
    region.role === "global"
      ? { ...region, account: { ...region.account, ...trusted, workflows: [...workflows] } }
      : region,
  ),
};
const unused = (region: GlobalRegion): GlobalRegion => ({
  ...region,
  account: { ...region.account, ...trusted, workflows: [] },
});
const called = (name: string) => Object.assign(new Error(name), { name });
const policy = (subjects: readonly string[], ref = "refs/heads/main") =>
  encodeURIComponent(JSON.stringify({ Condition: { StringEquals: { sub: subjects, ref } } }));
type Answer = string | Error | ((workflow: Workflow) => string);
const aws = (answer: Answer, account: string | Error = mine.account): AskedAws => ({
  account: async () => {
    if (account instanceof Error) throw account;
    return account;
  },
  iam: {
    send: async ({ input }: GetRoleCommand) => {
      if (answer instanceof Error) throw answer;
      const workflow = workflows.find((one) => input.RoleName?.endsWith(one)) ?? "plan";
      return { Role: { AssumeRolePolicyDocument: typeof answer === "string" ? answer : answer(workflow) } };
    },
  } as unknown as Pick<IAMClient, "send">,
});
const subjects = (workflow: Workflow) => subjectsOf(workflow, mine.name, trusted);
const how = (findings: readonly Finding[]) => findings.map(({ is }) => is);

/** Every line that is not well says the way out; one that is well has none. */
function expectWaysOut(findings: readonly Finding[]): void {
  for (const { is, says, wayOut } of findings) {
    expect({ says, hasWayOut: wayOut !== null }).toEqual({ says, hasWayOut: is !== "ok" });
    expect(says).not.toBe("");
  }
}

describe("the account", () => {
  it.each<[string, AskedAws, string[]]>([
    ["trusts what region files say", aws((one) => policy(subjects(one))), ["ok", "ok", "ok", "ok", "ok"]],
    [
      "trusts it by its name only, before ids are deployed",
      aws((one) => policy(subjects(one).slice(0, 1))),
      ["ok", "ok", "ok", "ok", "ok"],
    ],
    [
      "trusts other ids under the same name",
      aws((one) => policy(subjectsOf(one, mine.name, { ...trusted, githubRepositoryIds: "12/99" }))),
      ["ok", "ok", "wrong", "wrong", "wrong"],
    ],
    ["trusts another one", aws(policy(["repo:example/shop:pull_request"])), ["ok", "ok", "wrong", "wrong", "wrong"]],
    [
      "trusts the GitHub environment of another account",
      aws((one) => policy(subjectsOf(one, "other", trusted))),
      ["ok", "ok", "wrong", "wrong", "wrong"],
    ],
    ["trusts every branch", aws((one) => policy(subjects(one), "")), ["ok", "ok", "ok", "wrong", "wrong"]],
    ["has no such role yet", aws(called("NoSuchEntityException")), ["ok", "ok", "wrong", "wrong", "wrong"]],
    ["does not let roles be read", aws(called("AccessDenied")), ["ok", "ok", "not known", "not known", "not known"]],
    ["is nobody's here", aws("", "999999999999"), ["ok", "wrong"]],
    ["is not known, without credentials", aws("", new Error("Set AWS_PROFILE.")), ["ok", "not known"]],
  ])("%s", async (_, asked, expected) => {
    const findings = await accountFindings([mine], asked);
    expect(how(findings)).toEqual(expected);
    expectWaysOut(findings);
  });

  it("is well without a role that region files do not want, and wrong with it", async () => {
    const none = { ...mine, regions: first.regions.map((one) => (one.role === "global" ? unused(one) : one)) };
    expect(how(await accountFindings([none], aws(called("NoSuchEntity"))))).toEqual(["ok", "ok", "ok", "ok", "ok"]);
    const left = aws((one) => policy(subjects(one)));
    expect(how(await accountFindings([none], left))).toEqual(["ok", "ok", "wrong", "wrong", "wrong"]);
  });

  it("is wrong while it is an example's", async () => {
    const [placeholder] = await accountFindings([{ ...mine, account: "111122223333" }], aws("", new Error("none")));
    expect(placeholder).toMatchObject({ is: "wrong", wayOut: expect.stringContaining("./shop init") });
  });
});

describe("the repository", () => {
  const reviewers = {
    protection_rules: [{ type: "required_reviewers" }],
    deployment_branch_policy: { protected_branches: true },
  };
  const answers = (given: Record<string, unknown>) => async (url: string | URL | Request) => {
    const [, answer] = Object.entries(given).find(([end]) => String(url).endsWith(end)) ?? [];
    if (answer instanceof Error) throw answer;
    return typeof answer === "number" ? new Response("", { status: answer }) : Response.json(answer);
  };
  const asks = async (apply: unknown, main: unknown, own: NodeJS.ProcessEnv, seen: unknown) => {
    const github = githubOf(
      own,
      answers({ "/repos/me/shop": seen, "/environments/apply-prod": apply, "/rules/branches/main": main }),
    );
    const findings = await repositoryFindings(trusted, [{ name: "apply-prod", asksReviewers: true }], github);
    expectWaysOut(findings);
    return how(findings.slice(0, -1));
  };
  const protectedMain = [{ type: "pull_request" }];
  const ask = (apply: unknown, main: unknown = protectedMain) =>
    asks(apply, main, { GITHUB_TOKEN: "t" }, { id: 34, owner: { id: 12 } });

  it.each<[string, unknown, string]>([
    ["ok where reviewers are asked, for chosen branches", reviewers, "ok"],
    ["wrong where it takes every branch", { ...reviewers, deployment_branch_policy: null }, "wrong"],
    ["wrong where it asks nobody", { ...reviewers, protection_rules: [] }, "wrong"],
    ["wrong where it is not there: GitHub makes it, open", 404, "wrong"],
    ["not known where GitHub refuses", 403, "not known"],
    ["not known where GitHub says something else", { message: "moved" }, "not known"],
    ["not known where GitHub does not answer", new Error("ECONNRESET"), "not known"],
  ])("has an environment that is %s", async (_, answer, expected) => {
    expect(await ask(answer)).toEqual(["ok", expected, "ok"]);
  });

  it("is wrong where main takes pushes, and not known without a token that sees the repository", async () => {
    expect(await ask(reviewers, [])).toEqual(["ok", "ok", "wrong"]);
    expect(await ask(reviewers, 500)).toEqual(["ok", "ok", "not known"]);
    expect(await asks(reviewers, protectedMain, {}, {})).toEqual(["not known"]);
    expect(await asks(reviewers, protectedMain, { GITHUB_TOKEN: "t" }, 404)).toEqual(["not known"]);
  });

  it("is wrong where it is trusted by other ids than GitHub's, and says which", async () => {
    const seen = { id: 34, owner: { id: 99 } };
    const github = githubOf({ GITHUB_TOKEN: "t" }, answers({ "/repos/me/shop": seen, "/rules/branches/main": [] }));
    for (const githubRepositoryIds of ["12/34", null]) {
      const [identity] = await repositoryFindings({ ...trusted, githubRepositoryIds }, [], github);
      expect(identity).toMatchObject({ is: "wrong", wayOut: "run ./shop init --repository-ids 99/34" });
    }
  });

  it("lets a drill's environment ask nobody, at night", async () => {
    const open = { ...reviewers, protection_rules: [] };
    const github = githubOf(
      { GITHUB_TOKEN: "t" },
      answers({
        "/repos/me/shop": { id: 34, owner: { id: 12 } },
        "/environments/drill-dev": open,
        "/main": protectedMain,
      }),
    );
    const findings = await repositoryFindings(trusted, [{ name: "drill-dev", asksReviewers: false }], github);
    expect(how(findings).slice(0, 3)).toEqual(["ok", "ok", "ok"]);
  });

  it("is wrong while it is an example's", async () => {
    const example = { githubRepository: "example/shop", githubRepositoryIds: null };
    const [placeholder] = await repositoryFindings(example, [], githubOf({}));
    expect(placeholder).toMatchObject({ is: "wrong", wayOut: "run ./shop init" });
  });
});

it("says that no program runs from a folder which is not there", async () => {
  expect(await temporaryFolder("/no/such/folder")).toMatchObject({
    is: "wrong",
    wayOut: expect.stringContaining("TMPDIR"),
  });
  expect(await temporaryFolder()).toMatchObject({ is: "ok" });
});
