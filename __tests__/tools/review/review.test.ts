import { comment } from "../../../tools/review/comment/comment";
import { review } from "../../../tools/review/review";
import { refuseUnheeded } from "../../../tools/review/unheeded";

const database = "module.database.aws_rds_cluster.database";
const replaced = {
  resource_changes: [
    {
      address: database,
      type: "aws_rds_cluster",
      action_reason: "replace_because_cannot_update",
      change: {
        actions: ["delete", "create"],
        before: { engine: "aurora-postgresql", master_password: "swordfish" },
        after: { engine: "aurora-mysql", master_password: "swordfisherman" },
        before_sensitive: { master_password: true },
        after_sensitive: { master_password: true },
        replace_paths: [["engine"]],
      },
    },
  ],
};

it("says what is replaced, why, and what is lost by it", () => {
  const { plans, findings } = review([{ root: "prod-database", json: replaced }]);
  expect(plans[0]?.changes).toEqual([
    expect.objectContaining({
      address: database,
      fate: "replace",
      why: "AWS cannot change it in place: engine changes",
    }),
  ]);
  expect(findings).toEqual([
    expect.objectContaining({ rule: "destroys-data", severity: "critical", root: "prod-database", address: database }),
  ]);
});

it("tells that a secret has changed, and nothing of it", () => {
  const result = review([{ root: "prod-database", json: replaced }]);
  const password = result.plans[0]?.changes[0]?.attributes.find(({ path }) => path === "master_password");
  expect(password?.before).not.toEqual(password?.after);
  expect(JSON.stringify(result) + comment(result)).not.toContain("swordfish");
});

describe("what was opened outside of Terraform", () => {
  const address = "aws_security_group.servers";
  const ingress = (cidr: string) => ({
    ingress: [{ from_port: 22, to_port: 22, protocol: "tcp", cidr_blocks: [cidr] }],
  });
  const [closed, open] = [ingress("10.0.0.0/16"), ingress("0.0.0.0/0")];
  const found = (resource_changes: object[], rest: object = {}) =>
    review([
      {
        root: "web",
        json: {
          ...rest,
          resource_changes,
          resource_drift: [{ address, change: { actions: ["update"], before: closed, after: open } }],
        },
      },
    ]).findings.map(({ rule, why, wayOut }) => `${rule}: ${why} ${wayOut}`);

  it("is a risk, and nothing takes it back where the plan leaves it", () => {
    expect(found([])).toEqual([
      expect.stringMatching(/^opens-to-the-internet: Changed outside of Terraform: .* Nothing here takes it back/),
    ]);
  });

  it("is none where the attribute is left to another resource of the code", () => {
    const resource = { address, expressions: { name: { constant_value: "servers" } } };
    expect(found([], { configuration: { root_module: { resources: [resource] } } })).toEqual([]);
  });

  it("is a risk that the plan takes back", () => {
    expect(found([{ address, change: { actions: ["update"], before: open, after: closed } }])).toEqual([
      expect.stringMatching(/ This plan takes it back\. Find out who did it/),
    ]);
  });
});

it("refuses what is no plan", () => {
  expect(() => review([{ root: "state.json", json: { version: 4, resources: [] } }])).toThrow(
    "state.json is no plan. Write it with: terraform show -json FILE.tfplan",
  );
});

it.each([
  [{ plan: ["a.json"] }, "prod", '"prod": --plan reviews the plans that it is given'],
  [{ plan: ["a.json"], since: "main" }, undefined, "--since main: plans are compared with no commit"],
  [{ exceptions: "a.json" }, undefined, "--exceptions goes with --plan."],
  [{ exceptionsBefore: "a.json" }, "prod", "--exceptions goes with --plan."],
  [{ plan: ["a.json"], exceptionsBefore: "a.json" }, undefined, "--exceptions-before: there is nothing"],
])("fails for what it would not heed: %j of %s", (call, environment, why) => {
  expect(() => refuseUnheeded(call, environment)).toThrow(why);
});

it.each([
  [{ plan: ["a.json"], exceptions: "b.json", exceptionsBefore: "c.json" }, undefined],
  [{ since: "main" }, "prod"],
])("heeds what goes together: %j of %s", (call, environment) => {
  expect(() => refuseUnheeded(call, environment)).not.toThrow();
});
