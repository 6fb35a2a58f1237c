import type { IAMClient } from "@aws-sdk/client-iam";
import { environments } from "../../../regions/environments";
import { type AskedAws, accountFindings } from "../../../tools/doctor/account";
import type { Finding } from "../../../tools/doctor/finding";
import { githubOf } from "../../../tools/doctor/github";
import { repositoryFindings } from "../../../tools/doctor/repository";
import { temporaryFolder } from "../../../tools/doctor/tools";

const [first] = environments;
if (!first) throw new Error("There is no environment.");
const mine = {
  ...first,
  account: "444455556666",
  regions: first.regions.map((region) =>
    region.role === "global" ? { ...region, account: { ...region.account, githubRepository: "me/shop" } } : region,
  ),
};
const called = (name: string) => Object.assign(new Error(name), { name });
const policy = (subject: string) =>
  encodeURIComponent(JSON.stringify({ Condition: { StringEquals: { sub: subject } } }));
const aws = (answer: string | Error, account: string | Error = mine.account): AskedAws => ({
  account: async () => {
    if (account instanceof Error) throw account;
    return account;
  },
  iam: {
    send: async () => {
      if (answer instanceof Error) throw answer;
      return { Role: { AssumeRolePolicyDocument: answer } };
    },
  } as unknown as Pick<IAMClient, "send">,
});
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
    ["trusts the repository only", aws(policy("repo:me/shop:environment:apply")), ["ok", "ok", "ok", "ok", "ok"]],
    [
      "trusts it by GitHub's newer subject",
      aws(policy("repo:me@12/shop@34:pull_request")),
      ["ok", "ok", "ok", "ok", "ok"],
    ],
    ["trusts another one", aws(policy("repo:example/shop:pull_request")), ["ok", "ok", "wrong", "wrong", "wrong"]],
    ["has no such role", aws(called("NoSuchEntityException")), ["ok", "ok", "ok", "ok", "ok"]],
    ["does not let roles be read", aws(called("AccessDenied")), ["ok", "ok", "not known", "not known", "not known"]],
    ["is nobody's here", aws("", "999999999999"), ["ok", "wrong"]],
    ["is not known, without credentials", aws("", new Error("Set AWS_PROFILE.")), ["ok", "not known"]],
  ])("%s", async (_, asked, expected) => {
    const findings = await accountFindings([mine], asked);
    expect(how(findings)).toEqual(expected);
    expectWaysOut(findings);
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
      answers({ "/repos/me/shop": seen, "/environments/apply": apply, "/rules/branches/main": main }),
    );
    const findings = await repositoryFindings("me/shop", ["apply"], github);
    expectWaysOut(findings);
    return how(findings.slice(0, -1));
  };
  const protectedMain = [{ type: "pull_request" }];
  const ask = (apply: unknown, main: unknown = protectedMain) => asks(apply, main, { GITHUB_TOKEN: "t" }, {});

  it.each<[string, unknown, string]>([
    ["ok where reviewers are asked, for chosen branches", reviewers, "ok"],
    ["wrong where it takes every branch", { ...reviewers, deployment_branch_policy: null }, "wrong"],
    ["wrong where it asks nobody", { ...reviewers, protection_rules: [] }, "wrong"],
    ["wrong where it is not there: GitHub makes it, open", 404, "wrong"],
    ["not known where GitHub refuses", 403, "not known"],
    ["not known where GitHub says something else", { message: "moved" }, "not known"],
    ["not known where GitHub does not answer", new Error("ECONNRESET"), "not known"],
  ])("has an environment that is %s", async (_, answer, expected) => {
    expect(await ask(answer)).toEqual([expected, "ok"]);
  });

  it("is wrong where main takes pushes, and not known without a token that sees the repository", async () => {
    expect(await ask(reviewers, [])).toEqual(["ok", "wrong"]);
    expect(await ask(reviewers, 500)).toEqual(["ok", "not known"]);
    expect(await asks(reviewers, protectedMain, {}, {})).toEqual(["not known"]);
    expect(await asks(reviewers, protectedMain, { GITHUB_TOKEN: "t" }, 404)).toEqual(["not known"]);
  });

  it("is wrong while it is an example's", async () => {
    const [placeholder] = await repositoryFindings("example/shop", ["apply"], githubOf({}));
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
