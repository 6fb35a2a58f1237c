import { withoutKeys } from "../../../terraform/plan/decided";
import type { ConfiguredModule } from "../../../terraform/plan/schema";
import { finding, type PlanRule, type Surroundings } from "./rule";

/** Resources that do something once when they are made. */
const imperative: Readonly<Record<string, string>> = {
  aws_lambda_invocation: "The apply calls the function.",
  aws_ssm_association: "The apply runs a document on instances.",
  aws_ec2_instance_state: "The apply starts or stops an instance.",
};

const wayOut = "Do it by a resource, or in a step of its own after the apply, which can be done again.";

/** A provisioner runs a program wherever the apply runs. */
export const runsProvisioners: PlanRule = {
  id: "runs-provisioners",
  about: "The apply runs a program, or calls one, when it makes a resource.",
  severities: ["medium"],
  cannotSee: "What the program does, and what it does when something is destroyed.",
  wayOut,
  mayBeUnknown: false,
  checkPlan: ({ plan, changes }: Surroundings) => {
    const programs = new Map(provisionersIn(plan.configuration.root_module));
    return changes.flatMap(({ address, type, fate }) => {
      const provisioners = programs.get(withoutKeys(address)) ?? [];
      const makes = fate === "create" || fate === "replace" || (fate === "update" && type === "aws_lambda_invocation");
      const why =
        provisioners.length > 0
          ? `The apply runs a program when it makes it (${provisioners.join(", ")}).`
          : imperative[type];
      return makes && why
        ? [{ address, verdict: finding({ severity: "medium", why: `${why} Nothing takes it back.`, wayOut }) }]
        : [];
    });
  },
};

const provisionersIn = ({ resources, module_calls }: ConfiguredModule, prefix = ""): [string, string[]][] => [
  ...resources.flatMap(({ address, provisioners }): [string, string[]][] =>
    provisioners.length > 0 ? [[`${prefix}${address}`, provisioners.map(({ type }) => type)]] : [],
  ),
  ...Object.entries(module_calls).flatMap(([name, { module }]) => provisionersIn(module, `${prefix}module.${name}.`)),
];
