import { defineExceptions, type Exceptions, type Finding, judge } from "../../../tools/checkov/exception";
import { exceptions, exceptionsOfAlternatives } from "../../../tools/checkov/exceptions";
import { refusal } from "../../support/refusal";

const today = new Date("2027-01-15");
const finding: Finding = { check: "CKV_AWS_18", resource: "module.logs.aws_s3_bucket.access_logs", says: "log" };
const said: Exceptions = {
  checks: ["CKV_AWS_18"],
  resources: ["module.logs.aws_s3_bucket.access_logs"],
  reason: "A bucket of access logs cannot log itself.",
  until: "2027-06-30",
};
const exception = { check: "CKV_AWS_18", resource: "module.logs.aws_s3_bucket.access_logs", until: "2027-06-30" };

it("lets a finding pass that is excepted", () => {
  expect(judge([finding], [exception], today)).toEqual([]);
});

it("excepts each resource from each check that is named with one reason, and no other", () => {
  const checks = ["CKV_AWS_18", "CKV_AWS_145"];
  const resources = ["module.logs.aws_s3_bucket.access_logs", "module.audit.aws_s3_bucket.access_logs"];
  const taken = defineExceptions([{ ...said, checks, resources }]);
  expect(taken.map(({ check, resource }) => `${check} ${resource}`)).toEqual(
    checks.flatMap((check) => resources.map((resource) => `${check} ${resource}`)),
  );
});

it("fails a finding without an exception, or with one for another check or resource", () => {
  const says = expect.stringContaining("CKV_AWS_18 fails for module.logs.aws_s3_bucket.access_logs: log");
  expect(judge([finding], [], today)).toEqual([says]);
  expect(judge([finding], [{ ...exception, check: "CKV_AWS_19" }], today)).toContainEqual(says);
  expect(judge([finding], [{ ...exception, resource: "module.logs.aws_s3_bucket.access" }], today)).toContainEqual(
    says,
  );
});

it("keeps what only alternatives have apart", () => {
  const alternatives = ["module.files.aws_s3_bucket.files_bucket"];
  const declared = [{ ...said, alternatives }];
  expect(defineExceptions(declared).map(({ resource }) => resource)).toEqual(said.resources);
  expect(defineExceptions(declared, "alternatives").map(({ resource }) => resource)).toEqual(alternatives);
});

it("fails an exception on the day after its last one", () => {
  expect(judge([finding], [exception], new Date("2027-06-30T23:00:00Z"))).toEqual([]);
  expect(judge([finding], [exception], new Date("2027-07-01T00:00:00Z"))).toEqual([
    expect.stringContaining("has expired on 2027-06-30"),
  ]);
});

it("fails an exception that nothing needs", () => {
  expect(judge([], [exception], today)).toEqual([
    "Nothing needs the exception from CKV_AWS_18 for module.logs.aws_s3_bucket.access_logs. Remove it.",
  ]);
});

const refused: [string, Record<string, unknown>, string][] = [
  ["an unknown field", { ...said, owner: "us" }, '0: Unrecognized key: "owner"'],
  ["no reason", { ...said, reason: "" }, "0.reason: must say in a sentence why"],
  ["no day", { ...said, until: "some day" }, "0.until: must be the day, such as 2027-06-30"],
  ["no resource", { ...said, resources: [] }, "0.resources: Too small"],
  ["neither resources nor alternatives", { ...said, resources: undefined }, "0: must name resources, or alternatives"],
  [
    "a pattern of resources",
    { ...said, resources: ["module.logs.aws_s3_bucket.*"] },
    "0.resources.0: must be the address of one resource",
  ],
  ["a check that is none", { ...said, checks: ["all"] }, "0.checks.0: must be the id of one of checkov's checks"],
];
it.each(refused)("refuses an exception with %s", (_, declared, message) => {
  expect(refusal(() => defineExceptions([declared as Exceptions]))).toContain(message);
});

it("gives no exception more than a year", () => {
  const year = new Date(Date.now() + 366 * 24 * 3600 * 1000);
  expect([...exceptions, ...exceptionsOfAlternatives].filter(({ until }) => new Date(until) > year)).toEqual([]);
});
