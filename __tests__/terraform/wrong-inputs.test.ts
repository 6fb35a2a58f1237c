import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { folderWithModules, removeFolders } from "./modules";
import { type Diagnostic, init, plan, validate } from "./terraform";

type Row = [tier: string, input: string, value: unknown, message: string];

/** Values of the right type that break a rule of their own variable. */
const values: Row[] = [
  ["network", "cidr", "10.0.0.0/8", "cidr must be a /16 block such as 10.0.0.0/16."],
  [
    "network",
    "name_prefix",
    "prod--ireland",
    "name_prefix must be lower-case letters and digits with single hyphens such as prod-eu-west-1.",
  ],
  [
    "network",
    "flow_log_retention_days",
    45,
    "flow_log_retention_days must be one of 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653.",
  ],
  ["security", "key_rotation_days", 3000, "key_rotation_days must be at most 2560."],
  ["security", "key_deletion_window_days", 7.5, "key_deletion_window_days must be a whole number."],
  ["logs", "name_prefix", "production-in-ireland", "name_prefix must have at most 20 characters."],
  ["logs", "access_log_retention_days", 4000, "access_log_retention_days must be at most 3653."],
  ["database", "backup_retention_days", 1, "backup_retention_days must be at least 7."],
  ["database", "max_capacity_units", 7.3, "max_capacity_units must be a multiple of 0.5."],
  ["database", "engine_version", "sixteen", "engine_version must be a major and a minor version such as 16.8."],
  ["database", "snapshot_arn", "arn:aws:s3:::snapshots", "snapshot_arn must be the ARN of an RDS snapshot."],
  ["api", "target_cpu_percent", 95, "target_cpu_percent must be at most 90."],
  [
    "security",
    "autoscaling_service_role_arn",
    "arn:aws:iam::111122223333:role/deploy",
    "autoscaling_service_role_arn must be the ARN of the service-linked role AWSServiceRoleForAutoScaling.",
  ],
  ["dns", "domain", "Shop", "domain must be a domain name in lower case such as shop.example.com."],
];

/** Values that break a rule between two variables; Terraform knows both in a plan only. */
const rules: Row[] = [
  [
    "database",
    "min_capacity_units",
    16,
    "The minimum capacity must not exceed the maximum. Lower min_capacity_units or raise max_capacity_units.",
  ],
  [
    "api",
    "on_demand_per_zone",
    7,
    "On-demand capacity cannot exceed total capacity. Lower on_demand_per_zone or raise max_per_zone.",
  ],
];

/** Values of another type. */
const types: Row[] = [
  [
    "network",
    "zone_names_by_letter",
    "eu-west-1a",
    "The given value is not suitable for module.network-zone_names_by_letter.var.zone_names_by_letter: map of string required.",
  ],
  [
    "database",
    "max_capacity_units",
    "many",
    "The given value is not suitable for module.database-max_capacity_units.var.max_capacity_units: a number is required.",
  ],
  [
    "database",
    "data_subnet_ids",
    "subnet-1",
    "The given value is not suitable for module.database-data_subnet_ids.var.data_subnet_ids: list of string required.",
  ],
  [
    "api",
    "ephemeral",
    "maybe",
    "The given value is not suitable for module.api-ephemeral.var.ephemeral: a bool is required.",
  ],
];

/** An input that is missing, and one that is misspelt. */
const missing: Row[] = [
  ["database", "zone_names", undefined, 'The argument "zone_names" is required, but no definition was found.'],
];
const misspelt: Row[] = [
  ["api", "max_per_zne", 3, 'No argument or block type is named "max_per_zne". Did you mean "max_per_zone"?'],
];

const { folder, modules } = folderWithModules();
const groups = { values, types, missing, misspelt, rules };
const found = new Map<string, Diagnostic[]>();

beforeAll(async () => {
  write(Object.values(groups).flat());
  await init(folder);
  for (const [name, rows] of Object.entries(groups)) {
    write(rows);
    found.set(name, await (name === "rules" ? plan(folder) : validate(folder)));
  }
});
afterAll(removeFolders);

/** A root with a call for each row: Terraform says the errors of a kind all at once. */
function write(rows: readonly Row[]): void {
  const calls = rows.map(([tier, input, value]) => [
    call(tier, input),
    { source: `./modules/${tier}`, ...good(tier), [input]: value },
  ]);
  const aws = {
    region: "eu-west-1",
    max_retries: 1,
    skip_credentials_validation: true,
    skip_requesting_account_id: true,
  };
  writeFileSync(join(folder, "main.tf.json"), JSON.stringify({ provider: { aws }, module: Object.fromEntries(calls) }));
}

/** What a module wants and its live root gives, with an example for what that reads; a row changes one input of it. */
function good(tier: string): Record<string, unknown> {
  const { call = {}, variables = {} } = modules.find((module) => module.tier === tier) ?? {};
  const required = Object.entries(variables).filter(([, variable]) => !("default" in variable));
  return Object.fromEntries(
    required.map(([name, { type }]) => [
      name,
      JSON.stringify(call[name]).includes("${") ? example(name, type) : call[name],
    ]),
  );
}

const example = (name: string, type: string): unknown => {
  const text = name.endsWith("_arn") ? "arn:aws:sns:eu-west-1:111122223333:example" : "example";
  if (name === "autoscaling_service_role_arn")
    return "arn:aws:iam::111122223333:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling";
  return type === "list(string)" ? [text] : text;
};

const call = (tier: string, input: string): string => `${tier}-${input}`;

/** What is wrong, without the place of the rule: line numbers say nothing of a promise. */
const said = ({ detail }: Diagnostic): string =>
  detail.replace(/\n\nThis was checked by.*/s, "").replace(/ declared at \S+/, ":");

describe.each(Object.entries(groups))("%s", (group, rows) => {
  it.each(rows)("%s refuses %s = %j, in Terraform's own words", (tier, input, _, message) => {
    const errors = found.get(group)?.filter(({ snippet }) => snippet?.context === `module.${call(tier, input)}`);
    expect(errors?.map(said)).toEqual([message]);
  });

  it("refuses nothing else", () => {
    // A plan goes on to what it reads from AWS, which does not answer here.
    const errors = found.get(group)?.filter(({ range }) => range?.filename === "main.tf.json");
    expect(errors).toHaveLength(rows.length);
  });
});
