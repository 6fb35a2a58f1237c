import type { Alarm } from "../alarm";

/** What the archive promises: a log is in it soon. The stream delivers every five minutes. */
export const logAlarms = ({ archiveStreamName }: { readonly archiveStreamName: string }): Alarm[] => [
  {
    id: "archive-late",
    description:
      "Logs have waited for the archive for more than 15 minutes: the stream cannot deliver. Look at its role, and at the archive's key and bucket.",
    metrics: {
      age: {
        namespace: "AWS/Firehose",
        name: "DeliveryToS3.DataFreshness",
        dimensions: { DeliveryStreamName: archiveStreamName },
        stat: "Maximum",
      },
    },
    above: 900,
    evaluationPeriods: 15,
  },
];
