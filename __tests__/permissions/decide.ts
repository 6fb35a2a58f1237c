import { runSimulation } from "@cloud-copilot/iam-simulate";
import { type Policy, place, policy } from "../support/policy";
import { golden } from "./policies";

/** Who asks: a role of the platform, with what it is allowed by itself. */
export interface Asker {
  /** Its path and name, without the slash before them. */
  readonly role: string;
  readonly policies: readonly Policy[];
  /** Only the roles of workflows have none; or another boundary than prod's. */
  readonly bounded: boolean | Policy;
}

/** What is asked of AWS. */
export interface Request {
  readonly action: string;
  readonly resource: string;
  readonly context?: Readonly<Record<string, string | string[]>>;
  /** The policy of the key, the secret or whatever else is asked for. */
  readonly of?: Policy;
}

const boundary = policy(golden("account"), "boundary_policy");

/** Whether AWS lets a role do it: identity policy, boundary and resource policy together. */
export async function allows({ role, policies, bounded }: Asker, { action, resource, context, of }: Request) {
  const named = (policy: Policy, index: number) => ({ name: `policy-${index}`, policy });
  const principal = `arn:aws:iam::${place.account}:role/${role}`;
  const answer = await runSimulation(
    {
      request: {
        principal,
        action,
        resource: { resource, accountId: place.account },
        contextVariables: {
          "aws:RequestedRegion": place.region,
          "aws:PrincipalArn": principal,
          "aws:PrincipalAccount": place.account,
          ...context,
        },
      },
      identityPolicies: policies.map(named),
      ...(bounded ? { permissionBoundaryPolicies: [bounded === true ? boundary : bounded].map(named) } : {}),
      ...(of ? { resourcePolicy: of } : {}),
      serviceControlPolicies: [],
      resourceControlPolicies: [],
    },
    {},
  );
  if (answer.resultType === "error") throw new Error(JSON.stringify(answer.errors));
  return answer.overallResult === "Allowed";
}
