import { z } from "zod";
import type { Contract } from "../../../modules/core/contract";
import { Graph } from "../../../modules/core/graph";
import { readAll } from "../../../modules/core/read-all";
import { reads, readsAs, readsEvery, readsIfThere } from "../../../modules/core/reads";

const outputs = z.object({
  arn: z.string().describe("ARN."),
  logGroupNames: z.array(z.string()).describe("Log groups."),
});
const tier = (name: string, more: Partial<Contract> = {}) => ({
  name,
  summary: "One of some.",
  scope: "region" as Contract["scope"],
  shape: z.object({}),
  settings: z.object({}),
  needs: z.object({}),
  ...more,
  outputs: (more.outputs ?? outputs) as typeof outputs,
});
const silent = { outputs: z.object({}) };

/** The graph of tiers that every live region has, and of what a standby has. */
const graphOf = (live: readonly Contract[], standby: readonly Contract[] = []) => {
  const byName = (tiers: readonly Contract[]) => Object.fromEntries(tiers.map((one) => [one.name, one]));
  return new Graph({ live: byName(live), standby: byName(standby) }, "standby");
};
const names = (contracts: readonly Contract[]) => contracts.map(({ name }) => name);

describe("what tiers read", () => {
  const keys = tier("keys");
  const net = tier("net", { reads: [reads(keys, "arn")] });
  const extra = tier("extra", { optional: true, reads: [readsAs(net, { netArn: "arn" })] });
  const shop = tier("shop", { ...silent, reads: [readsIfThere(extra, { extraArn: "arn" })], after: [keys] });
  const archive = tier("archive", { ...silent, reads: [reads(keys, "arn"), readsEvery("logGroupNames", "Logs.")] });
  const graph = graphOf([archive, shop, extra, net, keys]);

  it("orders them, each after all that it reads or comes after", () => {
    expect(names(graph.order)).toEqual(["keys", "net", "extra", "archive", "shop"]);
  });

  it("says who reads whom, each once", () => {
    expect(names(graph.upstream(archive)).sort()).toEqual(["extra", "keys", "net"]);
    expect(names(graph.readers(keys)).sort()).toEqual(["archive", "net"]);
  });

  it("is given by the reader's own names, null for what is not there, and a list of all that are", () => {
    const outputsOf = ({ name }: Contract) =>
      name === "extra" ? undefined : { arn: `${name}'s`, logGroupNames: [`${name}/log`] };
    expect(readAll(graph.readings(shop), outputsOf)).toEqual({ extraArn: null });
    expect(readAll(graph.readings(extra), outputsOf)).toEqual({ netArn: "net's" });
    const { arn, logGroupNames } = readAll(graph.readings(archive), outputsOf);
    expect(arn).toBe("keys's");
    expect(JSON.stringify(logGroupNames)).not.toContain("extra");
  });

  it("fails where the wiring forgets a tier that is read", () => {
    expect(() => readAll(graph.readings(net), () => undefined)).toThrow(
      "keys is read, but not placed. Place it in regions/wiring/wire-*.ts.",
    );
  });
});

describe("a contract is refused", () => {
  const account = (name: string, more: Partial<Contract> = {}) => tier(name, { scope: "account", ...more });

  it("that reads a tier which no region has, or comes after one", () => {
    const lost = tier("lost");
    expect(() => graphOf([tier("shop", { reads: [reads(lost, "arn")], after: [lost] })])).toThrow(
      [
        "shop is after lost, which no region has. Add it to the tiers of a role in regions/wiring/tiers.ts.",
        "shop reads lost, which no region has. Add it to the tiers of a role in regions/wiring/tiers.ts.",
      ].join("\n"),
    );
  });

  it("that reads of every tier what none has", () => {
    expect(() => graphOf([tier("archive", { ...silent, reads: [readsEvery("logNames", "Logs.")] })])).toThrow(
      "archive reads logNames of every tier, but none has it.",
    );
  });

  it("that always reads a tier which not every region has", () => {
    const extra = tier("extra", { optional: true });
    expect(() => graphOf([extra, tier("shop", { reads: [reads(extra, "arn")] })])).toThrow(
      "shop reads extra, which not every region has. Read it by readsIfThere().",
    );
  });

  it.each(["account", "global"] as const)("of the scope %s that reads a tier of one region", (scope) => {
    const net = tier("net");
    expect(() => graphOf([net, tier("shop", { scope, reads: [reads(net, "arn")] })])).toThrow(
      `shop reads net, which stands only where the shop runs; a tier of the scope "${scope}" stands elsewhere, too.`,
    );
  });

  it("that reads a tier which another role has, and its own does not", () => {
    const vault = account("vault");
    const reader = account("reader", { reads: [reads(vault, "arn")] });
    expect(() => graphOf([vault], [vault, reader])).not.toThrow();
    expect(() => graphOf([reader], [vault])).toThrow('reader reads vault, which a region of the role "live" does not');
  });

  it("that reads a tier which is not there when a region is rebuilt in another", () => {
    const vault = account("vault");
    const shop = tier("shop", { reads: [reads(vault, "arn")] });
    expect(() => graphOf([vault, shop], [vault])).not.toThrow();
    expect(() => graphOf([vault, shop])).toThrow(
      'shop reads vault, which a region of the role "standby" does not have.',
    );
  });

  it("that reads, where it is there, an account's tier that neither its own role nor a target has", () => {
    const vault = account("vault");
    const shop = tier("shop", { reads: [readsIfThere(vault, { vaultArn: "arn" })] });
    expect(() => graphOf([shop], [vault])).not.toThrow();
    const elsewhere = { live: { shop }, standby: {}, state: { vault } };
    expect(() => new Graph(elsewhere, "standby")).toThrow(
      'shop reads vault, which a region of the role "live", "standby" does not have.',
    );
  });

  it("that reads itself over others", () => {
    const archive: Contract = tier("archive", { ...silent, reads: [readsEvery("logGroupNames", "Logs.")] });
    const shop = tier("shop", { after: [archive] });
    expect(() => graphOf([archive, shop])).toThrow(
      "Tiers wait for each other: archive -> shop -> archive. Let one of them read less.",
    );
  });
});
