import { strToU8 } from "fflate";
import { writeComment } from "../../../tools/github/comment";
import { githubOf } from "../../../tools/github/github";
import { keepIssue } from "../../../tools/github/issue";
import { review } from "../../../tools/review/review";
import { findReviews } from "../../../tools/reviewed/find-reviews";
import { GithubStandIn, tokens } from "../../support/github/stand-in";

let github: GithubStandIn;
beforeEach(async () => {
  github = await new GithubStandIn().open();
});
afterEach(async () => {
  await github.close();
  expect(github.problems).toEqual([]);
});

const ada = { login: "ada", type: "User" } as const;
const bodies = (number: number) => github.comments.get(number)?.map(({ body }) => body);

describe("a comment", () => {
  const write = (text: string, token?: string) =>
    writeComment(githubOf(github.environment(token)), 17, { name: "plan-review", text: () => text });

  it("is written once, and edited in place", async () => {
    for (let one = 0; one < 120; one++) github.commentOn(17, `talk ${one}`, ada);
    await write("first");
    await write("second");
    expect(bodies(17)?.slice(120)).toEqual(["<!-- plan-review -->\nsecond"]);
  });

  it("is written with what it said before", async () => {
    await write("first");
    const comment = { name: "plan-review", text: (earlier = "") => `${earlier.split("\n").at(-1)}, second` };
    await writeComment(githubOf(github.environment()), 17, comment);
    expect(bodies(17)).toEqual(["<!-- plan-review -->\nfirst, second"]);
  });

  it("leaves alone what people write, also where they quote it or begin with its mark", async () => {
    github.commentOn(17, "<!-- plan-review -->\nmine", ada);
    github.commentOn(17, "> <!-- plan-review -->\n> quoted", tokens["token-of-the-workflow"] ?? ada);
    await write("first");
    expect(bodies(17)).toEqual([
      "<!-- plan-review -->\nmine",
      "> <!-- plan-review -->\n> quoted",
      "<!-- plan-review -->\nfirst",
    ]);
  });

  it("is found again by a person's token among those of others", async () => {
    for (const author of Object.values(tokens)) github.commentOn(17, "<!-- plan-review -->\nfirst", author);
    await write("second", "token-of-ada");
    expect(bodies(17)).toEqual(["<!-- plan-review -->\nfirst", "<!-- plan-review -->\nsecond"]);
  });

  it("is not sent again where it says the same, and is tried again where GitHub asks to wait", async () => {
    github.refusing = 1;
    await write("first");
    await write("first");
    expect(github.calls.filter((call) => !call.startsWith("GET"))).toEqual([
      "POST /repos/example/shop/issues/17/comments",
      "POST /repos/example/shop/issues/17/comments",
    ]);
    expect(bodies(17)).toHaveLength(1);
  });
});

it("opens an issue, brings it up to date, closes it where there is nothing to say, and opens another one later", async () => {
  const keep = (text: string | undefined, title = "prod: AWS is not what main says") =>
    keepIssue(githubOf(github.environment()), { name: "drift prod", label: "drift", title, text, gone: "Gone." });
  expect(await keep(undefined)).toBeUndefined();
  await keep("a queue is gone");
  await keep("a queue and a topic are gone");
  await keep(undefined);
  await keep("a bucket is open");
  expect(github.issues.map(({ body, state }) => [body, state])).toEqual([
    ["<!-- drift prod -->\na queue and a topic are gone", "closed"],
    ["<!-- drift prod -->\na bucket is open", "open"],
  ]);
  expect(bodies(github.issues[0]?.id ?? 0)).toEqual(["Gone."]);
});

describe("what was reviewed of a commit", () => {
  const reviewed = {
    ...review([{ root: "dev-eu-west-1-network", json: { resource_changes: [] } }]),
    environment: "dev",
  };
  const artifacts = {
    "plan-review-dev": { "review.json": strToU8(JSON.stringify(reviewed)), "review.md": strToU8("") },
  };
  const find = (commit: string) => findReviews(githubOf(github.environment()), commit);

  it("is what the newest run on the head of its pull request has left", async () => {
    github.merged.push({ number: 17, head: "aaa", merged: "fff", artifacts });
    const { pullRequest, reviews } = await find("fff");
    expect(pullRequest).toBe(17);
    expect([...reviews]).toEqual([["dev", reviewed]]);
  });

  it("is never what a run of a fork has left", async () => {
    github.merged.push({ number: 17, head: "aaa", merged: "fff", from: "mallory/shop", artifacts });
    await expect(find("fff")).rejects.toThrow(
      "#17 was merged at aaa, and no completed run of plan.yml has a review of that.",
    );
  });

  it("is nothing where it came by no pull request", async () => {
    await expect(find("fff")).rejects.toThrow(
      "fff was merged by no pull request, so nobody has reviewed what it does.",
    );
  });
});

it("says what is needed where there is no token", () => {
  expect(() => githubOf({ GITHUB_REPOSITORY: "example/shop" })).toThrow("GITHUB_TOKEN and GITHUB_REPOSITORY");
});

it("stands for GitHub: what its description does not know is refused", async () => {
  const { octokit, at } = githubOf(github.environment());
  const wrong = { ...at, issue_number: 17, body: "x", colour: "red" };
  await expect(octokit.issues.createComment(wrong)).rejects.toThrow(/must NOT have additional properties/);
  await expect(octokit.request("GET /repos/{owner}/{repo}/wishes", at)).rejects.toThrow(/is no call of GitHub's API/);
  github.problems.length = 0;
});
