import { hasMark, marked } from "./comment";
import { type Github, whoWrites } from "./github";

/** An issue that says what is so now: it is there as long as that is so. */
export interface StandingIssue {
  /** By which it is found again. */
  readonly name: string;
  readonly label: string;
  readonly title: string;
  /** What is so; undefined where it is not any more. */
  readonly text: string | undefined;
  /** What is said where it is closed. */
  readonly gone: string;
}

/**
 * Opens an issue, brings the open one up to date, or closes it where there is nothing to say any more. Issues of others
 * are never touched. Gives its address; undefined where there is none.
 */
export async function keepIssue(
  github: Github,
  { name, label, title, text, gone }: StandingIssue,
): Promise<string | undefined> {
  const { octokit, at } = github;
  const isOwn = await whoWrites(github);
  const open = await octokit.paginate(octokit.issues.listForRepo, {
    ...at,
    state: "open",
    labels: label,
    per_page: 100,
  });
  const found = open.find(
    (issue) => isOwn(issue.user) && issue.pull_request === undefined && hasMark(name, issue.body),
  );
  if (text === undefined) {
    if (found) {
      await octokit.issues.createComment({ ...at, issue_number: found.number, body: gone });
      await octokit.issues.update({ ...at, issue_number: found.number, state: "closed", state_reason: "completed" });
    }
    return found?.html_url;
  }
  const body = marked(name, text);
  if (!found) return (await octokit.issues.create({ ...at, title, body, labels: [label] })).data.html_url;
  if (found.body !== body || found.title !== title)
    await octokit.issues.update({ ...at, issue_number: found.number, title, body });
  return found.html_url;
}
