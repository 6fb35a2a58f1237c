import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Place } from "../../../dr/parity/place";
import { projectRoot } from "../../../terraform/project-root";

/** What the root and its module are given for a place. */
export const inputs = ({ region, namePrefix, cidr, zones }: Place): Record<string, string> => ({
  region,
  name_prefix: namePrefix,
  cidr,
  zone_a: zones.a ?? "",
  zone_b: zones.b ?? "",
  password: "correct-horse",
});

const inputNames = ["region", "name_prefix", "cidr", "zone_a", "zone_b", "password"];
const variable = {
  ...Object.fromEntries(inputNames.map((name) => [name, { type: "string" }])),
  ephemeral: { type: "bool", default: false },
};

const subnet = (letter: string, slot: number) => ({
  vpc_id: "${aws_vpc.main.id}",
  cidr_block: `\${cidrsubnet(var.cidr, 8, ${slot})}`,
  ipv6_cidr_block: `\${cidrsubnet(aws_vpc.main.ipv6_cidr_block, 8, ${slot})}`,
  availability_zone: `\${var.zone_${letter}}`,
});

const json = (content: string) => `\${jsonencode({ Version = "2012-10-17", Statement = [${content}] })}`;

/** Resources that refer to each other by ids, ARNs and names, in attributes, in JSON, and one that holds a secret. */
const resource = {
  aws_vpc: { main: { cidr_block: "${var.cidr}", assign_generated_ipv6_cidr_block: true } },
  aws_subnet: { app_a: subnet("a", 0), app_b: subnet("b", 1) },
  aws_security_group: { web: { name: "${var.name_prefix}-web", vpc_id: "${aws_vpc.main.id}" } },
  aws_vpc_security_group_ingress_rule: {
    https: {
      security_group_id: "${aws_security_group.web.id}",
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
      assume_role_policy: json(
        '{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "ec2.amazonaws.com" } }',
      ),
    },
  },
  aws_iam_role_policy: {
    api: {
      name: "decrypt",
      role: "${aws_iam_role.api.id}",
      policy: json('{ Effect = "Allow", Action = ["kms:Decrypt", "kms:Encrypt"], Resource = aws_kms_key.logs.arn }'),
    },
  },
  aws_ssm_parameter: { login: { name: "/${var.name_prefix}/login", type: "SecureString", value: "${var.password}" } },
  aws_s3_bucket: { code: { bucket: "${var.name_prefix}-code", force_destroy: "${var.ephemeral}" } },
};

/** Writes a root that calls one module, which makes a small region; as many as there are names. */
export function writeRoots(folder: string, names: readonly string[]): void {
  const given = Object.keys(variable).map((name) => [name, `\${var.${name}}`]);
  const root = {
    terraform: { required_providers: { aws: { source: "aws", version: "5.100.0" } } },
    provider: { aws: [{ region: "${var.region}" }] },
    variable,
    module: { shop: { source: "../shop", ...Object.fromEntries(given) } },
  };
  const write = (name: string, file: string, content: object) => {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, file), JSON.stringify(content));
  };
  write("shop", "main.tf.json", { variable, data: { aws_region: { here: {} } }, resource });
  for (const name of names) {
    write(name, "cdk.tf.json", root);
    copyFileSync(join(projectRoot, ".terraform.lock.hcl"), join(folder, name, ".terraform.lock.hcl"));
  }
}
