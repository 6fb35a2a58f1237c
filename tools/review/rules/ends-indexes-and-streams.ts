import type { ResourceChange } from "../../../terraform/plan/resource-changes";
import { also } from "../guards/also";
import { on } from "../guards/guard";
import { weakening } from "../guards/weakening";
import { pairs } from "../read/pairs";
import { finding, type Rule, type Verdict } from "./rule";

const wayOut = "Keep it until nothing reads it: its metrics say how much is read.";

/** Programs ask an index by its name, and read a stream from where they were. */
export const endsIndexesAndStreams: Rule = also(
  weakening({
    id: "ends-indexes-and-streams",
    about: "An index or a stream of a table, or what reads a stream, is removed.",
    cannotSee: "Who reads them.",
    guards: { aws_dynamodb_table: [{ ...on(["stream_enabled"], "The stream of the table"), enough: 0 }] },
    apart: {
      aws_dynamodb_kinesis_streaming_destination: { what: "The stream of the table", of: "table_name" },
      aws_kinesis_stream_consumer: { what: "A reader of the stream", of: "stream_arn" },
    },
    weaker: "medium",
    means: "What reads it gets nothing any more, and what happens meanwhile is in no stream later.",
    wayOut,
  }),
  { aws_dynamodb_table: indexesOf },
);

function indexesOf(change: ResourceChange): Verdict[] {
  if (change.fate !== "update" || Object(change.unknown).global_secondary_index === true) return [];
  return pairs(change, "global_secondary_index", ({ name }) => name).flatMap(({ key, before, after }): Verdict[] =>
    before === undefined || after !== undefined
      ? []
      : [
          finding({
            severity: "medium",
            attribute: "global_secondary_index",
            why: `The index "${key}" is removed: whoever asks it gets an error.`,
            wayOut,
          }),
        ],
  );
}
