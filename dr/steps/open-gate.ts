import { randomBytes } from "node:crypto";
import { credentialsOnly, gatedEnvironment } from "../../terraform/process/environments";
import { openGate } from "../../tools/gate/gated-aws";
import { standing } from "../../tools/gate/upstream";
import { protectAll } from "../account/protect";
import { refuseUndrillable } from "../account/the-account";
import { step } from "../step";
import { useGate } from "../use-gate";

export const openGateStep = step({
  title: "Open the gate in front of AWS",
  about: "Opens the gate in front of AWS, through which every call goes, and gives the later steps their AWS clients.",
  needs: [],
  gives: ["gate", "childEnvironment", "aws"],
  prepares: true,
  run: async (drill, { say }) => {
    const { where, environment } = drill.settings;
    if (where.kind !== "account")
      throw new Error("The gate stands before AWS only where the drill works in an account.");
    refuseUndrillable(environment);
    const key = `GATE${randomBytes(8).toString("hex").toUpperCase()}`;
    const gate = await openGate(standing(where.upstream(key)), (url) => ({
      ...credentialsOnly(key),
      ...gatedEnvironment(url),
    }));
    useGate(drill, gate);
    protectAll(drill);
    say(`account ${environment.account}, by ${gate.endpoint}`);
  },
  undo: {
    title: "Close the gate",
    run: async (drill) => drill.found.gate?.stop(),
  },
});
