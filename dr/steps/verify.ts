import { setTimeout as sleep } from "node:timers/promises";
import { originSecretPrefix } from "../../modules/dns/contract";
import { edgeContract } from "../../modules/edge/contract";
import { everywhere, regionPrefix, stackId } from "../../regions/wiring/location";
import { changes } from "../../terraform/plan";
import type { TerraformRoot, Variables } from "../../terraform/root";
import { ask, askPatiently, type Check, type Outcome, type Verdict } from "../check";
import { checks } from "../checks/all";
import type { RecoveredRegion } from "../checks/view";
import type { Drill } from "../drill";
import type { Item } from "../inventory/item";
import { added } from "../inventory/take";
import { compareInventories } from "../parity/compare";
import { declared } from "../parity/declared";
import { zoneNames } from "../recovered";
import { terraformRoot } from "../roots";
import type { At, Step } from "../step";
import { recoveryRoot, recoveryVariables } from "./recover";
import { everythingIn } from "./stand-up-source";

/** Milliseconds that AWS has, after the apply, for health checks to pass and alarms to see their first figures. */
const settlesWithin = 15 * 60_000;

/** Asks AWS whether what was recovered is the region that was lost; the recovery time ends when all of it is so. */
export const verify: Step = {
  title: "Verify the recovered region",
  run: async (drill, at) => {
    const outcomes: Outcome[] = [];
    const view = await recoveredRegion(drill, at);
    const patience = {
      until: Date.now() + (drill.settings.where.kind === "account" ? settlesWithin : 0),
      pause: () => sleep(15_000, undefined, { signal: at.signal }),
    };
    for (const check of checks) outcomes.push(tell(at, await askPatiently(check, view, patience)));
    for (const check of [emptyPlan(at), edgeAlone(at), parity]) outcomes.push(tell(at, await ask(check, drill)));
    drill.found.outcomes = outcomes;
    const failed = outcomes.filter(({ status }) => status !== "passed");
    if (failed.length > 0) {
      throw new Error(
        failed
          .map(({ title, status, problems }) =>
            [`${status}: ${title}`, ...problems.map((problem) => `  ${problem}`)].join("\n"),
          )
          .join("\n"),
      );
    }
    drill.found.verifiedAt = Date.now();
  },
};

const tell = ({ say }: At, outcome: Outcome): Outcome => {
  say(`${outcome.status}: ${outcome.title} (${outcome.seen})`);
  return outcome;
};

const emptyPlan = (at: At): Check<Drill> => ({
  title: "A second plan of the recovery is empty",
  ask: (drill) => planned(recoveryRoot(drill), at, recoveryVariables(drill)),
});

/** What leads customers to the recovered region was applied before the loss, and needs neither a change nor the lost region. */
const edgeAlone = (at: At): Check<Drill> => ({
  title: "A plan of the edge is empty, without the lost region",
  ask: async (drill) => {
    const { environment, lost } = drill.settings;
    const id = stackId(environment.name, everywhere, edgeContract.name);
    const since = Date.now();
    const { seen, problems } = await planned(
      terraformRoot(drill, drill.need("source").folder, id),
      at,
      {},
      { readOnly: true },
    );
    const calls = drill.need("gate").calls({ since });
    const toLost = calls.filter(({ region, refused }) => [region, refused?.region].includes(lost.name));
    return {
      seen: `${seen}, ${calls.length} calls, ${toLost.length} of them to ${lost.name}`,
      problems: [...problems, ...toLost.map(({ service, action }) => `${service} ${action} called ${lost.name}`)],
    };
  },
});

async function planned(
  root: TerraformRoot,
  { signal }: At,
  variables: Variables,
  how?: { readonly readOnly: boolean },
): Promise<Verdict> {
  const plan = await root.plan(signal, variables, how);
  if (!plan.changes) return { seen: "No changes", problems: [] };
  const found = changes(await root.show(signal, plan));
  return { seen: "changes", problems: found.length > 0 ? found : ["outputs change, or what no resource shows"] };
}

/** What AWS Backup makes by its schedule, which may run between two looks, says nothing about how a region is made. */
const isNoBackup = ({ type, id }: Item): boolean => type !== "recovery point" && !id.includes(":awsbackup:");

const parity: Check<Drill> = {
  title: "Source and recovery agree in types, counts and settings",
  ask: async (drill) => {
    const { run, environment, lost, target } = drill.settings;
    const { account } = environment;
    drill.found.recoveredItems = added(drill.need("targetBefore"), await everythingIn(drill, target.region));
    const result = compareInventories(
      drill.need("sourceItems").filter(isNoBackup),
      drill.need("recoveredItems").filter(isNoBackup),
      {
        source: {
          region: lost.name,
          namePrefix: regionPrefix(environment.name, lost.name),
          cidr: lost.network.cidr,
          zones: zoneNames(lost),
          account,
        },
        recovered: {
          region: target.region,
          namePrefix: run,
          cidr: target.cidr,
          zones: zoneNames({ ...lost, name: target.region }, target.zones),
          account,
        },
      },
      declared,
    );
    drill.found.parity = result;
    return {
      seen: `${result.compared} resources of ${Object.keys(result.types).length} types`,
      problems: result.differences.map(
        ({ type, name, setting, source, recovered }) =>
          `${type} ${name}: ${setting} is ${JSON.stringify(source)} in the source, ${JSON.stringify(recovered)} in the recovery`,
      ),
    };
  },
};

const recoveredRegion = async (drill: Drill, { signal }: At): Promise<RecoveredRegion> => {
  const { run, environment, lost, target } = drill.settings;
  return {
    aws: drill.need("aws")(target.region),
    awsIn: drill.need("aws"),
    namePrefix: run,
    zones: Object.values(zoneNames({ ...lost, name: target.region }, target.zones)),
    services: { api: lost.api, web: lost.web },
    database: lost.database,
    images: {
      repositories: lost.delivery.repositories,
      imageParameters: Object.keys(lost.delivery.machineImages),
    },
    snapshotArn: drill.need("snapshot").copyArn,
    domain: environment.domain,
    originPrefix: originSecretPrefix(regionPrefix(environment.name, everywhere)),
    calls: drill.need("gate").calls({ since: drill.need("lostAt") }),
    lost: { region: lost.name, traces: [lost.name, ...drill.need("sourceItems").map(({ id }) => id)] },
    plan: drill.need("recoveryPlan"),
    state: await recoveryRoot(drill).show(signal),
  };
};
