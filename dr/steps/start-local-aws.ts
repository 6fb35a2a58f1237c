import { startLocalAws } from "../../tools/local-aws/local-aws";
import { step } from "../step";
import { useGate } from "../use-gate";

export const startLocalAwsStep = step({
  title: "Start the local AWS",
  about: "Starts the local AWS and the gate in front of it, and gives the later steps their AWS clients.",
  needs: [],
  gives: ["gate", "childEnvironment", "aws"],
  prepares: true,
  run: async (drill, { signal, say }) => {
    const { where, environment } = drill.settings;
    const given = where.kind === "endpoint" ? { endpoint: where.endpoint } : { account: environment.account };
    const local = await startLocalAws({ signal, ...given });
    useGate(drill, local);
    say(local.endpoint);
  },
  undo: {
    title: "Stop the local AWS",
    run: async (drill) => drill.found.gate?.stop(),
  },
});
