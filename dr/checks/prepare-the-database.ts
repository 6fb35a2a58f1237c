import { preparationName } from "../../modules/database/contract";
import { callPreparation, NotPrepared } from "../../tools/database/call-preparation";
import type { Check } from "../check";
import { evidence } from "../controls";
import type { RecoveredRegion } from "./view";

/** The function that prepares the database logs in to it, and finds all that the API needs: called once more, it makes nothing. */
export const prepareTheDatabase: Check<RecoveredRegion> = {
  id: "prepare-the-database",
  title: "The database lets its master user in, and has the API's user, IAM login and schema",
  question: "data",
  controls: evidence.recovery,
  async ask({ aws, namePrefix, database }) {
    if (database.engine === "replica") return { seen: "a replica, which has what its primary has", problems: [] };
    const name = preparationName(namePrefix);
    try {
      const { made } = await callPreparation(aws.lambda, namePrefix);
      return {
        seen: `${name} in ${aws.region}: ${made.length} missing`,
        problems: made.map((one) => `${name} had still to make: ${one}`),
      };
    } catch (error) {
      if (error instanceof NotPrepared) return { seen: `${name} in ${aws.region}`, problems: [error.message] };
      throw error;
    }
  },
};
