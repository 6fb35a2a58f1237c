import { databaseIdentifier } from "../../modules/database/contract";
import type { Call } from "../../tools/gate/call-log";
import type { Check } from "../check";
import { evidence } from "../controls";
import { type Database, lookAtDatabase, partsOf } from "../lookup/database";
import { type DatabaseSnapshot, findSnapshot, identifierIn } from "../lookup/db-snapshot";
import type { RecoveredRegion } from "./view";

/** How RDS is asked for a database: the requests that make one, and the parameters that name it and its snapshot. */
const requests = {
  cluster: {
    what: "cluster",
    make: /^(Create|Restore)DBCluster(From|To|$)/,
    restore: "RestoreDBClusterFromSnapshot",
    identifier: "DBClusterIdentifier",
    snapshot: "SnapshotIdentifier",
  },
  instance: {
    what: "instance",
    make: /^(Create|Restore)DBInstance(From|To|ReadReplica|$)/,
    restore: "RestoreDBInstanceFromDBSnapshot",
    identifier: "DBInstanceIdentifier",
    snapshot: "DBSnapshotIdentifier",
  },
} as const;
type Requests = (typeof requests)[keyof typeof requests];

/**
 * The database was made from the snapshot that it had to be made from.
 *
 * RDS does not tell what a database was made from, neither in its description nor in its events: the request does.
 */
export const restoreFromTheSnapshot: Check<RecoveredRegion> = {
  id: "restore-from-the-snapshot",
  title: "The database was restored from the snapshot",
  question: "data",
  controls: evidence.backups,
  ask: (view) =>
    lookAtDatabase(view, async (database) => {
      const { aws, snapshotArn, namePrefix } = view;
      const request = requests[view.database.engine === "rds" ? "instance" : "cluster"];
      const name = databaseIdentifier(namePrefix);
      const origins = view.calls.filter((call) => makes(call, request, { name, region: aws.region }));
      if (origins.length === 0)
        throw new Error(
          `the log of calls does not hold the request that made ${request.what} ${name}: nothing else tells`,
        );
      const snapshot = await findSnapshot(aws, snapshotArn);
      const problems = [
        ...originProblems(origins, request, snapshotArn),
        ...(snapshot
          ? snapshotProblems(database, request, snapshot)
          : [`there is no snapshot ${snapshotArn} in ${aws.region}`]),
      ];
      return {
        seen: `${origins.map((call) => describe(call, request)).join("; ")}; the snapshot is ${snapshot?.status ?? "missing"}`,
        problems,
      };
    }),
};

/** Whether a call made the database; RDS does not tell upper from lower case in identifiers. */
const makes = (
  call: Call,
  { make, identifier }: Requests,
  { name, region }: { readonly name: string; readonly region: string },
) =>
  call.service === "rds" &&
  make.test(call.action) &&
  call.region === region &&
  call.status === 200 &&
  call.parameters?.[identifier]?.toLowerCase() === name.toLowerCase();

const describe = ({ action, parameters }: Call, { snapshot }: Requests) =>
  parameters?.[snapshot] ? `${action} from ${parameters[snapshot]}` : action;

function originProblems(origins: readonly Call[], request: Requests, snapshotArn: string): string[] {
  const { what, restore, snapshot } = request;
  const names = [snapshotArn, identifierIn(snapshotArn)];
  const problems = origins
    .filter(({ action, parameters }) => action !== restore || !names.includes(parameters?.[snapshot]))
    .map((call) => `the ${what} was made by ${describe(call, request)}, not by ${restore} from ${snapshotArn}`);
  if (origins.length > 1) problems.push(`the ${what} was made ${origins.length} times since the loss, not once`);
  return problems;
}

function snapshotProblems(database: Database, { what }: Requests, snapshot: DatabaseSnapshot): string[] {
  const [made] = partsOf(database);
  const problems: string[] = [];
  if (snapshot.status !== "available") problems.push(`the snapshot is ${snapshot.status}, not available`);
  if (snapshot.encrypted !== true) problems.push("the snapshot is not encrypted");
  for (const name of ["Engine", "EngineVersion", "MasterUsername"] as const)
    if (made?.[name] !== snapshot.engine[name])
      problems.push(`${name} is ${made?.[name]} in the ${what} and ${snapshot.engine[name]} in the snapshot`);
  const madeAt = database.cluster?.ClusterCreateTime ?? database.instances[0]?.InstanceCreateTime;
  if (madeAt && snapshot.takenAt && madeAt < snapshot.takenAt) problems.push(`the ${what} is older than the snapshot`);
  return problems;
}
