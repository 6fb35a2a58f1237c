/** Every kind of place of a plan in which a secret may stand, with one in it. */
export const places: Readonly<Record<string, (secret: string) => object>> = {
  "an attribute": (secret) => resource({ description: secret }),
  "the attribute as it was": (secret) => resource({ description: "none" }, { description: secret }),
  "a block": (secret) => resource({ listener: [{ action: [{ header: "x", text: secret }] }] }),
  "a member of a list": (secret) => resource({ arguments: ["--verbose", secret] }),
  "a value of a map": (secret) => resource({ parameters: { level: secret } }),
  "a key of a map": (secret) => resource({ parameters: { [secret]: "info" } }),
  "a tag": (secret) => resource({ tags: { Note: secret } }),
  "an environment variable": (secret) => resource({ environment: [{ variables: { MODE: secret } }] }),
  "JSON in a text": (secret) => resource({ definition: JSON.stringify({ States: { Pass: { Result: secret } } }) }),
  "JSON in JSON": (secret) => resource({ body: JSON.stringify({ inner: JSON.stringify([{ note: secret }]) }) }),
  "a key of JSON": (secret) => resource({ definition: JSON.stringify({ [secret]: 1 }) }),
  "the containers of a task": (secret) =>
    resource({
      container_definitions: JSON.stringify([{ name: "app", environment: [{ name: "MODE", value: secret }] }]),
    }),
  "a policy's resource": (secret) => resource({ policy: statement({ Resource: `arn:aws:s3:::bucket/${secret}` }) }),
  "a policy's condition": (secret) =>
    resource({ policy: statement({ Condition: { StringEquals: { "aws:UserAgent": secret } } }) }),
  "a script": (secret) => resource({ user_data: `#!/bin/sh\nstart --with ${secret}\n` }),
  "a script in Base64": (secret) =>
    resource({ user_data_base64: Buffer.from(`#!/bin/sh\nexport MODE=${secret}\n`).toString("base64") }),
  "a URL": (secret) => resource({ endpoint: `https://hooks.example.com/in/${secret}` }),
  "the key of an address": (secret) => resource({ name: "a" }, { name: "b" }, { address: `aws_lb.it["${secret}"]` }),
  "the address that it had": (secret) =>
    resource({ name: "a" }, { name: "a" }, { actions: ["no-op"], previous_address: `aws_lb.was["${secret}"]` }),
  "the id of an import": (secret) => resource({ name: "a" }, { name: "b" }, { importing: { id: secret } }),
  "a resource that is deleted": (secret) => ({
    resource_changes: [entry({ actions: ["delete"], before: { name: secret }, after: null })],
  }),
  drift: (secret) => ({
    resource_drift: [entry({ actions: ["update"], before: { name: "a" }, after: { name: secret } })],
  }),
  "an output": (secret) => ({ output_changes: { endpoint: { actions: ["update"], before: "none", after: secret } } }),
  "a part of an output": (secret) => ({
    output_changes: { all: { actions: ["create"], before: null, after: { hosts: [{ at: secret }] } } },
  }),
  "the name of an output": (secret) => ({
    output_changes: { [secret]: { actions: ["create"], before: null, after: 1 } },
  }),
  "the message of a check": (secret) => ({
    planned_values: {},
    checks: [
      {
        address: { kind: "check", to_display: "check.health" },
        status: "fail",
        instances: [
          { address: { to_display: "check.health" }, status: "fail", problems: [{ message: `got ${secret}` }] },
        ],
      },
    ],
  }),
  "what an action is told": (secret) => ({
    action_invocations: [
      { address: "action.aws_lambda_invoke.it", type: "aws_lambda_invoke", config_values: { payload: secret } },
    ],
  }),
  "the address of an action": (secret) => ({
    action_invocations: [{ address: `action.aws_lambda_invoke.it["${secret}"]`, type: "aws_lambda_invoke" }],
  }),
  "what is put off": (secret) => ({
    deferred_changes: [
      {
        reason: "instance_count_unknown",
        resource_change: {
          ...entry({ actions: ["create"], before: null, after: {} }),
          address: `aws_lb.it["${secret}"]`,
        },
      },
    ],
  }),
  "what the configuration refers to": (secret) => ({
    ...resource({}, { name: "a" }, { unknown: { name: true } }),
    configuration: {
      root_module: {
        resources: [{ address: "aws_lb.it", expressions: { name: { references: [`local.names["${secret}"]`] } } }],
      },
    },
  }),
};

const statement = (part: object): string =>
  JSON.stringify({ Statement: [{ Effect: "Allow", Action: "s3:GetObject", Resource: "*", ...part }] });

interface Rest {
  readonly address?: string;
  readonly previous_address?: string;
  readonly actions?: readonly string[];
  readonly importing?: object;
  readonly unknown?: object;
}

/** A plan that updates a resource. */
function resource(
  after: object,
  before: object = {},
  { address, previous_address, unknown, ...rest }: Rest = {},
): object {
  const change = { actions: ["update"], before, after, after_unknown: unknown, ...rest };
  return {
    resource_changes: [
      { ...entry(change), ...(address && { address }), ...(previous_address && { previous_address }) },
    ],
  };
}

const entry = (change: object): object => ({ address: "aws_lb.it", type: "aws_lb", change });
