import { UserError } from "../../modules/core/user-error";

/** A workspace has a state of its own: Terraform would make everything a second time, beside what stands. */
export function refuseWorkspace({ TF_WORKSPACE: workspace }: NodeJS.ProcessEnv = process.env): void {
  if (workspace === undefined || ["", "default"].includes(workspace)) return;
  throw new UserError(
    `TF_WORKSPACE is "${workspace}", and every root has one state, that of the workspace "default". Unset TF_WORKSPACE.`,
  );
}
