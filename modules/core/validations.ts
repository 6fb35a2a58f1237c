import type { Json } from "./json-schema";

/** What Terraform checks of a variable. */
export interface Validation {
  readonly condition: string;
  readonly errorMessage: string;
  /** What the variable's own type asks for, such as "must be at least 7"; absent in a rule between variables. */
  readonly must?: string;
}

type Checked = [condition: string, must: string];

/** What Terraform checks of a variable of this schema. */
export function validations(json: Json, name: string, nullable: boolean): Validation[] {
  const variable = `var.${name}`;
  const rules: Checked[] = [];
  if (json.type === "string") rules.push(...stringRules(json, variable));
  if (json.type === "integer") rules.push([`floor(${variable}) == ${variable}`, "must be a whole number"]);
  if (json.type === "integer" || json.type === "number") rules.push(...numberRules(json, variable));
  if (json.type === "array") rules.push(...listRules(json, variable));
  if (json.type === "object") rules.push(...mapRules(json, variable));
  return rules.map(([condition, must]) => ({
    // Not `||`: before 1.12, Terraform works out the right side of it, too, and numbers are compared with no null.
    condition: `\${${nullable ? `${variable} == null ? true : ` : ""}${condition}}`,
    errorMessage: `${name}${must.startsWith("must") ? " " : ": "}${must}.`,
    must,
  }));
}

const choiceRules = ({ enum: values }: Json, variable: string): Checked[] =>
  values ? [[`contains(${JSON.stringify(values)}, ${variable})`, `must be one of ${values.join(", ")}`]] : [];

const stringRules = (json: Json, variable: string): Checked[] => [
  ...choiceRules(json, variable),
  ...each(json.pattern, (regex) => [`can(regex(${JSON.stringify(regex)}, ${variable}))`, `must ${json.words}`]),
  ...each(json.minLength, (least) => [`length(${variable}) >= ${least}`, `must have at least ${least} characters`]),
  ...each(json.maxLength, (most) => [`length(${variable}) <= ${most}`, `must have at most ${most} characters`]),
];

const numberRules = (json: Json, variable: string): Checked[] => [
  ...choiceRules(json, variable),
  ...each(bound(json.minimum), (least) => [`${variable} >= ${least}`, `must be at least ${least}`]),
  ...each(bound(json.maximum), (most) => [`${variable} <= ${most}`, `must be at most ${most}`]),
  ...each(json.multipleOf, (step) => [
    `${variable} / ${step} == floor(${variable} / ${step})`,
    `must be a multiple of ${step}`,
  ]),
];

const listRules = ({ items, minItems, maxItems }: Json, variable: string): Checked[] => [
  ...each(minItems, (least) => [`length(${variable}) >= ${least}`, `must have at least ${entries(least)}`]),
  ...each(maxItems, (most) => [`length(${variable}) <= ${most}`, `must have at most ${entries(most)}`]),
  ...entryRules(items, variable, "entry"),
];

const mapRules = ({ propertyNames, additionalProperties }: Json, variable: string): Checked[] => [
  ...entryRules(propertyNames, `keys(${variable})`, "key"),
  ...entryRules(additionalProperties, `values(${variable})`, "value"),
];

const entryRules = (each: Json | undefined, list: string, what: string): Checked[] =>
  stringRules(each ?? {}, "entry").map(([condition, must]) => [
    `alltrue([for entry in ${list} : ${condition}])`,
    `each ${what} ${must}`,
  ]);

const entries = (count: unknown): string => (count === 1 ? "1 entry" : `${count} entries`);

/** zod writes the limits of a safe integer; they say nothing. */
export const bound = (limit: unknown): unknown =>
  Math.abs(Number(limit)) === Number.MAX_SAFE_INTEGER ? undefined : limit;

const each = (value: unknown, rule: (value: unknown) => Checked): Checked[] =>
  value === undefined ? [] : [rule(value)];
