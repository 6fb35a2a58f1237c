import { workflowRoleName, workflows } from "../modules/account/workflows/contract";
import { contractOf } from "../regions/wiring/tiers";
import { tooEarly } from "./support/attached";
import { exampleGoldens } from "./support/example";
import type { Block, Written } from "./support/module";
import { mistrusted } from "./support/trust";

type Module = Pick<Written, "resource" | "data" | "variable">;
type Promised = (module: Module) => string[];

// Every environment's modules: each that differs from another one.
const modules = [...exampleGoldens()]
  .filter(([path]) => path.startsWith("modules/"))
  .map(([path, text]): [string, Module] => [path.replace(/^modules\/|\.tf\.json$/g, ""), read(text)]);

function read(text: string): Module {
  const { resource, data = {}, variable = {} } = JSON.parse(text);
  return { resource, data, variable };
}

const of = ({ resource }: Module, type: string): [string, Block][] => Object.entries(resource[type] ?? {});
const ours = (key: unknown): boolean => /^\$\{(aws_kms_(replica_)?key\.\w+\.arn|var\.\w*key_arn)}$/.test(String(key));
const documents = ({ data }: Module): [string, Block[]][] =>
  Object.entries(data.aws_iam_policy_document ?? {}).map(([name, { statement = [] }]) => [name, statement]);

/** The settings of a bucket that are resources of their own. */
const about = (module: Module, type: string, bucket: string): Block[] =>
  of(module, type)
    .map(([, block]) => block)
    .filter((block) => new RegExp(`aws_s3_bucket\\.${bucket}\\.`).test(block.bucket));

const buckets: Promised = (module) =>
  of(module, "aws_s3_bucket").flatMap(([name]) => {
    const [versioning] = about(module, "aws_s3_bucket_versioning", name);
    const [encryption] = about(module, "aws_s3_bucket_server_side_encryption_configuration", name);
    const [access] = about(module, "aws_s3_bucket_public_access_block", name);
    const [policy] = about(module, "aws_s3_bucket_policy", name);
    const document = /aws_iam_policy_document\.(\w+)\./.exec(policy?.policy)?.[1] ?? "";
    const statements: Block[] = module.data.aws_iam_policy_document?.[document]?.statement ?? [];
    const closed = ["block_public_acls", "block_public_policy", "ignore_public_acls", "restrict_public_buckets"];
    return Object.entries({
      versioning: versioning?.versioning_configuration.status === "Enabled",
      encryption: JSON.stringify(encryption ?? {}).includes('"sse_algorithm"'),
      "public block": closed.every((field) => access?.[field] === true),
      "TLS only": statements.some(refusesPlainHttp),
    })
      .filter(([, kept]) => !kept)
      .map(([what]) => `${name} lacks ${what}`);
  });

const refusesPlainHttp = ({ effect, actions, condition = [] }: Block): boolean =>
  effect === "Deny" &&
  actions.includes("s3:*") &&
  condition.some((one: Block) => one.variable === "aws:SecureTransport" && one.values.includes("false"));

const keys: Readonly<Record<string, string>> = {
  aws_cloudwatch_log_group: "kms_key_id",
  aws_sns_topic: "kms_master_key_id",
  aws_sqs_queue: "kms_master_key_id",
};
const encrypted: Promised = (module) =>
  Object.entries(keys).flatMap(([type, field]) =>
    of(module, type)
      .filter(([, block]) => !ours(block[field]))
      .map(([name, block]) => `${type}.${name} has ${block[field]}`),
  );

/** CloudWatch keeps a log for certain numbers of days only; their list is in the variable's own check. */
const keptInDays: Promised = (module) =>
  of(module, "aws_cloudwatch_log_group").flatMap(([name, { retention_in_days }]) => {
    const variable = /^\$\{var\.(\w+)}$/.exec(retention_in_days)?.[1] ?? "";
    const checks: Block[] = module.variable[variable]?.validation ?? [];
    const checked = checks.some(({ condition }) => condition.startsWith("${contains([1,3,5,7,14,"));
    return checked ? [] : [`${name} is kept for ${retention_in_days}`];
  });

