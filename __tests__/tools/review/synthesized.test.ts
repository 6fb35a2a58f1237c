import { comment } from "../../../tools/review/comment/comment";
import { reviewSynthesized } from "../../../tools/review/synthesized/review-synthesized";
import { type SmallRoot, smallApp } from "../affected/small-app";

const app = (root: SmallRoot): string => smallApp({ "dev/eu-west-1/web": root });
const reviewed = (before: SmallRoot, after: SmallRoot) => reviewSynthesized(app(before), app(after));

const group = (ingress: object, rest: object = {}): SmallRoot => ({
  resource: { aws_security_group: { servers: { ingress, ...rest } } },
});
const port = (from: number, cidr_blocks: string[]) => ({
  ...{ from_port: from, to_port: from, protocol: "tcp", cidr_blocks },
});

it("finds what is risky about a value that is written, without a plan", () => {
  const { findings, plans, synthesized } = reviewed(group(port(443, ["10.0.0.0/16"])), group(port(22, ["0.0.0.0/0"])));
  expect(synthesized).toBe(true);
  expect(plans.map(({ root, changes }) => [root, changes.map(({ fate }) => fate)])).toEqual([
    ["dev-eu-west-1-web", ["update"]],
  ]);
  expect(findings).toEqual([
    expect.objectContaining({ rule: "opens-to-the-internet", address: "module.web.aws_security_group.servers" }),
  ]);
});

it("reckons what a module is called with", () => {
  const resource = { aws_db_instance: { orders: { backup_retention_period: "${var.days}" } } };
  const { findings } = reviewed({ resource, given: { days: 35 } }, { resource, given: { days: 1 } });
  expect(findings).toEqual([expect.objectContaining({ rule: "shortens-backups" })]);
});

it("does not know what refers to something that is written in another way", () => {
  const policy = (document: string): SmallRoot => ({
    resource: { aws_iam_policy: { it: { policy: `\${data.aws_iam_policy_document.${document}.json}` } } },
  });
  const { findings, notKnown } = reviewed(policy("narrow"), policy("wide"));
  expect(findings).toEqual([]);
  expect(notKnown).toContainEqual(
    expect.objectContaining({ address: "module.web.aws_iam_policy.it", attribute: "policy" }),
  );
});

it("does not know what refers to data that change, though it is written the same", () => {
  const document = (actions: string[]): SmallRoot => ({
    resource: { aws_iam_policy: { it: { policy: "${data.aws_iam_policy_document.it.json}" } } },
    data: { aws_iam_policy_document: { it: { statement: { actions } } } },
  });
  const { notKnown } = reviewed(document(["s3:GetObject"]), document(["s3:*"]));
  expect(notKnown).toContainEqual(expect.objectContaining({ attribute: "policy" }));
});

it("takes what refers to something, and is written the same, to stay", () => {
  const rest = { vpc_id: "${var.vpc_id}" };
  const { plans } = reviewed(group(port(443, ["10.0.0.0/16"]), rest), group(port(443, ["10.1.0.0/16"]), rest));
  expect(plans[0]?.changes[0]?.attributes.map(({ path, known }) => [path, known])).toEqual([
    ["ingress.cidr_blocks[]", true],
    ["ingress.cidr_blocks[]", true],
  ]);
});

it("says first that nothing was planned, and gives nothing that could be applied", () => {
  const review = reviewed(group(port(443, ["10.0.0.0/16"])), { resource: {} });
  expect(review.plans.map(({ digest, changes }) => [digest, changes[0]?.fate])).toEqual([[undefined, "destroy"]]);
  expect(comment(review)).toMatch(/^## Plan review: .*\n\n\*\*Never planned\.\*\* /);
});

it("finds nothing where nothing changes", () => {
  const same = group(port(22, ["0.0.0.0/0"]));
  expect(reviewed(same, same)).toMatchObject({ plans: [], findings: [], synthesized: true });
});

it("reviews the environment that is named, and says that others are affected", () => {
  const apps = [443, 22].map((from) => {
    const root = group(port(from, ["0.0.0.0/0"]));
    return smallApp({ "dev/eu-west-1/web": root, "prod/eu-west-1/web": root });
  });
  const rootsOf = (only?: string) => {
    const { plans, elsewhere } = reviewSynthesized(apps[0] ?? "", apps[1] ?? "", only);
    return { roots: plans.map(({ root }) => root), elsewhere };
  };
  expect(rootsOf()).toEqual({ roots: ["prod-eu-west-1-web", "dev-eu-west-1-web"], elsewhere: [] });
  expect(rootsOf("dev")).toEqual({ roots: ["dev-eu-west-1-web"], elsewhere: ["prod"] });
  expect(rootsOf("staging")).toEqual({ roots: [], elsewhere: ["prod", "dev"] });
});
