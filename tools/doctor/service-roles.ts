import type { IAMClient } from "@aws-sdk/client-iam";
import { GetPolicyCommand, paginateListRoles } from "@aws-sdk/client-iam";
import { serviceLinkedRoles } from "../../modules/account/linked-services/contract";
import { boundaryName } from "../../modules/core/names";
import { type Environment, globalRegionOf } from "../../regions/schema/environment";
import { asking } from "./asking";
import { type Finding, of } from "./finding";

const { ok, wrong } = of("account");

const asked = { what: "which service-linked roles the account has", actions: "iam:GetPolicy and iam:ListRoles" };

/** Service-linked roles that the account has, and that its first apply would try to make. */
export const serviceRoleFindings = (environment: Environment, iam: IAMClient): Promise<Finding[]> =>
  asking(asked, async () => {
    if (await deployed(iam, environment.account)) return [ok("the account tier has its service-linked roles")];
    const there = new Set<string>();
    for await (const { Roles = [] } of paginateListRoles({ client: iam }, { PathPrefix: "/aws-service-role/" }))
      for (const { RoleName = "" } of Roles) there.add(RoleName);
    const { existingServiceRoles } = globalRegionOf(environment).account;
    const inTheWay = Object.entries(serviceLinkedRoles)
      .filter(([, [, name]]) => there.has(name))
      .map(([service]) => service)
      .filter((service) => !existingServiceRoles.some((one) => one === service));
    if (inTheWay.length === 0) return [ok("no service-linked role is in the way of the first apply")];
    return [
      wrong(
        `the account has the service-linked roles of ${inTheWay.join(", ")}, of which AWS refuses a second one`,
        `name them in account.existingServiceRoles: ${JSON.stringify([...existingServiceRoles, ...inTheWay])}`,
      ),
    ];
  });

/** Whether the account tier has been applied: it made the boundary of every role. */
async function deployed(iam: IAMClient, account: string): Promise<boolean> {
  try {
    await iam.send(new GetPolicyCommand({ PolicyArn: `arn:aws:iam::${account}:policy/${boundaryName}` }));
    return true;
  } catch (error) {
    if (error instanceof Error && /^NoSuchEntity/.test(error.name)) return false;
    throw error;
  }
}
