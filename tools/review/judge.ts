import { rules } from "./rules/all";
import type { Surroundings, Verdict } from "./rules/rule";

/** What a rule has found about a resource. */
export interface Judged {
  readonly rule: string;
  readonly root: string;
  readonly address: string;
  readonly verdict: Exclude<Verdict, { is: "ok" }>;
}

/** What all rules say about a plan; what is well is left out. */
export const judge = (surroundings: Surroundings): Judged[] =>
  surroundings.changes.flatMap((change) =>
    rules
      .filter(({ types }) => types === undefined || types.includes(change.type))
      .flatMap((rule) =>
        [rule.check(change, surroundings)]
          .flat()
          .flatMap((verdict: Verdict) =>
            verdict.is === "ok" ? [] : [{ rule: rule.id, root: surroundings.root, address: change.address, verdict }],
          ),
      ),
  );
