import type { Block, Written } from "./module";

/** The statements of a policy document that a module declares. */
export function statements({ data }: Written, document: string): readonly Block[] {
  const found = data.aws_iam_policy_document?.[document];
  if (!found) throw new Error(`The module has no policy document ${document}.`);
  return found.statement;
}

/** The actions that a policy document allows to principals of the account itself, whatever the conditions. */
export const actionsWithoutCondition = (module: Written, document: string): string[] =>
  statements(module, document)
    .filter(({ effect, condition }) => effect !== "Deny" && !condition)
    .flatMap(({ actions }) => actions);

/** The values that a statement wants of a condition key; none when it does not ask. */
export const wants = ({ condition = [] }: Block, variable: string): string[] =>
  condition.filter((one: Block) => one.variable === variable).flatMap((one: Block) => one.values);
