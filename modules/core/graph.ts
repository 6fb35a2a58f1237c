import type { Contract, Reads } from "./contract";

/** The tiers of each role that a region may have, by name. */
export type Roles = Readonly<Record<string, Readonly<Record<string, Contract>>>>;

/** What a tier reads of another one. */
export interface Reading {
  readonly from: Contract;
  readonly names: Readonly<Record<string, string>>;
  /** `always`; only where the region has that tier; or as a part of a list that each tier adds to. */
  readonly when: "always" | "there" | "each";
}

/**
 * Which tier reads which, and which must only stand before it.
 *
 * A contract that is declared wrong is refused at once: one that reads a tier which no region has, or none that it can
 * reach, or, over others, itself.
 */
export class Graph {
  /** Every tier, each after those that it reads and those that must stand before it. */
  readonly order: readonly Contract[];
  private readonly contracts: readonly Contract[];

  /** A lost region is rebuilt in one of the role `rebuiltIn`. */
  constructor(
    private readonly roles: Roles,
    private readonly rebuiltIn: string,
  ) {
    this.contracts = [...new Set(Object.values(roles).flatMap((tiers) => Object.values(tiers)))];
    const problems = this.contracts.flatMap((contract) => this.problems(contract));
    if (problems.length > 0) throw new Error(problems.join("\n"));
    this.order = this.sorted();
  }

  /** What a tier reads, tier by tier. */
  readings({ name, scope, reads = [] }: Contract): Reading[] {
    return reads.flatMap((one): Reading[] => {
      const { from, names, optional } = one;
      if (from !== "every") return [{ from, names, when: optional ? "there" : "always" }];
      return this.contracts
        .filter((other) => other.scope === scope && other.name !== name && promises(other, one))
        .map((other) => ({ from: other, names, when: "each" }));
    });
  }

  /** The tiers that a tier reads, each once. */
  upstream = (contract: Contract): Contract[] => [...new Set(this.readings(contract).map(({ from }) => from))];

  /** The tiers that read a tier. */
  readers = (contract: Contract): Contract[] => this.contracts.filter((one) => this.upstream(one).includes(contract));

  private problems(contract: Contract): string[] {
    const { name, reads = [], after = [] } = contract;
    const nobody = reads.filter((one) => one.from === "every" && !this.contracts.some((other) => promises(other, one)));
    return [
      ...nobody.map(({ names }) => `${name} reads ${Object.values(names).join(", ")} of every tier, but none has it.`),
      ...after.filter((one) => !this.contracts.includes(one)).map((one) => `${name} is after ${one.name}, ${missing}`),
      ...this.readings(contract).flatMap((reading) => {
        const problem = this.problem(contract, reading);
        return problem === undefined ? [] : [`${name} reads ${reading.from.name}, ${problem}`];
      }),
    ];
  }

  private problem(contract: Contract, { from, when }: Reading): string | undefined {
    if (!this.contracts.includes(from)) return missing;
    if (from.optional && when === "always") return "which not every region has. Read it by readsIfThere().";
    if (from.scope === "global") return undefined;
    if (from.scope === "region" && contract.scope !== "region")
      return `which stands only where the shop runs; a tier of the scope "${contract.scope}" stands elsewhere, too.`;
    const recovered = from.scope === "account" && contract.scope === "region" ? [this.rebuiltIn] : [];
    const places = [...this.rolesOf(contract), ...recovered];
    if (when === "there" && places.some((role) => this.has(role, from))) return undefined;
    const lacking = places.filter((role) => !this.has(role, from));
    return lacking.length > 0 ? `which a region of the role ${quoted(lacking)} does not have.` : undefined;
  }

  private readonly rolesOf = (contract: Contract): string[] =>
    Object.keys(this.roles).filter((role) => this.has(role, contract));

  private readonly has = (role: string, contract: Contract): boolean =>
    Object.values(this.roles[role] ?? {}).includes(contract);

  private sorted(): Contract[] {
    const sorted = new Set<Contract>();
    const visit = (contract: Contract, path: readonly Contract[]): void => {
      if (path.includes(contract)) {
        const cycle = [...path.slice(path.indexOf(contract)), contract].map(({ name }) => name).join(" -> ");
        throw new Error(`Tiers wait for each other: ${cycle}. Let one of them read less.`);
      }
      if (sorted.has(contract)) return;
      for (const before of [...this.upstream(contract), ...(contract.after ?? [])]) visit(before, [...path, contract]);
      sorted.add(contract);
    };
    for (const contract of this.contracts) visit(contract, []);
    return [...sorted];
  }
}

const missing = "which no region has. Add it to the tiers of a role in regions/wiring/tiers.ts.";

const promises = ({ outputs }: Contract, { names }: Reads): boolean =>
  Object.values(names).every((output) => output in outputs.shape);

const quoted = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(", ");
