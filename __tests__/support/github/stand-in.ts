import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { zipSync } from "fflate";
import { problemsOf } from "./schema";

interface User {
  readonly login: string;
  readonly type: "Bot" | "User";
}
interface Text {
  readonly id: number;
  body: string;
  readonly user: User;
}
interface Issue extends Text {
  title: string;
  state: string;
  readonly labels: readonly string[];
}

/** A pull request that was merged, and what its last run of plan.yml has left. */
export interface Merged {
  readonly number: number;
  readonly head: string;
  readonly merged: string;
  /** The repository that the run is of: the same, or a fork. */
  readonly from?: string;
  /** Artifacts of the run: the files of each, by name. */
  readonly artifacts: Readonly<Record<string, Readonly<Record<string, Uint8Array>>>>;
}

/** Who a token is of. A workflow's token may not ask that. */
export const tokens: Readonly<Record<string, User>> = {
  "token-of-the-workflow": { login: "github-actions[bot]", type: "Bot" },
  "token-of-ada": { login: "ada", type: "User" },
};

/**
 * A server that stands for GitHub's API, as far as it is used here. It refuses each request that GitHub's own description of
 * the API does not know, or that does not fit it, and keeps what was wrong.
 */
export class GithubStandIn {
  readonly problems: string[] = [];
  readonly calls: string[] = [];
  /** By the number of the issue or pull request. */
  readonly comments = new Map<number, Text[]>();
  readonly issues: Issue[] = [];
  readonly merged: Merged[] = [];
  /** How many calls that write are refused from now on, because there were too many. */
  refusing = 0;
  private readonly server = createServer((request, response) => {
    this.answer(request, response).catch((error: unknown) => {
      this.problems.push(String(error));
      send(response, 500, {});
    });
  });
  private url = "";
  private made = 100;

  async open(): Promise<this> {
    await new Promise<void>((resolve) => this.server.listen(0, "127.0.0.1", resolve));
    const address = this.server.address();
    this.url = `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}`;
    return this;
  }

