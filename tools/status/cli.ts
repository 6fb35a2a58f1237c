import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import pLimit from "p-limit";
import { z } from "zod";
import type { Environment } from "../../regions/schema/environment";
import { placeInKey } from "../../regions/wiring/location";
import { wavesOf } from "../../terraform/order";
import { columns } from "../../terraform/process/columns";
import { command } from "../../terraform/process/command";
import { readRoots } from "../../terraform/synthesized";
import { callersAws } from "../bootstrap/caller";
import { callersS3, onceEach } from "../bootstrap/callers-s3";
import { environmentOfCaller } from "../bootstrap/environment-of-caller";
import { currentSynth } from "../current-synth";
import { type RootStatus, rootStatus, type StateStore, statusOf } from "./root-status";

const result = z.object({
  environment: z.string(),
  account: z.string(),
  aws: z.string().describe("Which AWS was asked."),
  roots: z.array(rootStatus).describe("In the order of deploying."),
});

export const status = command({
  name: "status",
  about: "Shows what is deployed, according to the states, and who holds locks.",
  details: "It only reads, with your credentials. It does not compare states with AWS; a plan does.",
  options: (program) =>
    program.argument(
      "[environment]",
      "one of regions/environments.ts (default: the one that your credentials belong to)",
    ),
  examples: [
    ["status", "the environment of your credentials"],
    ["status prod --json", "the status of prod, for a script"],
  ],
  exitCodes: { 0: "every state was read", 1: "a state or lock could not be read" },
  result,
  text: ({ environment, account, aws, roots }) => `${environment} (account ${account}, ${aws})\n\n${text(roots)}`,
  run: async (_, { args, show }) => {
    const environment = await environmentOfCaller(args[0]);
    const all = readRoots(await currentSynth());
    const waves = wavesOf(all);
    const roots = all
      .filter(({ backend }) => placeInKey(backend?.key ?? "").environment === environment.name)
      .sort((one, other) => (waves.get(one.id) ?? 0) - (waves.get(other.id) ?? 0) || one.id.localeCompare(other.id));
    const atOnce = pLimit(8);
    const store = callersStore(environment);
    const found = await Promise.all(roots.map((root) => atOnce(() => statusOf(root, store))));
    show({ environment: environment.name, account: environment.account, aws: callersAws(), roots: found });
    return found.some(({ is, lockReason }) => is === "unknown" || lockReason !== null) ? 1 : 0;
  },
});

/** The AWS of the caller's environment, a client for each region. */
const callersStore = ({ account }: Environment): StateStore => ({
  s3: callersS3(account),
  dynamodb: onceEach((region) => new DynamoDBClient({ region })),
});

function text(roots: readonly RootStatus[]): string {
  const rows = roots.map(({ id, is, resources, serial, writtenAt, commit, ...lock }) => [
    id,
    is,
    ...[resources, serial, writtenAt?.replace(/\.\d+Z$/, "Z")].map((value) => String(value ?? "-")),
    lockText(lock),
    commit ?? (is === "deployed" ? "not recorded" : "-"),
  ]);
  const reasons = roots.flatMap(({ id, is, reason, lockReason }) => [
    ...(is === "unknown" ? [`${id}: ${reason}`] : []),
    ...(lockReason === null ? [] : [`${id}: its lock cannot be read: ${lockReason}`]),
  ]);
  return [
    columns([["ROOT", "STATE", "RESOURCES", "SERIAL", "WRITTEN", "LOCKED BY", "COMMIT"], ...rows]),
    ...(reasons.length > 0 ? ["", ...reasons] : []),
  ].join("\n");
}

const lockText = ({ lock, lockReason }: Pick<RootStatus, "lock" | "lockReason">): string => {
  if (lockReason !== null) return "unknown";
  return lock ? `${lock.who} since ${lock.since.replace(/\.\d+Z$/, "Z")} (${lock.operation})` : "-";
};
