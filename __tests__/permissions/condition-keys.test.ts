import { workflows } from "../../modules/account/workflows/contract";
import { statements } from "../support/statements";
import { actionsLike, keysOf, type Statement, statementsOf } from "./actions";
import { golden } from "./policies";
import { everyModule, role, rolesOf } from "./roles";

const roles = [...rolesOf(everyModule), ...rolesOf(["dev/global/account"]).filter(([, id]) => id === "drill")];

/** What Lambda tells of every call that a function's code makes, whatever the service. */
const ofEveryCall = /^aws:(?!ResourceTag)|^lambda:SourceFunctionArn$/;

/** The keys, but for those of all services, that a statement compares, with each action that it does so for. */
async function compared({ Effect, Action = [], Condition = {} }: Statement): Promise<[action: string, key: string][]> {
  // A denial of what lacks a key holds wherever AWS tells none.
  const keys = Object.entries(Condition)
    .filter(([operator]) => Effect === "Allow" || operator !== "Null")
    .flatMap(([, one]) => Object.keys(one))
    .filter((key) => !ofEveryCall.test(key));
  if (keys.length === 0) return [];
  const actions = await Promise.all([Action].flat().map(actionsLike));
  return keys.flatMap((key) => actions.flat().map((action): [string, string] => [action, key]));
}

/** Keys of tags are known by their pattern. */
const known = (key: string) => key.replace(/^(aws:ResourceTag)\/.*$/, "$1/${TagKey}");

// Where AWS does not tell a key, no value equals it: the statement allows nothing, whatever a simulation is told.
it.each(roles)("%s %s: its conditions are on keys that AWS tells for their actions", async (tier, id) => {
  const pairs = await Promise.all(statementsOf(role(tier, id).policies).map(compared));
  const untold = await Promise.all(
    pairs
      .flat()
      .map(async ([action, key]) => ((await keysOf(action)).includes(known(key)) ? [] : [`${action} knows no ${key}`])),
  );
  expect(untold.flat()).toEqual([]);
});

it.each(roles)("%s %s: every action that it names is one of AWS's", async (tier, id) => {
  const named = statementsOf(role(tier, id).policies).flatMap(({ Action = [] }) => Action);
  await expect(Promise.all(named.map(actionsLike))).resolves.toHaveLength(named.length);
});

// Of audience and subject AWS says that it has them of every provider; each other claim is one that it knows of GitHub's.
it.each(workflows)("%s: its trust is on claims that AWS compares", async (workflow) => {
  const told = await keysOf("sts:AssumeRoleWithWebIdentity");
  const [trust] = statements(golden("dev/global/account"), `${workflow}_trust`);
  const claims: string[] = trust?.condition
    .map(({ variable }: { variable: string }) => variable)
    .filter((key: string) => !/:(aud|sub)$/.test(key));
  expect(claims.length).toBeGreaterThan(0);
  expect(claims.filter((key) => !told.includes(key))).toEqual([]);
});
