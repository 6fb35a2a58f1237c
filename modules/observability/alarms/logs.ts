import type { Alarm } from "../alarm";

/** What the archive promises: a log is in it soon. The stream delivers every five minutes. */
export const logAlarms = ({ archiveStreamName }: { readonly archiveStreamName: string }): Alarm[] => [
  {
    id: "archive-late",
    description:
      "Logs wait for the archive for more than a quarter of an hour: the stream cannot deliver. Look at its role, the archive's key and its bucket.",
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
