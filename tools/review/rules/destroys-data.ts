import { ok, type Rule } from "./rule";
import { holdsData } from "./stateful";

/** Destroying or replacing what holds data loses that data. */
export const destroysData: Rule = {
  id: "destroys-data",
  about: "Something that holds data is destroyed or replaced.",
  check: ({ type, fate, address }) => {
    const what = holdsData[type];
    if (what === undefined || (fate !== "destroy" && fate !== "replace")) return ok;
    return {
      is: "finding",
      severity: "critical",
      why: `${what} ${address} is ${fate === "replace" ? "deleted and made anew, empty" : "deleted"}: what is in it is gone.`,
      wayOut:
        fate === "replace"
          ? "Change what forces the replacement back, or restore the data into the new one and switch over first."
          : "Keep it, or save its data first and say in the pull request where.",
    };
  },
};