  close(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(() => resolve()));
  }

  /** What a workflow of the repository has in its environment. */
  environment(token = "token-of-the-workflow"): Record<string, string> {
    return { GITHUB_TOKEN: token, GITHUB_REPOSITORY: "example/shop", GITHUB_API_URL: this.url };
  }

  commentOn(number: number, text: string, user: User): void {
    this.comments.set(number, [...(this.comments.get(number) ?? []), { id: this.made++, body: text, user }]);
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname: path, searchParams: query } = new URL(request.url ?? "/", this.url);
    const method = request.method ?? "GET";
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const text = Buffer.concat(chunks).toString();
    if (path.startsWith("/archives/")) return this.archive(request, response, Number(path.split("/").at(-1)));
    this.calls.push(`${method} ${path}`);
    const user = tokens[(request.headers.authorization ?? "").replace(/^(token|bearer) /i, "")];
    if (!user) return send(response, 401, { message: "Bad credentials" });
    const asked = { method, path, query, body: text === "" ? undefined : JSON.parse(text) };
    const problems = problemsOf(asked);
    this.problems.push(...problems);
    if (problems.length > 0) return send(response, 422, { message: problems.join("; ") });
    if (method !== "GET" && this.refusing-- > 0) {
      response.setHeader("retry-after", "1");
      return send(response, 403, { message: "You have exceeded a secondary rate limit." });
    }
    const { status, json, location } = this.found({ method, path, query, body: Object(asked.body) }, user);
    if (location) response.setHeader("location", location);
    if (!Array.isArray(json)) return send(response, status, json);
    const [size, number] = [Number(query.get("per_page") ?? 30), Number(query.get("page") ?? 1)];
    if (json.length > size * number) {
      query.set("page", String(number + 1));
      response.setHeader("link", `<${this.url}${path}?${query}>; rel="next"`);
    }
    send(response, status, json.slice(size * (number - 1), size * number));
  }

  private found(
    asked: { method: string; path: string; query: URLSearchParams; body: Record<string, unknown> },
    user: User,
  ): Answer {
    const { method, path, query, body } = asked;
    if (path === "/user")
      return user.type === "Bot"
        ? { status: 403, json: { message: "Resource not accessible by integration" } }
        : ok(user);
    const call = `${method} ${path.replace("/repos/example/shop", "")}`;
    const number = Number(/\/(\d+)/.exec(call)?.[1]);
    if (/^GET \/issues\/\d+\/comments$/.test(call)) return ok((this.comments.get(number) ?? []).map(this.shown));
    if (/^POST \/issues\/\d+\/comments$/.test(call)) {
      this.commentOn(number, String(body.body), user);
      return made(this.shown(this.comments.get(number)?.at(-1) as Text));
    }
    if (/^PATCH \/issues\/comments\/\d+$/.test(call)) {
      const comment = [...this.comments.values()].flat().find(({ id }) => id === number);
      return comment ? ok(this.shown(Object.assign(comment, body))) : none;
    }
    if (call === "GET /issues") {
      const wanted = ({ state, labels }: Issue) =>
        state === query.get("state") && labels.includes(query.get("labels") ?? "");
      return ok(this.issues.filter(wanted).map(this.shown));
    }
    if (call === "POST /issues") {
      const labels = [body.labels].flat().map(String);
      this.issues.push({
        id: this.made++,
        title: String(body.title),
        body: String(body.body),
        labels,
        state: "open",
        user,
      });
      return made(this.shown(this.issues.at(-1) as Issue));
    }
    if (/^PATCH \/issues\/\d+$/.test(call)) {
      const issue = this.issues.find(({ id }) => id === number);
      return issue ? ok(this.shown(Object.assign(issue, body))) : none;
    }
    return this.ofRuns(call, query);
  }

  private ofRuns(call: string, query: URLSearchParams): Answer {
    const pulls = /^GET \/commits\/(\w+)\/pulls$/.exec(call)?.[1];
    if (pulls)
      return ok(
        this.merged
          .filter(({ merged }) => merged === pulls)
          .map(({ number, head, merged }) => ({
            number,
            head: { sha: head },
            merge_commit_sha: merged,
            merged_at: "2026-11-28T03:00:00Z",
          })),
      );
    if (call === "GET /actions/workflows/plan.yml/runs") {
      const runs = this.merged.filter(({ head }) => head === query.get("head_sha"));
      const workflow_runs = runs.map(({ number, from = "example/shop" }) => ({
        ...{ id: number, run_number: number, status: "completed", html_url: `${this.url}/runs/${number}` },
        head_repository: { full_name: from },
      }));
      return ok({ total_count: runs.length, workflow_runs });
    }
    const run = /^GET \/actions\/runs\/(\d+)\/artifacts$/.exec(call)?.[1];
    if (run) {
      const names = Object.keys(this.merged.find(({ number }) => number === Number(run))?.artifacts ?? {});
      const artifacts = names.map((name, index) => ({
        id: Number(run) * 100 + index,
        name,
        expired: false,
        size_in_bytes: 1,
      }));
      return ok({ total_count: artifacts.length, artifacts });
    }
    const artifact = /^GET \/actions\/artifacts\/(\d+)\/zip$/.exec(call)?.[1];
    // Another host, which must not be told the token.
    if (artifact)
      return { status: 302, json: {}, location: `${this.url.replace("127.0.0.1", "localhost")}/archives/${artifact}` };
    return none;
  }

  private archive(request: IncomingMessage, response: ServerResponse, id: number): void {
    if (request.headers.authorization) this.problems.push("the token was told to another host");
    const run = this.merged.find(({ number }) => number === Math.floor(id / 100));
    const files = Object.values(run?.artifacts ?? {})[id % 100] ?? {};
    response.writeHead(200, { "content-type": "application/zip" }).end(zipSync({ ...files }));
  }

  private readonly shown = (text: Text | Issue): object => ({
    ...text,
    number: text.id,
    html_url: `${this.url}/${text.id}`,
  });
}

interface Answer {
  readonly status: number;
  readonly json: unknown;
  readonly location?: string;
}
const ok = (json: unknown): Answer => ({ status: 200, json });
const made = (json: unknown): Answer => ({ status: 201, json });
const none: Answer = { status: 404, json: { message: "Not Found" } };

function send(response: ServerResponse, status: number, json: unknown): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(json));
}
