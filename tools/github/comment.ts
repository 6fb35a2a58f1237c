import { type Github, whoWrites } from "./github";

/** Nobody sees it, and by it the comment is found again. */
const markOf = (name: string): string => `<!-- ${name} -->`;

/** What GitHub takes of a comment or an issue, in characters. */
export const largestBody = 65_536;

/** How much of a body its mark takes, at most. */
export const markLength = 100;

/** A text with the mark by which it is found again. */
export const marked = (name: string, text: string): string => `${markOf(name)}\n${text}`;

/** Whether a text has that mark where `marked` puts it: somebody who quotes a comment has it elsewhere. */
export const hasMark = (name: string, text: string | null | undefined): boolean =>
  text?.startsWith(markOf(name)) ?? false;

/** A comment to write. */
interface Comment {
  readonly name: string;
  /** What it says, given what it said before. */
  text(earlier: string | undefined): string;
}

/**
 * Writes a comment on an issue or a pull request, in place of the one of that name, if there is one. Comments of others
 * are never touched. Gives its address, and what it says now.
 */
export async function writeComment(
  github: Github,
  on: number,
  { name, text }: Comment,
): Promise<{ url: string; text: string }> {
  const { octokit, at } = github;
  const isOwn = await whoWrites(github);
  const comments = await octokit.paginate(octokit.issues.listComments, { ...at, issue_number: on, per_page: 100 });
  const found = comments.find(({ user, body }) => isOwn(user) && hasMark(name, body));
  const said = text(found?.body);
  const body = marked(name, said);
  if (!found) {
    const { data } = await octokit.issues.createComment({ ...at, issue_number: on, body });
    return { url: data.html_url, text: said };
  }
  if (found.body !== body) await octokit.issues.updateComment({ ...at, comment_id: found.id, body });
  return { url: found.html_url, text: said };
}
