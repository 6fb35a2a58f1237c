// Whether IAM lets a role do what it asks, one question a line of standard input: "Allowed", or what denies it.
import { createInterface } from "node:readline";
import { runSimulation } from "@cloud-copilot/iam-simulate";

const named = (policy, index) => ({ name: `policy-${index}`, policy });

async function answer({ principal, account, action, resource, context, policies, boundary, of }) {
  const told = await runSimulation(
    {
      request: { principal, action, resource: { resource, accountId: account }, contextVariables: context },
      identityPolicies: policies.map(named),
      ...(boundary ? { permissionBoundaryPolicies: [named(boundary, 0)] } : {}),
      ...(of ? { resourcePolicy: of } : {}),
      serviceControlPolicies: [],
      resourceControlPolicies: [],
    },
    {},
  );
  if (told.resultType === "error") throw new Error(JSON.stringify(told.errors));
  return told.overallResult;
}

for await (const line of createInterface({ input: process.stdin })) console.log(await answer(JSON.parse(line)));
