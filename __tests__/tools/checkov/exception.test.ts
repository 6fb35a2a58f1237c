import { defineExceptions, type Exception, type Finding, judge } from "../../../tools/checkov/exception";
import { exceptions } from "../../../tools/checkov/exceptions";
import { refusal } from "../../support/refusal";

const today = new Date("2027-01-15");
const finding: Finding = { check: "CKV_AWS_18", resource: "module.logs.aws_s3_bucket.access_logs", says: "log" };
const exception: Exception = {
  check: "CKV_AWS_18",
  resource: "module.logs.aws_s3_bucket.access_logs",
  reason: "A bucket of access logs cannot log itself.",
  until: "2027-06-30",
};

it("lets a finding pass that is excepted, by its address or by a pattern of it", () => {
  expect(judge([finding], [exception], today)).toEqual([]);
  expect(judge([finding], [{ ...exception, resource: "module.*.aws_s3_bucket.*" }], today)).toEqual([]);
});

it("fails a finding without an exception, or with one for another check or resource", () => {
  const says = expect.stringContaining("CKV_AWS_18 fails for module.logs.aws_s3_bucket.access_logs: log");
  expect(judge([finding], [], today)).toEqual([says]);
  expect(judge([finding], [{ ...exception, check: "CKV_AWS_19" }], today)).toContainEqual(says);
  expect(judge([finding], [{ ...exception, resource: "module.logs.aws_s3_bucket.access" }], today)).toContainEqual(
    says,
  );
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
  ["an unknown field", { ...exception, owner: "us" }, '0: Unrecognized key: "owner"'],
  ["no reason", { ...exception, reason: "" }, "0.reason: must say in a sentence why"],
  ["no day", { ...exception, until: "some day" }, "0.until: must be the day, such as 2027-06-30"],
  ["every resource", { ...exception, resource: "*" }, "0.resource: must be an address in a module"],
  ["a check that is none", { ...exception, check: "all" }, "0.check: must be the id of one of checkov's checks"],
];
it.each(refused)("refuses an exception with %s", (_, declared, message) => {
  expect(refusal(() => defineExceptions([declared as Exception]))).toContain(message);
});

it("gives no exception more than a year", () => {
  const year = new Date(Date.now() + 366 * 24 * 3600 * 1000);
  expect(exceptions.filter(({ until }) => new Date(until) > year)).toEqual([]);
});
