import {
  type DBCluster,
  type DBClusterSnapshot,
  DBClusterSnapshotNotFoundFault,
  DescribeDBClusterSnapshotsCommand,
} from "@aws-sdk/client-rds";
import type { Call } from "../../tools/local-aws/call-log";
import type { Aws } from "../aws";
import type { Check } from "../check";
import { lookAtDatabase } from "../lookup/database";
import type { RecoveredRegion } from "./view";

const restore = "RestoreDBClusterFromSnapshot";

/**
 * The database was made from the snapshot that it had to be made from.
 *
 * RDS does not tell what a cluster was made from, neither in its description nor in its events: the request does.
 */
export const restoreFromTheSnapshot: Check<RecoveredRegion> = {
  title: "The database was restored from the snapshot",
  ask: (view) =>
    lookAtDatabase(view, async ({ cluster }) => {
      const { aws, snapshotArn } = view;
      const name = cluster.DBClusterIdentifier ?? "";
      const origins = view.calls.filter((call) => makes(call, name, aws.region));
      if (origins.length === 0)
        throw new Error(`the log of calls does not hold the request that made cluster ${name}: nothing else tells`);
      const snapshot = await findSnapshot(aws, snapshotArn);
      const problems = [
        ...originProblems(origins, snapshotArn),
        ...(snapshot ? snapshotProblems(cluster, snapshot) : [`there is no snapshot ${snapshotArn} in ${aws.region}`]),
      ];
      return {
        seen: `${origins.map(describe).join("; ")}; the snapshot is ${snapshot?.Status ?? "missing"}`,
        problems,
      };
    }),
};

/** Whether a call made the cluster; RDS does not tell upper from lower case in identifiers. */
const makes = ({ service, action, region, status, parameters }: Call, cluster: string, target: string) =>
  service === "rds" &&
  /^(Create|Restore)DBCluster(From|To|$)/.test(action) &&
  region === target &&
  status === 200 &&
  parameters?.DBClusterIdentifier?.toLowerCase() === cluster.toLowerCase();

const describe = ({ action, parameters }: Call) =>
  parameters?.SnapshotIdentifier ? `${action} from ${parameters.SnapshotIdentifier}` : action;

function originProblems(origins: readonly Call[], snapshotArn: string): string[] {
  const names = [snapshotArn, identifierIn(snapshotArn)];
  const problems = origins
    .filter(({ action, parameters }) => action !== restore || !names.includes(parameters?.SnapshotIdentifier))
    .map((call) => `the cluster was made by ${describe(call)}, not by ${restore} from ${snapshotArn}`);
  if (origins.length > 1) problems.push(`the cluster was made ${origins.length} times since the loss, not once`);
  return problems;
}

function snapshotProblems(cluster: DBCluster, snapshot: DBClusterSnapshot): string[] {
  const problems: string[] = [];
  if (snapshot.Status !== "available") problems.push(`the snapshot is ${snapshot.Status}, not available`);
  if (snapshot.StorageEncrypted !== true) problems.push("the snapshot is not encrypted");
  for (const name of ["Engine", "EngineVersion", "MasterUsername"] as const)
    if (cluster[name] !== snapshot[name])
      problems.push(`${name} is ${cluster[name]} in the cluster and ${snapshot[name]} in the snapshot`);
  if (
    cluster.ClusterCreateTime &&
    snapshot.SnapshotCreateTime &&
    cluster.ClusterCreateTime < snapshot.SnapshotCreateTime
  )
    problems.push("the cluster is older than the snapshot");
  return problems;
}

async function findSnapshot({ rds }: Aws, arn: string): Promise<DBClusterSnapshot | undefined> {
  try {
    const command = new DescribeDBClusterSnapshotsCommand({ DBClusterSnapshotIdentifier: identifierIn(arn) });
    const answer = await rds.send(command);
    return answer.DBClusterSnapshots?.find(({ DBClusterSnapshotArn }) => DBClusterSnapshotArn === arn);
  } catch (error) {
    if (error instanceof DBClusterSnapshotNotFoundFault) return undefined;
    throw error;
  }
}

const identifierIn = (snapshotArn: string) => snapshotArn.split(":cluster-snapshot:")[1];
