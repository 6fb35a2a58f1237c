import type { Command } from "../../terraform/process/command";
import list from "./commands.json";

/** Every command by name, loaded only when it is run: the AWS SDK alone takes half a second. */
export const commands: Readonly<Record<keyof typeof list, () => Promise<Command>>> = {
  setup: async () => (await import("../setup/cli")).setup,
  init: async () => (await import("../init/cli")).init,
  "local-aws": async () => (await import("../local-aws/cli")).localAws,
  list: async () => (await import("../list/cli")).list,
  settings: async () => (await import("../settings/cli")).settings,
  doctor: async () => (await import("../doctor/cli")).doctor,
  status: async () => (await import("../status/cli")).status,
  cost: async () => (await import("../cost/cli")).cost,
  diagram: async () => (await import("../diagram/cli")).diagram,
  synth: async () => (await import("../synth/cli")).synth,
  affected: async () => (await import("../affected/cli")).affected,
  review: async () => (await import("../review/cli")).reviewCommand,
  comment: async () => (await import("../comment/cli")).commentCommand,
  update: async () => (await import("../update/cli")).update,
  test: async () => (await import("../check/cli")).test,
  bootstrap: async () => (await import("../bootstrap/cli")).bootstrapCommand,
  apply: async () => (await import("../apply/cli")).applyCommand,
  reviewed: async () => (await import("../reviewed/cli")).reviewedCommand,
  database: async () => (await import("../database/cli")).database,
  drift: async () => (await import("../drift/cli")).drift,
  cdktf: async () => (await import("../cdktf/cli")).cdktf,
  fence: async () => (await import("../fence/fence")).fence,
  open: async () => (await import("../fence/open")).open,
  drill: async () => (await import("../../dr/cli")).drill,
  "clean-up": async () => (await import("../../dr/clean-up/cli")).cleanUpCommand,
  history: async () => (await import("../../dr/history/cli")).history,
  modules: async () => (await import("../modules/cli")).modules,
  prices: async () => (await import("../prices/cli")).prices,
  measure: async () => (await import("../measure/cli")).measure,
  lane: async () => (await import("../lanes/cli")).lane,
  "role-needs": async () => (await import("../role-needs/cli")).roleNeeds,
  "needed-fixes": async () => (await import("../needed-fixes/cli")).neededFixesCommand,
};

/** All of them, for what is written about them. */
export const everyCommand = (): Promise<Command[]> => Promise.all(Object.values(commands).map((load) => load()));

/** The shape of the report that a drill writes. */
export const reportShape = async () => (await import("../../dr/report/schema")).reportSchema;

/** Every command with the group that it is listed in, in the order of the list, and what is set up for it. */
export const listed: readonly { readonly name: string; readonly group: string; readonly needs: string }[] =
  Object.entries(list).map(([name, its]) => ({ name, ...its }));
