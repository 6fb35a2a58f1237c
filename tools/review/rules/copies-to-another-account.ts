import { flows, flowsOf } from "../read/flows";
import { finding, ok, type Rule, type Verdict } from "./rule";

const wayOut = "Copy it to an account of your own organisation, under a key that you keep.";

/** What is in another account, others decide over. */
export const copiesToAnotherAccount: Rule = {
  id: "copies-to-another-account",
  about: "Data is copied or sent to another account.",
  severities: ["high"],
  cannotSee: "Whether the account is one of your own, and where it goes by a plan that changes nothing that is there.",
  wayOut,
  mayBeUnknown: false,
  types: Object.keys(flows),
  check: (change, around): Verdict | Verdict[] => {
    const { before, after } = flowsOf(change, around);
    const own = around.accounts;
    return after.map(({ to, account, path }): Verdict => {
      // A plan that only makes does not say which account it is for.
      if (account === undefined || own.size === 0 || own.has(account)) return ok;
      if (before.some((one) => one.to === to)) return ok;
      return finding({
        severity: "high",
        attribute: path.join("."),
        why: `Data goes to the account ${account}.`,
        wayOut,
      });
    });
  },
};
