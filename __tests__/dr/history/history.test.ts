import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { restore } from "../../../dr/history/restore";
import { trend } from "../../../dr/history/trend";
import { pastRuns } from "../../../dr/report/history";
import { kept, keptSchema } from "../../../dr/report/kept";
import { reports, trendBefore } from "../report/reports";

describe("the trend in a terminal", () => {
  it("has a line for each run, newest last, its recovery times as bars, and a dot for what was not measured", () => {
    const lines = trend({ runs: trendBefore(reports.passed()), unreadable: [] }).split("\n");
    expect(lines[0]).toMatch(/^began +verdict +AWS +lost → target +RTO +RPO +took$/);
    expect(lines[30]).toBe(
      "2026-11-29 01:28 UTC  passed       local  eu-west-1 → eu-central-1  3 min 44 s  4 s   14 min 42 s",
    );
    expect(lines.at(-2)).toMatch(/^RTO on the local AWS {2}[▁-█]{9}·[▁-█]{10}·[▁-█]{9}$/);
    expect(lines.at(-1)).toBe("28 of 30 passed");
  });

  it("says that there is none, and names what cannot be read", () => {
    expect(trend({ runs: [], unreadable: ["/x/report.json"] })).toBe(
      "No drill has left a report here. ./shop drill runs one.\n/x/report.json cannot be read: it is no report of this version.",
    );
  });
});

describe("restored from GitHub's artifacts", () => {
  let server: Server;
  let reportsFolder: string;
  let api: string;
  const archives = new Map<string, Uint8Array>();
  let artifacts: object[] = [];
  const tokens: (string | undefined)[] = [];

  beforeAll(async () => {
    server = createServer((request, response) => {
      const { pathname = "", searchParams } = new URL(request.url ?? "", api);
      const archive = archives.get(pathname.slice(1));
      if (pathname === "/repos/example/shop/actions/artifacts") {
        tokens.push(request.headers.authorization);
        const from = (Number(searchParams.get("page")) - 1) * 100;
        response.end(JSON.stringify({ total_count: artifacts.length, artifacts: artifacts.slice(from, from + 100) }));
      } else if (archive) response.end(archive);
      else response.writeHead(404).end();
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    api = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => server.close());
  beforeEach(() => {
    reportsFolder = mkdtempSync(join(tmpdir(), "history-"));
    archives.clear();
    artifacts = [];
    tokens.length = 0;
  });
  afterEach(() => rmSync(reportsFolder, { recursive: true }));

  const here = { head_branch: "main", repository_id: 1, head_repository_id: 1 };
  function upload(name: string, report: unknown, other: object = {}): void {
    const id = `a${artifacts.length}`;
    archives.set(id, zipSync({ "report.json": strToU8(JSON.stringify(report)), "logs/web.log": strToU8("log") }));
    artifacts.push({ name, expired: false, archive_download_url: `${api}/${id}`, workflow_run: here, ...other });
  }
  const restored = async ({ dryRun = false } = {}) => {
    const env = {
      GITHUB_TOKEN: "secret",
      GITHUB_REPOSITORY: "example/shop",
      GITHUB_REF_NAME: "main",
      GITHUB_API_URL: api,
    };
    return (await restore(reportsFolder, { dryRun, env })).length;
  };
  const night = (number: number) => ({
    ...reports.passed(),
    run: `dr-26110${number}0217`,
    start: `2026-11-0${number}T02:17:00.000Z`,
  });

  it("has the verdict of each earlier night, and nobody's name", async () => {
    upload("drill-report-local", night(3));
    upload("drill-report-local", night(2));
    upload("drill-report-account", kept(night(1)));
    upload("coverage", night(4));
    expect(await restored()).toBe(3);
    expect(tokens).toEqual(["Bearer secret"]);
    const { runs } = pastRuns(reportsFolder);
    expect(runs.map(({ run }) => run)).toEqual(["dr-2611010217", "dr-2611020217", "dr-2611030217"]);
    const text = readFileSync(join(reportsFolder, "dr-2611030217-eu-west-1-eu-central-1/report.json"), "utf8");
    keptSchema.strict().parse(JSON.parse(text));
    expect(text).not.toContain("octocat");
  });

  it("is only listed in a dry run", async () => {
    upload("drill-report", night(3));
    expect(await restored({ dryRun: true })).toBe(1);
    expect(readdirSync(reportsFolder)).toEqual([]);
  });

  it("is not doubled when it is restored once more, and leaves the reports of this machine alone", async () => {
    mkdirSync(join(reportsFolder, "dr-2611020217"));
    const own = JSON.stringify(night(2));
    writeFileSync(join(reportsFolder, "dr-2611020217/report.json"), own);
    upload("drill-report", night(3));
    upload("drill-report", night(2));
    expect([await restored(), await restored()]).toEqual([1, 0]);
    expect(readFileSync(join(reportsFolder, "dr-2611020217/report.json"), "utf8")).toBe(own);
  });

  it("takes nothing from forks, other branches, or archives that hold something else", async () => {
    upload("drill-report", night(1), { workflow_run: { ...here, head_repository_id: 2 } });
    upload("drill-report", night(2), { workflow_run: { ...here, head_branch: "feature" } });
    upload("drill-report", night(3), { expired: true });
    upload("drill-report", { ...night(4), run: "../../evil" });
    upload("drill-report", { passed: true });
    upload("drill-report", { ...night(5), lost: "../eu" });
    expect(await restored()).toBe(0);
    expect(readdirSync(reportsFolder)).toEqual([]);
  });

  it("looks on the next pages where the first has artifacts of others only", async () => {
    artifacts = Array.from({ length: 100 }, () => ({
      ...{ name: "coverage", expired: false, archive_download_url: `${api}/none`, workflow_run: here },
    }));
    upload("drill-report", night(1));
    expect(await restored()).toBe(1);
  });

  it("is refused where GitHub says nothing of the run", async () => {
    await expect(restore(reportsFolder, { dryRun: false, env: {} })).rejects.toThrow(
      "GITHUB_TOKEN, GITHUB_REPOSITORY and GITHUB_REF_NAME",
    );
  });
});
