import { messageOf } from "../../terraform/failures";

/** Asks GitHub's REST API for a path; undefined where GitHub says that it is not there. Throws `NotAnswered`. */
export type Github = (path: string) => Promise<unknown>;

/** GitHub was not asked, or did not say. */
export class NotAnswered extends Error {
  constructor(
    message: string,
    readonly wayOut: string,
  ) {
    super(message);
  }
}

const token =
  "set GITHUB_TOKEN to a token that may read the repository's administration, actions and metadata, such as `gh auth token` prints";
const most = 10_000; // ms for an answer

/** GitHub with the token of GITHUB_TOKEN or GH_TOKEN. Without one nothing is asked: 404 could mean anything then. */
export function githubOf(own: NodeJS.ProcessEnv = process.env, get: typeof fetch = fetch): Github {
  const { GITHUB_TOKEN, GH_TOKEN, GITHUB_API_URL: api = "https://api.github.com" } = own;
  const given = GITHUB_TOKEN || GH_TOKEN;
  return async (path) => {
    if (!given) throw new NotAnswered("there is no GITHUB_TOKEN to ask GitHub with", token);
    const headers = { authorization: `Bearer ${given}`, accept: "application/vnd.github+json" };
    const answer = await get(`${api}/${path}`, { headers, signal: AbortSignal.timeout(most) }).catch(
      (error: unknown) => {
        throw new NotAnswered(`GitHub does not answer (${messageOf(error)})`, "check the network, and run it again");
      },
    );
    if (answer.status === 404) return undefined;
    if (!answer.ok) throw new NotAnswered(`GitHub answered ${answer.status}`, token);
    return answer.json();
  };
}
