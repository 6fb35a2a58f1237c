import { childEnvironment } from "../../tools/local-aws/child-environment";
import { startLocalAws } from "../../tools/local-aws/local-aws";
import { type Aws, connect } from "../aws";
import type { Step } from "../step";

/** Starts the local AWS and the gate before it, and gives every later step its clients. */
export const startLocalAwsStep: Step = {
  title: "Start the local AWS",
  run: async (drill, { signal, say }) => {
    const { endpoint, environment } = drill.settings;
    const local = await startLocalAws({ signal, ...(endpoint ? { endpoint } : { account: environment.account }) });
    const clients = new Map<string, Aws>();
    drill.found.gate = local;
    drill.found.childEnvironment = childEnvironment(local.environment);
    drill.found.aws = (region) => {
      const known = clients.get(region) ?? connect(local.environment, region);
      clients.set(region, known);
      return known;
    };
    say(local.endpoint);
  },
  undo: {
    title: "Stop the local AWS",
    run: async (drill) => drill.found.gate?.stop(),
  },
};
