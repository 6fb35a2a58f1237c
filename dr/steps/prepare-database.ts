import { messageOf } from "../../terraform/failures";
import { callPreparation, NotPrepared } from "../../tools/database/call-preparation";
import { step } from "../step";

export const prepareDatabase = step({
  title: "Prepare the recovered database",
  about:
    "Calls the function of the recovered database tier, as `./shop database prepare` does: it makes what the snapshot was too old to have of the API's user, its IAM login, schema and owner. That it cannot be called is told by the check of the same.",
  needs: ["aws"],
  gives: [],
  run: async (drill, { say }) => {
    const { run, target, lost } = drill.settings;
    if (lost.database.engine === "replica") return say("a replica has what its primary has");
    try {
      const { made } = await callPreparation(drill.need("aws")(target.region).lambda, run);
      say(made.length === 0 ? "nothing was missing" : `made ${made.join("; ")}`);
    } catch (error) {
      // What it says itself is a failure. That nobody could ask it leaves open how the database is.
      if (error instanceof NotPrepared) throw error;
      say(`could not be called: ${messageOf(error)}`);
    }
  },
});
