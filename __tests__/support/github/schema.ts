import { readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv from "ajv";
import { projectRoot } from "../../../terraform/project-root";

type Json = Readonly<Record<string, unknown>>;
interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly schema: Json;
}
interface Operation {
  readonly parameters?: readonly Json[];
  readonly requestBody?: { readonly required?: boolean; readonly content: Readonly<Record<string, { schema: Json }>> };
}

/** What somebody asks of GitHub's API. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
}

const file = join(projectRoot, "node_modules/@octokit/openapi/generated/api.github.com.json");
const api: { readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>> } & Json = JSON.parse(
  readFileSync(file, "utf8"),
);
const ajv = new Ajv({ strict: false, validateFormats: false, coerceTypes: true, allErrors: true });

/** What GitHub's own description of its API has against a request; nothing where all is well. */
export function problemsOf({ method, path, query, body }: Asked): string[] {
  const [template, values] = templateOf(path);
  const operation = template === undefined ? undefined : api.paths[template]?.[method.toLowerCase()];
  if (!operation) return [`${method} ${path} is no call of GitHub's API`];
  const parameters = (operation.parameters ?? []).map(resolved) as unknown as Parameter[];
  const given = (of: string): Json => (of === "path" ? values : Object.fromEntries(query));
  const against = ["path", "query"].flatMap((of) => {
    const known = parameters.filter((one) => one.in === of);
    const schema = {
      type: "object",
      additionalProperties: false,
      properties: Object.fromEntries(known.map((one) => [one.name, one.schema])),
      required: known.filter((one) => one.required).map((one) => one.name),
    };
    return problems(schema, given(of), of);
  });
  const schema = operation.requestBody?.content["application/json"]?.schema;
  if (schema === undefined) return [...against, ...(body === undefined ? [] : [`${method} ${path} takes no body`])];
  if (body === undefined && !operation.requestBody?.required) return against;
  return [...against, ...problems({ additionalProperties: false, ...resolved(schema) }, body, "body")];
}

function problems(schema: Json, value: unknown, where: string): string[] {
  const all = JSON.stringify({ ...schema, components: componentsOf(schema) });
  const validate = ajv.compile(JSON.parse(all, withoutNullable));
  return validate(structuredClone(value))
    ? []
    : (validate.errors ?? []).map(({ instancePath, message, params }) =>
        `${where}${instancePath} ${message} ${JSON.stringify(params)}`.trim(),
      );
}

/** OpenAPI 3.0 says of a type that it may be null; of what has no type, JSON Schema cannot. */
function withoutNullable(_: string, part: unknown): unknown {
  const { nullable, ...schema } = Object(part);
  return nullable === true && schema.type === undefined ? { anyOf: [schema, { type: "null" }] } : part;
}

/** The template of a path, with as few parameters as there can be, and their values. */
function templateOf(path: string): [template: string | undefined, values: Json] {
  const parts = path.split("/");
  const parameterIn = (part: string): string | undefined => /^\{(.+)\}$/.exec(part)?.[1];
  const fits = Object.keys(api.paths).filter((template) => {
    const its = template.split("/");
    return its.length === parts.length && its.every((part, index) => parameterIn(part) || part === parts[index]);
  });
  const [template] = fits.sort((one, other) => one.split("{").length - other.split("{").length);
  const its = template?.split("/") ?? [];
  const values = its.flatMap((part, index) => {
    const name = parameterIn(part);
    return name === undefined ? [] : [[name, decodeURIComponent(parts[index] ?? "")]];
  });
  return [template, Object.fromEntries(values)];
}

/** The components that a schema refers to, and those that these refer to: all of them would take a second. */
function componentsOf(schema: Json): Json {
  const components: Record<string, Record<string, unknown>> = {};
  const add = (part: unknown): void => {
    for (const [, kind = "", name = ""] of JSON.stringify(part).matchAll(/"#\/components\/([\w-]+)\/([\w.-]+)"/g)) {
      const known = components[kind] ?? {};
      components[kind] = known;
      if (name in known) continue;
      known[name] = at(["components", kind, name]);
      add(known[name]);
    }
  };
  add(schema);
  return components;
}

const resolved = (part: Json): Json => {
  const { $ref } = part;
  return typeof $ref === "string" ? (at($ref.slice(2).split("/")) as Json) : part;
};

const at = (path: readonly string[]): unknown => path.reduce<unknown>((node, key) => Object(node)[key], api);
