import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { projectRoot } from "../../../terraform/project-root";

const variables = (...names: string[]) => Object.fromEntries(names.map((name) => [name, { type: "string" }]));

const subnet = (letter: string, slot: number) => ({
  vpc_id: "${aws_vpc.main.id}",
  cidr_block: `\${cidrsubnet(var.cidr, 8, ${slot})}`,
  ipv6_cidr_block: `\${cidrsubnet(aws_vpc.main.ipv6_cidr_block, 8, ${slot})}`,
  availability_zone: `\${var.zone_${letter}}`,
  tags: { Name: `\${var.name_prefix}-app-${letter}` },
});

const network = {
  variable: variables("name_prefix", "cidr", "zone_a", "zone_b"),
  resource: {
    aws_vpc: { main: { cidr_block: "${var.cidr}", assign_generated_ipv6_cidr_block: true } },
    aws_subnet: { app_a: subnet("a", 0), app_b: subnet("b", 1) },
    aws_security_group: { web: { name: "${var.name_prefix}-web", vpc_id: "${aws_vpc.main.id}" } },
  },
  output: { group_id: { value: "${aws_security_group.web.id}" } },
};

const trust = { Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: "ec2.amazonaws.com" } };
const mayDecrypt =
  '{ Effect = "Allow", Action = ["kms:Decrypt", "kms:Encrypt"], Resource = [aws_kms_key.logs.arn, "*"] }';

const services = {
  variable: { ...variables("name_prefix", "group_id", "password"), ephemeral: { type: "bool", default: false } },
  data: { aws_region: { here: {} } },
  resource: {
    aws_vpc_security_group_ingress_rule: {
      https: {
        security_group_id: "${var.group_id}",
        ip_protocol: "tcp",
        from_port: 443,
        to_port: 443,
        cidr_ipv4: "0.0.0.0/0",
      },
    },
    aws_kms_key: { logs: { description: "logs" } },
    aws_cloudwatch_log_group: {
      api: { name: "/${var.name_prefix}/api", retention_in_days: 90, kms_key_id: "${aws_kms_key.logs.arn}" },
    },
    aws_sqs_queue: {
      failed: { name: "${var.name_prefix}-failed" },
      orders: {
        name: "${var.name_prefix}-orders",
        redrive_policy: "${jsonencode({ deadLetterTargetArn = aws_sqs_queue.failed.arn, maxReceiveCount = 5 })}",
      },
    },
    aws_iam_role: {
      api: {
        name: "${var.name_prefix}-api",
        assume_role_policy: JSON.stringify({ Version: "2012-10-17", Statement: [trust] }),
      },
    },
    aws_iam_role_policy: {
      api: {
        role: "${aws_iam_role.api.id}",
        policy: `\${jsonencode({ Version = "2012-10-17", Statement = [${mayDecrypt}] })}`,
      },
    },
    aws_ssm_parameter: { login: { name: "/${var.name_prefix}/login", type: "SecureString", value: "${var.password}" } },
    aws_s3_bucket: { code: { bucket: "${var.name_prefix}-code", force_destroy: "${var.ephemeral}" } },
  },
};

const modules = { network, services };
type Module = keyof typeof modules;

/** Writes the modules, a root for each that calls it alone, and one that calls both, as a recovery does. */
export function writeRoots(folder: string): void {
  for (const [name, module] of Object.entries(modules))
    writeJson(join(folder, "modules", name, "main.tf.json"), module);
  writeRoot(join(folder, "network"), ["network"]);
  writeRoot(join(folder, "services"), ["services"]);
  writeRoot(join(folder, "recovery"), ["network", "services"], { group_id: "${module.network.group_id}" });
}

function writeRoot(folder: string, called: readonly Module[], wired: Readonly<Record<string, string>> = {}): void {
  const inputs = Object.assign({}, ...called.map((name) => modules[name].variable));
  const given = (name: Module) =>
    Object.fromEntries(Object.keys(modules[name].variable).map((input) => [input, wired[input] ?? `\${var.${input}}`]));
  writeJson(join(folder, "cdk.tf.json"), {
    terraform: { required_providers: { aws: { source: "aws", version: "5.100.0" } } },
    provider: { aws: [{ region: "${var.region}" }] },
    variable: Object.fromEntries(
      Object.entries({ ...inputs, ...variables("region") }).filter(([name]) => !(name in wired)),
    ),
    module: Object.fromEntries(called.map((name) => [name, { source: `../modules/${name}`, ...given(name) }])),
    ...(called.includes("network") ? { output: { group_id: { value: "${module.network.group_id}" } } } : {}),
  });
  copyFileSync(join(projectRoot, ".terraform.lock.hcl"), join(folder, ".terraform.lock.hcl"));
}

function writeJson(file: string, content: object): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(content));
}