/** Routes of the tables that the data subnets have, endpoints' own apart. */
const dataRoutes: Promised = (module) => {
  const tables = of(module, "aws_route_table_association")
    .filter(([, { subnet_id }]) => /aws_subnet\.data_/.test(subnet_id))
    .map(([, { route_table_id }]) => String(route_table_id));
  const outwards = of(module, "aws_route").filter(([, { route_table_id }]) => tables.includes(route_table_id));
  const inline = of(module, "aws_route_table").filter(
    ([name, { route }]) => tables.includes(`\${aws_route_table.${name}.id}`) && route?.length > 0,
  );
  return [...outwards, ...inline].map(([name]) => `${name} leads out of the data subnets`);
};

/** The account's own workflow roles make the boundary, and say it of every role that they make. */
const aboveTheBoundary: readonly string[] = workflows.map(workflowRoleName);
const bounded: Promised = (module) =>
  of(module, "aws_iam_role")
    .filter(([, { name }]) => !aboveTheBoundary.includes(name))
    .filter(([, { permissions_boundary }]) => permissions_boundary !== "${var.boundary_arn}")
    .map(([name]) => `${name} has no boundary`);

/** KMS is told not to look whether a policy locks out who makes the key, so that is looked at here. */
const openToAccount: Promised = (module) =>
  of(module, "aws_kms_key")
    .filter(
      ([, { policy }]) =>
        !documents(module).some(([id, all]) => policy.includes(`.${id}.json`) && all.some(admitsAccount)),
    )
    .map(([name]) => `${name} locks its account out`);

const madeByWorkflows: Promised = (module) =>
  of(module, "aws_kms_key")
    .filter(([, { bypass_policy_lockout_safety_check: unasked }]) => unasked !== true)
    .map(([name]) => `${name} is made only by who may change its policy`);

const admitsAccount = ({ effect, actions, principals, condition }: Block): boolean =>
  effect !== "Deny" &&
  condition === undefined &&
  actions.includes("kms:PutKeyPolicy") &&
  principals[0].identifiers.some((one: string) => one.endsWith(":root"));

/** Arguments that a state keeps what they are given in; what is only handed through has arguments of its own. */
const keepsSecret = /^(secret_string|secret_binary|password|master_password|auth_token|private_key|secret_key)$/;
const noSecrets: Promised = ({ resource, data }) => {
  // The password is its id, which Terraform prints.
  const found = Object.keys(data.aws_secretsmanager_random_password ?? {}).map((name) => `${name} prints a password`);
  JSON.stringify(resource, (field, value) => {
    if (typeof value === "string") {
      if (keepsSecret.test(field)) found.push(`${field} is kept in the state`);
      if (/AKIA[0-9A-Z]{16}|-----BEGIN [A-Z ]*PRIVATE KEY/.test(value)) found.push(`${field} holds a key`);
    }
    return value;
  });
  return found;
};

const described: Promised = (module) =>
  ["aws_security_group", "aws_vpc_security_group_ingress_rule", "aws_vpc_security_group_egress_rule"].flatMap((type) =>
    of(module, type)
      .filter(([, { description = "" }]) => description.trim() === "")
      .map(([name]) => `${type}.${name} does not say what it is for`),
  );

/** A boundary allows nothing by itself, and an endpoint's policy speaks of the account's own requests. */
const bounds = /boundary|^own_account/;
const narrow: Promised = (module) =>
  documents(module).flatMap(([name, statements]) =>
    statements
      .filter(({ effect }) => effect !== "Deny" && !bounds.test(name))
      .filter(({ resources = [] }) => resources.includes("*"))
      .filter(({ actions = [] }) => actions.some((action: string) => /^(\*|[a-z0-9-]+:\*)$/.test(action)))
      .filter(({ principals }) => principals === undefined)
      .map(({ sid }) => `${name}, ${sid}: every action on every resource`),
  );

const promises: [string, Promised, (module: Module) => Module][] = [
  ["no bucket is without encryption, versions, public block and TLS", buckets, without("aws_s3_bucket_versioning")],
  [
    "every log group, topic and queue has a key of ours",
    encrypted,
    changed("aws_sns_topic", { kms_master_key_id: "alias/aws/sns" }),
  ],
  [
    "every log is kept for days that are a setting, of those that CloudWatch knows",
    keptInDays,
    changed("aws_cloudwatch_log_group", { retention_in_days: 100 }),
  ],
  ["nothing in the data subnets has a route to the internet", dataRoutes, routedOut],
  [
    "every key can be made by who may not change its policy",
    madeByWorkflows,
    changed("aws_kms_key", { bypass_policy_lockout_safety_check: undefined }),
  ],
  ["no key locks its account out", openToAccount, lockedOut],
  ["every role has the boundary", bounded, changed("aws_iam_role", { permissions_boundary: undefined })],
  ["every role of a service acts for this account only, if its service says for which", mistrusted, trustedByAll],
  ["nothing acts by a role before the role's policies are attached", tooEarly, takenAtOnce],
  [
    "no secret is made that its plan, log or state shows",
    noSecrets,
    changed("aws_sns_topic", { auth_token: "${any}" }),
  ],
  [
    "every security group, and each of its rules, says what it is for",
    described,
    changed("aws_vpc_security_group_egress_rule", { description: "" }),
  ],
  ["no policy allows every action of a service on every resource", narrow, wideOpen],
];

