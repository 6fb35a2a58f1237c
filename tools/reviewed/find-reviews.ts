import { isAnyArrayBuffer } from "node:util/types";
import { strFromU8, unzipSync } from "fflate";
import { UserError } from "../../modules/core/user-error";
import type { Github } from "../github/github";
import { type Review, reviewResult } from "../review/result";

/** The artifacts with reviews are named so, and after the environment. */
export const artifactPrefix = "plan-review-";

/** Where what a merged commit does was reviewed. */
export interface Found {
  readonly pullRequest: number;
  /** Address of the run of the workflow that planned it. */
  readonly run: string;
  /** By environment. */
  readonly reviews: ReadonlyMap<string, Review>;
}

/**
 * Finds the reviews of the pull request that a commit of main came by: those that its newest head was planned with.
 *
 * From artifacts, which nobody can change afterwards, and not from the comment, which everybody who may write can edit.
 *
 * @throws UserError where there is no such pull request, or it was never planned
 */
export async function findReviews({ octokit, at }: Github, commit: string): Promise<Found> {
  const { data: all } = await octokit.repos.listPullRequestsAssociatedWithCommit({ ...at, commit_sha: commit });
  const merged = all.find((one) => one.merged_at && one.merge_commit_sha === commit);
  if (!merged)
    throw new UserError(
      `${commit.slice(0, 12)} was merged by no pull request, so nobody has reviewed what it does. Nothing is applied; ./shop drift shows what it leaves.`,
    );
  const { data } = await octokit.actions.listWorkflowRuns({
    ...at,
    workflow_id: "plan.yml",
    event: "pull_request",
    head_sha: merged.head.sha,
    per_page: 100,
  });
  // A fork's run has no credentials, and plans nothing; its artifacts are whatever the fork likes.
  const runs = data.workflow_runs
    .filter((run) => run.head_repository?.full_name === `${at.owner}/${at.repo}` && run.status === "completed")
    .sort((one, other) => other.run_number - one.run_number);
  for (const run of runs) {
    const reviews = await reviewsIn({ octokit, at }, run.id);
    if (reviews.size > 0) return { pullRequest: merged.number, run: run.html_url, reviews };
  }
  throw new UserError(
    `#${merged.number} was merged at ${merged.head.sha.slice(0, 12)}, and no completed run of plan.yml has a review of that. Run the workflow again on the pull request, then this one.`,
  );
}

/** An artifact is as large as whoever uploaded it likes. */
const largest = 50_000_000;

async function reviewsIn({ octokit, at }: Github, run: number): Promise<Map<string, Review>> {
  const list = octokit.actions.listWorkflowRunArtifacts;
  const artifacts = await octokit.paginate(list, { ...at, run_id: run, per_page: 100 });
  const reviews = new Map<string, Review>();
  for (const { id, name, expired, size_in_bytes: size } of artifacts) {
    if (!name.startsWith(artifactPrefix) || expired || size > largest) continue;
    const { data } = await octokit.actions.downloadArtifact({ ...at, artifact_id: id, archive_format: "zip" });
    if (isAnyArrayBuffer(data)) reviews.set(name.slice(artifactPrefix.length), reviewIn(new Uint8Array(data), name));
  }
  return reviews;
}

function reviewIn(archive: Uint8Array, name: string): Review {
  const filter = (file: { name: string; originalSize: number }) =>
    file.name === "review.json" && file.originalSize < largest;
  const { "review.json": file } = unzipSync(archive, { filter });
  const read = reviewResult.safeParse(file && JSON.parse(strFromU8(file)));
  if (!read.success) throw new UserError(`The artifact ${name} has no review.json that this version can read.`);
  return read.data;
}
