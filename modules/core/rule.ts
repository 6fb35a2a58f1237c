/** A comparison between a setting and another one, or a value. */
export interface Comparison {
  readonly left: string;
  readonly is: "<" | "<=" | ">=" | "==" | "!=";
  readonly right: string | number | boolean | { readonly setting: string };
}

/** A rule between fields, as data: zod checks it in a region file, Terraform in a module's variables. */
export interface Rule {
  readonly when?: Comparison;
  readonly require: Comparison;
  /** What is wrong and the way out; `{maxPerZone}` stands for the setting as the reader writes it. */
  readonly message: string;
}

type Values = Readonly<Record<string, unknown>>;

/** Whether a region file's values keep the rule; one about a field of another variant says nothing. */
export const keeps = ({ when, require }: Rule, values: Values): boolean =>
  !(require.left in values) || (when !== undefined && !holds(when, values)) || holds(require, values);

/** The rule's message with each `{setting}` named as its reader writes it. */
export const ruleMessage = ({ message }: Rule, name: (setting: string) => string): string =>
  message.replace(/\{(\w+)\}/g, (_, setting: string) => name(setting));

/** The rule as a Terraform condition over the module's variables. */
export const terraformCondition = ({ when, require }: Rule, reference: (setting: string) => string): string => {
  const required = expression(require, reference);
  return `\${${when ? `!(${expression(when, reference)}) || ${required}` : required}}`;
};

const holds = ({ left, is, right }: Comparison, values: Values): boolean => {
  const a = values[left];
  const b = typeof right === "object" ? values[right.setting] : right;
  if (is === "==") return a === b;
  if (is === "!=") return a !== b;
  if (is === "<") return Number(a) < Number(b);
  return is === "<=" ? Number(a) <= Number(b) : Number(a) >= Number(b);
};

const expression = ({ left, is, right }: Comparison, reference: (setting: string) => string): string =>
  `${reference(left)} ${is} ${typeof right === "object" ? reference(right.setting) : JSON.stringify(right)}`;
