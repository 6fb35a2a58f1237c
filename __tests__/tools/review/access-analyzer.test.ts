import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { AccessAnalyzerClient } from "@aws-sdk/client-accessanalyzer";
import { askAccessAnalyzer } from "../../../tools/review/access-analyzer/ask";
import { questionsOf, review } from "../../../tools/review/review";
import { planOf, updated } from "./rules/plans";

let server: Server;
let client: AccessAnalyzerClient;
let asked: { method: string | undefined; url: string | undefined; signed: boolean; body: unknown }[] = [];
let answer: { status: number; body: object };

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const { method, url, headers } = request;
    const signed = /\/eu-west-1\/access-analyzer\/aws4_request/.test(headers.authorization ?? "");
    asked.push({ method, url, signed, body: JSON.parse(await textOf(request)) });
    response.writeHead(answer.status, { "content-type": "application/json" }).end(JSON.stringify(answer.body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  client = new AccessAnalyzerClient({
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    region: "eu-west-1",
    credentials: { accessKeyId: "testing", secretAccessKey: "testing" },
    maxAttempts: 1,
  });
});
beforeEach(() => {
  asked = [];
});
afterAll(() => {
  client.destroy();
  server.close();
});

async function textOf(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const part of request) text += part;
  return text;
}

const policy = (condition: object) =>
  JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Action: "s3:GetObject", Resource: "*", Condition: condition }],
  });
const [before, after] = [{ Bool: { "aws:SecureTransport": "true" } }, { StringLike: { "s3:prefix": "a*" } }].map(
  policy,
);
const plans = [
  {
    root: "app",
    json: planOf([updated("aws_iam_role_policy.app", { role: "app", policy: before }, { policy: after })]),
  },
];

/** What a review says of the policy, by what AWS answers: with `status` and `body`. */
async function says(status: number, body: object): Promise<string[]> {
  answer = { status, body };
  const { signal } = new AbortController();
  const answers = await askAccessAnalyzer(questionsOf(plans), { signal, client });
  const { findings, notKnown } = review(plans, { environment: "prod", answers });
  return [
    ...findings.map(({ rule, severity, why }) => `${severity} ${rule}: ${why}`),
    ...notKnown.map(({ rule, attribute, by }) => `not known ${rule} ${attribute}: ${by.join()}`),
  ];
}

it("leaves open what it cannot tell without being asked to ask", () => {
  const { findings, notKnown } = review(plans, { environment: "prod" });
  expect({ findings, notKnown: notKnown.map(({ rule }) => rule) }).toEqual({
    findings: [],
    notKnown: ["widens-permissions"],
  });
});

it("asks with both policies as they are written, signed, once", async () => {
  expect(await says(200, { result: "PASS", message: "no new access", reasons: [] })).toEqual([]);
  expect(asked).toEqual([
    {
      method: "POST",
      url: "/policy/check-no-new-access",
      signed: true,
      body: { existingPolicyDocument: before, newPolicyDocument: after, policyType: "IDENTITY_POLICY" },
    },
  ]);
});

it("finds new access, with AWS's reason", async () => {
  const reasons = [{ description: "New access in the statement with index: 0.", statementIndex: 0 }];
  expect(await says(200, { result: "FAIL", message: "new access", reasons })).toEqual([
    "medium widens-permissions: Access Analyzer says that it allows more than before. New access in the statement with index: 0.",
  ]);
});

it.each([
  [
    "refuses",
    403,
    { __type: "AccessDeniedException", message: "not authorized to perform access-analyzer:CheckNoNewAccess" },
  ],
  ["cannot read it", 422, { __type: "UnprocessableEntityException", message: "not authorized to perform x" }],
  ["answers otherwise", 200, { result: "PERHAPS", message: "not authorized to perform x" }],
])("leaves it open, and says why, where AWS %s", async (_, status, body) => {
  expect(await says(status, body)).toEqual([
    expect.stringMatching(/^not known widens-permissions policy: Access Analyzer: .*not authorized to perform/),
  ]);
});
