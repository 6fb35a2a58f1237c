import type { Attributes, ResourceChange } from "../../../terraform/plan/resource-changes";
import { blocksIn } from "../../../terraform/values/resource";
import { at } from "../read/after";
import { containers } from "../read/containers";
import { endsWithSecret } from "../secrets/names";
import { finding, type Rule, type Verdict } from "./rule";

const wayOut = "Give the name of a secret in Secrets Manager or of a parameter, and let the program, or ECS, read it.";

/** Settings are read by many who need no password. */
export const showsSecrets: Rule = {
  id: "shows-secrets",
  about: "A password, or what is as good as one, becomes a setting of a function or a container, which many may read.",
  severities: ["medium"],
  cannotSee: "Secrets under another name that nobody has marked as sensitive, and those that were there before.",
  wayOut,
  mayBeUnknown: false,
  types: ["aws_ecs_task_definition", "aws_lambda_function"],
  check: (change) => (change.type === "aws_lambda_function" ? ofFunction(change) : ofContainers(change)),
};

function ofFunction({ before, after, unknown, sensitive }: ResourceChange): Verdict[] {
  const path = ["environment", 0, "variables"];
  const [was, is, later, marks] = [before, after, unknown, sensitive[1]].map((one) => Object(at(one, path)));
  return [...new Set([...Object.keys(is), ...Object.keys(later)])]
    .filter((name) => !(name in was) && (marks[name] === true || isSecret(name, is[name])))
    .map((name) => shown(name, "environment", "The function's settings"));
}

const ofContainers = (change: ResourceChange): Verdict[] =>
  containers(change).flatMap(({ name: container, before, after }) =>
    blocksIn(after, "environment")
      .filter(({ name, value }) => !namesIn(before).has(`${name}`) && isSecret(`${name}`, value))
      .map(({ name }) => shown(`${name}`, "container_definitions", `The settings of the container "${container}"`)),
  );

const namesIn = (container: Attributes | undefined): Set<string> =>
  new Set(blocksIn(container ?? {}, "environment").map(({ name }) => `${name}`));

/** Not what leads to a secret, as an ARN does. */
const isSecret = (name: string, value: unknown): boolean => endsWithSecret(name) && !`${value}`.startsWith("arn:");

const shown = (name: string, attribute: string, where: string): Verdict =>
  finding({
    severity: "medium",
    attribute,
    why: `${where} hold ${name} itself: whoever may describe it, reads it.`,
    wayOut,
  });
