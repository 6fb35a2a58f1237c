import { type Action, actionsIn } from "../../../terraform/plan/actions";
import { failedChecks } from "../../../terraform/plan/checks";
import { deferredIn } from "../../../terraform/plan/deferred";
import { driftIn } from "../../../terraform/plan/drift";
import { type PlannedOutput, plannedOutputs } from "../../../terraform/plan/outputs";
import { resourceChanges } from "../../../terraform/plan/resource-changes";
import type { PlanJson } from "../../../terraform/plan/schema";
import type { ActionView, OutputView, PlanView } from "../result";
import { attributeView, valueDifferences } from "./attributes";
import { changeView } from "./change-view";
import type { Viewing } from "./viewing";
import { deferral } from "./why";

/** What a plan changes, for people. */
export function planView(plan: PlanJson, viewing: Viewing): Omit<PlanView, "provisional" | "digest"> {
  const drift = driftIn(plan);
  return {
    root: viewing.root,
    state: plan.errored ? "errored" : plan.complete === false ? "partial" : "complete",
    changes: resourceChanges(plan).flatMap((change) => changeView(change, viewing)),
    outputs: plannedOutputs(plan).flatMap((output) => outputView(output, viewing)),
    drift: drift.relevant.flatMap((change) => changeView(change, viewing)),
    driftElsewhere: drift.elsewhere.length,
    deferred: deferredIn(plan).map(({ reason, change }) => ({ address: change.address, why: deferral(reason) })),
    actions: actionsIn(plan).map((action) => actionView(action, viewing)),
    checks: failedChecks(plan).map((check) => ({ ...check, problems: [...check.problems] })),
  };
}

/** An output has no type; its own name tells whether it looks like a secret. One that may stay as it is is told, too. */
function outputView({ name, fate, known, change }: PlannedOutput, viewing: Viewing): OutputView[] {
  if (fate === "none" && known) return [];
  const place = { root: viewing.root, address: "", type: "", path: [name] };
  const attributes = valueDifferences(change, place, viewing).map((one) => attributeView(one));
  return [{ name, fate: fate === "none" ? "update" : fate, attributes }];
}

function actionView(action: Action, viewing: Viewing): ActionView {
  const { address, type, config: after, unknown, sensitive } = action;
  const place = { root: viewing.root, address, type, path: [] };
  const found = valueDifferences({ before: null, after, unknown, sensitive: [undefined, sensitive] }, place, viewing);
  return { address, type, when: when(action), attributes: found.map((one) => attributeView(one)) };
}

/** `after it creates aws_lambda_function.api` */
function when({ trigger, event, deferred }: Action): string {
  const put = deferred === undefined ? "" : ` (put off: ${deferral(deferred)})`;
  if (trigger === undefined) return `by the command line${put}`;
  const [, time = "", what = ""] = /^(Before|After)(Create|Update|Destroy)$/i.exec(event ?? "") ?? [];
  return `${time === "" ? `at ${event ?? "a change of"}` : `${time.toLowerCase()} it ${what.toLowerCase()}s`} ${trigger}${put}`;
}
