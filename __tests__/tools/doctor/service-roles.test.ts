import { GetPolicyCommand, IAMClient } from "@aws-sdk/client-iam";
import { environments } from "../../../regions/environments";
import { serviceRoleFindings } from "../../../tools/doctor/service-roles";

const [mine] = environments;
if (!mine) throw new Error("There is no environment.");
const named = {
  ...mine,
  regions: mine.regions.map((region) =>
    region.role === "global"
      ? { ...region, account: { ...region.account, existingServiceRoles: ["rds.amazonaws.com" as const] } }
      : region,
  ),
};

/** IAM of an account with these roles, where the account tier is deployed or not. */
function iamWith(roles: readonly string[], { deployed = false, denied = false } = {}): IAMClient {
  const iam = new IAMClient({ region: "us-east-1" });
  iam.send = async (command: object) => {
    if (denied) throw Object.assign(new Error("not allowed"), { name: "AccessDenied" });
    if (!(command instanceof GetPolicyCommand)) return { Roles: roles.map((RoleName) => ({ RoleName })) };
    if (!deployed) throw Object.assign(new Error("none"), { name: "NoSuchEntityException" });
    return {};
  };
  return iam;
}
it.each([
  ["finds none in the way of a new account", mine, iamWith([]), "ok"],
  ["finds one that the first apply would make again", mine, iamWith(["AWSServiceRoleForRDS"]), "wrong"],
  ["is content with one that the region file names", named, iamWith(["AWSServiceRoleForRDS"]), "ok"],
  [
    "looks at none where the account tier has made them",
    mine,
    iamWith(["AWSServiceRoleForRDS"], { deployed: true }),
    "ok",
  ],
  ["does not know what it may not ask", mine, iamWith([], { denied: true }), "not known"],
] as const)("%s", async (_, environment, iam, is) => {
  const findings = await serviceRoleFindings(environment, iam);
  expect(findings.map((finding) => finding.is)).toEqual([is]);
});

it("says which setting to write", async () => {
  const iam = iamWith(["AWSServiceRoleForRDS", "AWSServiceRoleForAutoScaling", "AWSServiceRoleForSupport"]);
  const [finding] = await serviceRoleFindings(mine, iam);
  expect(finding?.wayOut).toContain('["autoscaling.amazonaws.com","rds.amazonaws.com"]');
});
