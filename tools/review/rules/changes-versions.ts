import { coerce, lt, major } from "semver";
import type { Versions } from "../read/versions";
import { type EstateRule, type Found, finding } from "./rule";

type Change = Pick<Found, "severity" | "why" | "wayOut">;

/** What is made elsewhere runs with the credentials of whoever plans and applies. */
export const changesVersions: EstateRule = {
  id: "changes-versions",
  about: "Terraform, a provider or a module from elsewhere comes in another version, or from another place.",
  severities: ["high", "medium", "low"],
  cannotSee:
    "What the other version does differently: the plan shows some of it. It compares what two commits synthesize, so of a plan by itself it says nothing.",
  wayOut: "Read what it changes and who publishes it, and look for replacements in every plan of the review.",
  mayBeUnknown: false,
  checkEstate: ({ before, after }) => {
    const byWhy = new Map<string, { roots: string[]; change: Change }>();
    for (const [root, is] of after.versions) {
      const was = before.versions.get(root);
      for (const change of was ? differences(was, is) : []) {
        const found = byWhy.get(change.why) ?? { roots: [], change };
        found.roots.push(root);
        byWhy.set(change.why, found);
      }
    }
    return [...byWhy.values()].map(({ roots: [first = "", ...others], change: { why, ...change } }) => ({
      root: first,
      address: first,
      verdict: finding({
        ...change,
        why:
          others.length === 0 ? why : `${why} The same in ${others.length} more root${others.length === 1 ? "" : "s"}.`,
      }),
    }));
  },
  missedIn: () => undefined,
};

function differences(was: Versions, is: Versions): Change[] {
  const providers = [...is.providers].flatMap(([address, its]): Change[] => {
    const former = was.providers.get(address);
    // A root that had no lock file says nothing of what it ran with.
    if (!former) return was.providers.size === 0 ? [] : [comesIn(address, its.version)];
    if (former.version !== its.version) return [ofVersions(`The provider ${address}`, former.version, its.version)];
    const isSame = former.hashes.length === 0 || former.hashes.some((hash) => its.hashes.includes(hash));
    return isSame ? [] : [otherPackage(address, its.version)];
  });
  const modules = [...is.modules].flatMap(([name, its]): Change[] => {
    const former = was.modules.get(name);
    return former === its ? [] : [ofModule(name, former, its)];
  });
  return [
    ...providers,
    ...modules,
    ...(was.terraform === is.terraform ? [] : [ofTerraform(was.terraform, is.terraform)]),
  ];
}

const comesIn = (address: string, version: string): Change => ({
  severity: "medium",
  why: `The provider ${address} ${version} comes in: it runs with the credentials of whoever plans and applies.`,
  wayOut: "See who publishes it, and whether a provider that is there already does the same.",
});

const otherPackage = (address: string, version: string): Change => ({
  severity: "high",
  why: `The provider ${address} stays at ${version}, and none of its former hashes is locked any more: it is another package.`,
  wayOut:
    "Lock it anew from its registry (terraform providers lock), and compare the hashes with those that others have.",
});

function ofVersions(what: string, was: string, is: string): Change {
  const [from, to] = [coerce(was), coerce(is)];
  const words = `${what} goes from ${was} to ${is}`;
  if (from && to && lt(to, from))
    return {
      severity: "high",
      why: `${words}, an earlier one: it may not read a state that the later one has written.`,
      wayOut: "Stay at the later version, or restore the states from before it.",
    };
  const isMajor = !from || !to || major(from) !== major(to);
  return {
    severity: isMajor ? "medium" : "low",
    why: isMajor
      ? `${words}, another major version: names, defaults and what forces a replacement may differ.`
      : `${words}.`,
    wayOut: "Read what it changes in its change log, and look for replacements in every plan of this review.",
  };
}

function ofModule(name: string, was: string | undefined, is: string): Change {
  const [source, version] = is.split(", ");
  const [formerSource, formerVersion] = was?.split(", ") ?? [];
  if (source === formerSource && version && formerVersion)
    return ofVersions(`The module ${name}`, formerVersion, version);
  return {
    severity: "medium",
    why:
      was === undefined
        ? `The module ${name} comes in from ${is}.`
        : `The module ${name} comes from ${is} instead of ${was}.`,
    wayOut: "Read its code at exactly that version, and pin it to a version or a commit.",
  };
}

const ofTerraform = (was: string, is: string): Change => ({
  severity: "low",
  why: `Terraform has to be ${is || "of any version"} instead of ${was || "of any version"}.`,
  wayOut: "Everybody who plans or applies needs it, also by hand in an emergency: tell them before.",
});
