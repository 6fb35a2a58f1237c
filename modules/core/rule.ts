/** A rule between two number settings, as data: zod checks it in a region file, Terraform in a module's variables. */
export interface Rule {
  readonly require: {
    readonly left: string;
    readonly is: keyof typeof comparisons;
    readonly right: string;
    /** How much of the left one is compared: with 110, a tenth more of it. All of it without this. */
    readonly percent?: number;
  };
  /** What is wrong and the way out; `{maxPerZone}` stands for the setting as the reader writes it. */
  readonly message: string;
}

const comparisons = {
  "<": (left: number, right: number) => left < right,
  "<=": (left: number, right: number) => left <= right,
  ">=": (left: number, right: number) => left >= right,
};

type Values = Readonly<Record<string, unknown>>;

/** Whether a region file's values keep the rule; one about a field of another variant says nothing. */
export const keeps = ({ require: { left, is, right, percent = 100 } }: Rule, values: Values): boolean =>
  !(left in values) || comparisons[is](Number(values[left]) * percent, Number(values[right]) * 100);

/** The rule's message with each `{setting}` named as its reader writes it. */
export const ruleMessage = ({ message }: Rule, name: (setting: string) => string): string =>
  message.replace(/\{(\w+)\}/g, (_, setting: string) => name(setting));

/** The rule as a Terraform condition over the module's variables. */
export function terraformCondition({ require }: Rule, reference: (setting: string) => string): string {
  const { left, is, right, percent } = require;
  return percent === undefined
    ? `\${${reference(left)} ${is} ${reference(right)}}`
    : `\${${reference(left)} * ${percent} ${is} ${reference(right)} * 100}`;
}
