import type { Block, Written } from "./module";

/** Services that take on a role without saying for which account: asked to, they are locked out. */
const sayNoAccount: Readonly<Record<string, string>> = {
  "apigateway.amazonaws.com": "integrations of API Gateway fail",
  "ec2.amazonaws.com": "instances get no credentials",
  "lambda.amazonaws.com": "the first function of a VPC cannot be created",
  "s3.amazonaws.com": "nothing may be replicated",
};

const account = "${local.account}";

/** The roles of services in a module that are trusted for other accounts than this one, or that lock their service out. */
export function mistrusted({ resource, data }: Pick<Written, "resource" | "data">): string[] {
  return Object.entries(resource.aws_iam_role ?? {}).flatMap(([role, { assume_role_policy }]) => {
    const document = /^\$\{data\.aws_iam_policy_document\.(\w+)\.json\}$/.exec(assume_role_policy)?.[1] ?? "";
    const statements: Block[] | undefined = data.aws_iam_policy_document?.[document]?.statement;
    if (!statements) return [`${role} has no policy document that says whom it trusts`];
    return statements.flatMap((statement) => services(statement).flatMap((service) => wrong(role, service, statement)));
  });
}

const services = ({ principals }: Block): string[] =>
  principals.filter(({ type }: Block) => type === "Service").flatMap(({ identifiers }: Block) => identifiers);

function wrong(role: string, service: string, { condition = [] }: Block): string[] {
  const asked = condition.some(
    ({ test, variable, values }: Block) =>
      test === "StringEquals" && variable === "aws:SourceAccount" && values.join() === account,
  );
  const harm = sayNoAccount[service];
  if (harm) return condition.length > 0 ? [`${role} asks ${service} for whom it acts, so ${harm}`] : [];
  return asked ? [] : [`${role} lets ${service} act for any account`];
}
