import { changes } from "../terraform/plan/changes";
import type { TerraformRoot, Variables } from "../terraform/root";

/**
 * What the provider leaves for a second apply when it restores a cluster from a snapshot.
 *
 * https://github.com/hashicorp/terraform-provider-aws/issues/35189
 */
const leftForLater = ["iam_database_authentication_enabled", "enable_http_endpoint"];

/**
 * The second apply after a restore: switches on what the provider left out of the first, and refuses any other change.
 *
 * The state is as the first apply left it. That AWS agrees, the plan proves which the verification makes.
 */
export async function settle(root: TerraformRoot, signal: AbortSignal, variables: Variables): Promise<void> {
  const plan = await root.plan(signal, variables, { refresh: false });
  try {
    if (!plan.changes) return;
    const others = unexpectedChanges(await root.show(signal, plan));
    if (others.length > 0) throw new Error(`after its apply, ${root.id} still wants to change ${others.join(", ")}`);
    await root.apply(signal, plan);
  } finally {
    await root.discard(plan);
  }
}

/** The changes of a plan that a restored cluster does not explain. */
const unexpectedChanges = (plan: unknown): string[] =>
  changes(plan).filter(
    (change) =>
      !leftForLater.some(
        (attribute) => change.startsWith("module.database.aws_rds_cluster.") && change.endsWith(`.${attribute}`),
      ),
  );
