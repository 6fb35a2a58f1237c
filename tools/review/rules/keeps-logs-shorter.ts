import { more } from "../guards/guard";
import { weakening } from "../guards/weakening";

const days = { unit: "days", enough: 0, endless: 0 };

/** Break-ins are noticed after months; by then the log must be there. */
export const keepsLogsShorter = weakening({
  id: "keeps-logs-shorter",
  about: "Logs or records of an account are kept for a shorter time.",
  cannotSee: "Copies of the log elsewhere, and lifecycle rules of the bucket that it is in, which are another rule's.",
  guards: {
    aws_cloudtrail_event_data_store: [
      more(["retention_period"], "Days that events are kept", { unit: "days", unsaid: 2_555, enough: 0 }),
    ],
    aws_cloudwatch_event_archive: [more(["retention_days"], "Days that events are kept", { ...days, unsaid: 0 })],
    aws_cloudwatch_log_group: [more(["retention_in_days"], "Days that the log is kept", { ...days, unsaid: 0 })],
    aws_config_retention_configuration: [
      more(["retention_period_in_days"], "Days that the configuration is kept", {
        unit: "days",
        unsaid: 2_557,
        enough: 0,
      }),
    ],
  },
  weaker: "medium",
  means: "What is found out later than that cannot be traced.",
  wayOut: "Keep at least a year of what tells who did what; what is old is cheap in another class.",
});
