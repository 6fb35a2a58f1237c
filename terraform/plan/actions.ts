import type { Attributes } from "./resource-changes";
import type { ActionInvocationJson, PlanJson } from "./schema";

/** An action that an apply invokes. It is imperative: nothing says what it changes, and nothing takes it back. */
export interface Action {
  readonly address: string;
  readonly type: string;
  /** The resource whose change invokes it; undefined where the command line does. */
  readonly trigger?: string;
  /** Terraform's word for when it is invoked, such as `AfterCreate`. */
  readonly event?: string;
  /** Terraform's word for why the plan has put it off. */
  readonly deferred?: string;
  readonly config: Attributes | null;
  readonly unknown: unknown;
  readonly sensitive: unknown;
}

/** The actions that a plan invokes, and those that it has put off. */
export const actionsIn = ({ action_invocations, deferred_action_invocations }: PlanJson): Action[] => [
  ...action_invocations.map((invocation) => actionOf(invocation)),
  ...deferred_action_invocations.map(({ reason, action_invocation }) => actionOf(action_invocation, reason)),
];

function actionOf(invocation: ActionInvocationJson, deferred?: string): Action {
  const { address, type, lifecycle_action_trigger: trigger } = invocation;
  return {
    address,
    // `module.web.action.aws_lambda_invoke.warm_up["a"]`
    type: type ?? /(?:^|[.])action[.]([^.]+)[.]/.exec(address)?.[1] ?? "",
    ...(trigger?.triggering_resource_address !== undefined && { trigger: trigger.triggering_resource_address }),
    ...(trigger?.action_trigger_event !== undefined && { event: trigger.action_trigger_event }),
    ...(deferred !== undefined && { deferred }),
    config: invocation.config_values ?? null,
    unknown: invocation.config_unknown,
    sensitive: invocation.config_sensitive,
  };
}
