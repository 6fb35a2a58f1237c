import { readFileSync } from "node:fs";
import { join } from "node:path";
import { filesIn } from "../../terraform/files-in";
import type { Check } from "../check";
import { evidence } from "../controls";
import { passwordIn, secretStrings } from "../lookup/secrets";
import type { RecoveredRegion } from "./view";

/** No log of the drill has a secret of the shop in it: whoever may read the report reads the logs beside it. */
export const keepSecretsOutOfLogs: Check<RecoveredRegion> = {
  id: "keep-secrets-out-of-logs",
  title: "No log of the drill has a secret of the shop in it",
  question: "private",
  controls: evidence.protection,
  async ask({ aws, namePrefix, originPrefix, logFolder }) {
    const found = await Promise.all([originPrefix, namePrefix].map((prefix) => secretStrings(aws, prefix)));
    const secrets = new Map(found.flatMap((some) => [...some]));
    const logs = filesIn(logFolder);
    return {
      seen: `${secrets.size} secrets, ${logs.length} logs`,
      problems: [
        ...(secrets.size === 0 ? [`${aws.region} has no secret (${originPrefix}…)`] : []),
        ...(logs.length === 0 ? [`${logFolder} has no log`] : []),
        ...logs.flatMap((log) => {
          const text = readFileSync(join(logFolder, log), "utf8");
          const shown = [...secrets].filter(([, secret]) => text.includes(passwordIn(secret)));
          return shown.map(([name]) => `${log} shows what is in the secret ${name}`);
        }),
      ],
    };
  },
};
