import { retry } from "@octokit/plugin-retry";
import { throttling } from "@octokit/plugin-throttling";
import { Octokit } from "@octokit/rest";
import { UserError } from "../../modules/core/user-error";

/** A repository on GitHub, with a token's access to it. */
export interface Github {
  readonly octokit: Octokit;
  readonly at: { readonly owner: string; readonly repo: string };
}

/** How often a call that GitHub's limits refused is tried again, after as long as GitHub says. */
const most = 3;

/**
 * The repository that the environment's variables name, as GitHub sets them in a workflow.
 *
 * Calls are held back as GitHub asks for, and tried again after failures that pass.
 * https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api
 */
export function githubOf(env: NodeJS.ProcessEnv = process.env): Github {
  const { GITHUB_TOKEN: auth, GITHUB_REPOSITORY: repository = "", GITHUB_API_URL: baseUrl } = env;
  const [owner, repo, ...more] = repository.split("/");
  if (!auth || !owner || !repo || more.length > 0)
    throw new UserError(
      "GITHUB_TOKEN and GITHUB_REPOSITORY (owner/name) are needed to write to GitHub; in a workflow, GitHub sets the second. Nothing was done.",
    );
  const again = (...[, , , tried]: [number, object, object, number]): boolean => tried < most;
  const octokit = new (Octokit.plugin(throttling, retry))({
    auth,
    userAgent: "shop-review",
    log: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} },
    throttle: { onRateLimit: again, onSecondaryRateLimit: again },
    ...(baseUrl && { baseUrl }),
  });
  return { octokit, at: { owner, repo } };
}

/** What tells an author of comments and issues. */
export interface Author {
  readonly login?: string;
  readonly type?: string;
}

/**
 * Whether something is by who the token is of. The token of a workflow is not told who it is: it is a bot, and another bot
 * writes no marker of ours.
 */
export async function whoWrites({ octokit }: Github): Promise<(author?: Author | null) => boolean> {
  const login = await octokit.users.getAuthenticated().then(
    ({ data }) => data.login,
    (error: unknown) => {
      if (error instanceof Error && "status" in error && error.status === 403) return undefined;
      throw error;
    },
  );
  return (author) => (login === undefined ? author?.type === "Bot" : author?.login === login);
}
