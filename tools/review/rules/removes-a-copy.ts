import { goesWith } from "../guards/goes-with";
import { after } from "../read/after";
import { flows, flowsOf } from "../read/flows";
import { finding, notKnown, ok, type Rule, type Verdict } from "./rule";

/** What a copy is that is a resource of its own, and what it is a copy of. */
const copies: Readonly<Record<string, readonly [what: string, of?: string]>> = {
  aws_db_instance_automated_backups_replication: [
    "The copy of the backups in another region",
    "source_db_instance_arn",
  ],
  aws_dynamodb_table_replica: ["The copy of the table in another region", "global_table_arn"],
  aws_ecr_replication_configuration: ["The copying of images"],
  aws_efs_replication_configuration: ["The copy of the file system", "source_file_system_id"],
  aws_kms_replica_key: ["The key in another region, which copies there are encrypted with,", "primary_key_arn"],
  aws_redshift_snapshot_copy: ["The copying of snapshots to another region", "cluster_identifier"],
  aws_s3_bucket_replication_configuration: ["The copying of objects to another bucket", "bucket"],
};

const wayOut = "Make the other copy first, wait until it is complete, and drill with it before this one goes.";
const bad = (says: string, attribute?: string): Verdict =>
  finding({
    severity: "high",
    why: `${says} What is lost with the region or the account is lost for longer, or for good (RPO and RTO).`,
    wayOut,
    ...(attribute && { attribute }),
  });

/** A region can be lost only once; then there must be a copy. */
export const removesACopy: Rule = {
  id: "removes-a-copy",
  about: "A copy in another region or account is made no longer.",
  severities: ["high"],
  cannotSee: "Copies that are made outside of Terraform, and whether another one takes its place.",
  wayOut,
  mayBeUnknown: true,
  types: Object.keys(flows),
  check: (change, around): Verdict | Verdict[] => {
    const [what, of] = copies[change.type] ?? [];
    if (change.fate === "destroy")
      return what === undefined || (of !== undefined && goesWith(change, of, around)) ? ok : bad(`${what} is removed.`);
    // A replica is a copy by itself: destroying it is another rule's.
    if (change.before === null || change.after === null || change.type === "aws_cloudwatch_log_subscription_filter")
      return ok;
    const { before, after: is } = flowsOf(change, around);
    const gone = before.filter(({ to }) => !is.some((one) => one.to === to));
    const [first] = gone;
    if (!first) return ok;
    const become = after(change, [first.path[0] ?? ""], around);
    if (become.is === "unknown") return notKnown(`${first.path[0]}`, become.by);
    return gone.map(({ to, said = to, path }) => bad(`It is no longer copied to ${said}.`, `${path[0]}`));
  },
};
