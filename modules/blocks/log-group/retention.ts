import { z } from "zod";

/** The days that CloudWatch Logs can keep a log; never for ever. https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html */
const days = z.literal([
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
]);

/** The setting of a tier that has log groups. `what` are the logs in the plural. */
export const logRetentionDays = (what: string) => days.default(90).describe(`Days that ${what} are kept.`);
