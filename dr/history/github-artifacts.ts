import { z } from "zod";

const artifact = z.object({
  name: z.string(),
  expired: z.boolean(),
  archive_download_url: z.url(),
  workflow_run: z
    .object({
      head_branch: z.string().nullable(),
      repository_id: z.number(),
      head_repository_id: z.number().nullable(),
    })
    .nullable(),
});
const page = z.object({ artifacts: z.array(artifact) });

export type Artifact = z.infer<typeof artifact>;

/** The artifacts of a repository's workflow runs, as GitHub's REST API has them. */
export class GithubArtifacts {
  constructor(private readonly at: { readonly api: string; readonly token: string; readonly repository: string }) {}

  /**
   * The newest artifacts whose name begins so, of runs on a branch of the repository itself: a fork's pull request may
   * upload what it likes.
   */
  async named(
    start: string,
    { branch, most }: { readonly branch: string; readonly most: number },
  ): Promise<Artifact[]> {
    const found: Artifact[] = [];
    for (let number = 1; number <= mostPages && found.length < most; number++) {
      const { artifacts } = page.parse(await (await this.get(this.pageAt(number))).json());
      found.push(...artifacts.filter((one) => one.name.startsWith(start) && !one.expired && isOf(branch, one)));
      if (artifacts.length < perPage) break;
    }
    return found.slice(0, most);
  }

  async download(url: string): Promise<Uint8Array> {
    return new Uint8Array(await (await this.get(url)).arrayBuffer());
  }

  private pageAt(number: number): string {
    const { api, repository } = this.at;
    return `${api}/repos/${repository}/actions/artifacts?per_page=${perPage}&page=${number}`;
  }

  /** A redirect to where archives are leads to another host, which `fetch` does not tell the token. */
  private async get(url: string): Promise<Response> {
    const headers = { authorization: `Bearer ${this.at.token}`, accept: "application/vnd.github+json" };
    const response = await fetch(url, { headers, signal: AbortSignal.timeout(60_000) });
    if (!response.ok) throw new Error(`GitHub answered ${response.status} to ${url}. The token needs actions: read.`);
    return response;
  }
}

const perPage = 100;
const mostPages = 10;

const isOf = (branch: string, { workflow_run: run }: Artifact): boolean =>
  run !== null && run.head_branch === branch && run.head_repository_id === run.repository_id;