describe.each(promises)("%s", (_, promised, breaking) => {
  it.each(modules)("in %s", (__, module) => {
    expect(promised(module)).toEqual([]);
  });

  it("and it shows where that is broken", () => {
    expect(modules.flatMap(([, module]) => promised(breaking(module)))).not.toEqual([]);
  });
});

function changed(type: string, fields: Readonly<Record<string, unknown>>) {
  return ({ resource, ...rest }: Module): Module => {
    const blocks = Object.entries(resource[type] ?? {}).map(([name, block]) => [name, { ...block, ...fields }]);
    return { ...rest, resource: { ...resource, [type]: Object.fromEntries(blocks) } };
  };
}

function without(type: string) {
  return ({ resource, ...rest }: Module): Module => ({ ...rest, resource: { ...resource, [type]: {} } });
}

function lockedOut({ data, ...rest }: Module): Module {
  const only = { test: "StringEquals", variable: "aws:PrincipalTag/Team", values: ["keys"] };
  const documents = Object.entries(data.aws_iam_policy_document ?? {}).map(
    ([name, { statement = [], ...document }]) => [
      name,
      { ...document, statement: statement.map((one: Block) => ({ ...one, condition: [only] })) },
    ],
  );
  return { ...rest, data: { ...data, aws_iam_policy_document: Object.fromEntries(documents) } };
}

function routedOut({ resource, ...rest }: Module): Module {
  const routes = Object.values(resource.aws_route_table_association ?? {}).map(({ route_table_id }, index) => [
    `out_${index}`,
    { route_table_id, destination_cidr_block: "0.0.0.0/0" },
  ]);
  return { ...rest, resource: { ...resource, aws_route: Object.fromEntries(routes) } };
}

function takenAtOnce({ resource, ...rest }: Module): Module {
  const direct = JSON.stringify(resource).replace(/aws_iam_role_policy\.(\w+)_policy\.role}/g, "aws_iam_role.$1.name}");
  return { ...rest, resource: JSON.parse(direct) };
}

function trustedByAll({ data, ...rest }: Module): Module {
  const open = Object.entries(data.aws_iam_policy_document ?? {}).map(([name, { statement = [] }]) => [
    name,
    { statement: statement.map(({ condition: _, ...rest }: Block) => rest) },
  ]);
  return { ...rest, data: { ...data, aws_iam_policy_document: Object.fromEntries(open) } };
}

function wideOpen({ data, ...rest }: Module): Module {
  const statement = [{ sid: "All", actions: ["s3:*"], resources: ["*"] }];
  return { ...rest, data: { ...data, aws_iam_policy_document: { role: { statement } } } };
}

/** What keeps data, beside what a region file or a function is made of. */
const keeps = [
  ...["aws_cloudwatch_log_group", "aws_s3_bucket", "aws_dynamodb_table", "aws_ecr_repository", "aws_backup_vault"],
  ...["aws_rds_cluster", "aws_db_instance", "aws_db_instance_automated_backups_replication", "aws_sqs_queue"],
  ...["aws_elasticache_replication_group", "aws_cognito_user_pool"],
];

it.each(modules)("%s: says what data it keeps, and whether that is personal", (path, { resource }) => {
  const kept = keeps.filter((type) => type in resource);
  const stores = contractOf(path.replace(/.*\//, ""))?.stores ?? [];
  expect({ kept, declared: stores.length > 0 }).toEqual({ kept, declared: kept.length > 0 });
});

it("reads the value of a secret only where CloudFront and its listener are told it", () => {
  const reads = modules.filter(([, { data }]) => "aws_secretsmanager_secret_version" in data);
  expect([...new Set(reads.map(([path]) => path.replace(/.*\//, "")))].sort()).toEqual(["edge", "web"]);
});
