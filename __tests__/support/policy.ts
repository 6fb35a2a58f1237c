import type { Block, Written } from "./module";

/** A policy as IAM takes it. */
export interface Policy {
  readonly Version: "2012-10-17";
  readonly Statement: readonly object[];
}

/** What Terraform would fill in, in the region that simulations take place in. */
export const place = { account: "333333333333", region: "eu-west-1", prefix: "prod-eu-west-1" };

const known: Readonly<Record<string, string>> = {
  "local.account": place.account,
  "local.region": place.region,
  "local.partition": "aws",
  "local.dns_suffix": "amazonaws.com",
  "var.name_prefix": place.prefix,
};

/** The policy that a module's `aws_iam_policy_document` becomes; `values` are what other references stand for. */
export function policy(module: Written, document: string, values: Readonly<Record<string, string>> = {}): Policy {
  const found = module.data.aws_iam_policy_document?.[document];
  if (!found) throw new Error(`The module has no policy document ${document}.`);
  const resolved = resolve(found.statement, { ...known, ...values }, module);
  return { Version: "2012-10-17", Statement: resolved.map(statement) };
}

/** Replaces references by what they stand for, the innermost first, then the one function that policies use. */
function resolve(statements: readonly Block[], values: Readonly<Record<string, string>>, module: Written): Block[] {
  const text = (given: string): string | string[] => {
    const told = given.replace(/(?<!\$)\$\{local\.(\w+)\}/g, (whole, name) =>
      whole.slice(2, -1) in values ? whole : (module.locals?.[name] ?? whole),
    );
    const plain = filled(told, values).replace(/(?<!\$)\$\{([a-z][\w.]*)\}/g, (whole, name) => values[name] ?? whole);
    const list = /^\$\{formatlist\("(.*)", var\.(\w+)\)\}$/.exec(plain);
    if (list) return module.variable[list[2] ?? ""]?.default.map((one: string) => (list[1] ?? "").replace("%s", one));
    if (/(?<!\$)\$\{/.test(plain)) throw new Error(`It is not said what ${plain} stands for.`);
    return plain.replaceAll("$${", "${");
  };
  return JSON.parse(JSON.stringify(statements, (_, value) => (typeof value === "string" ? text(value) : value)));
}

/** Replaces expressions that are said as a whole, functions included. */
const filled = (given: string, values: Readonly<Record<string, string>>): string =>
  Object.entries(values).reduce((text, [name, value]) => text.replaceAll(`\${${name}}`, value), given);

function statement({ sid, effect = "Allow", principals = [], condition = [], ...rest }: Block): object {
  const lists = { actions: "Action", not_actions: "NotAction", resources: "Resource", not_resources: "NotResource" };
  const conditions: Record<string, Record<string, unknown>> = {};
  for (const { test, variable, values } of condition) conditions[test] = { ...conditions[test], [variable]: values };
  return {
    ...(sid ? { Sid: sid } : {}),
    Effect: effect,
    ...Object.fromEntries(Object.entries(lists).flatMap(([name, Name]) => (rest[name] ? [[Name, rest[name]]] : []))),
    ...(principals.length > 0
      ? { Principal: Object.fromEntries(principals.map(({ type, identifiers }: Block) => [type, identifiers])) }
      : {}),
    ...(condition.length > 0 ? { Condition: conditions } : {}),
  };
}
