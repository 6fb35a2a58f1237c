import type { Metric } from "../../blocks/alerts/metric";
import { type LateNumber, number, times } from "../../core/late";
import type { Alarm } from "../alarm";
import type { Engine } from "../contract";

interface DatabasePromises {
  readonly identifier: string;
  readonly readerCount: number;
  readonly maxCpuPercent: LateNumber;
  readonly maxCapacityPercent: LateNumber;
  readonly maxConnections: LateNumber;
  readonly maxReplicaLagMilliseconds: LateNumber;
  readonly minFreeMemoryMib: LateNumber;
  readonly minFreeStorageGib: LateNumber;
}

const mebibyte = 1024 ** 2;

/** What the database promises: room for more work, connections and data, and readers that keep up. */
export const databaseAlarms: Readonly<Record<Engine, (given: DatabasePromises) => Alarm[]>> = {
  aurora: (given) => [
    ...common(given, cluster(given.identifier)),
    {
      id: "database-capacity",
      description: "The database is near its maximum capacity and cannot grow further. Raise maxCapacityUnits.",
      metrics: { used: cluster(given.identifier)("ACUUtilization", "Maximum") },
      above: number(given.maxCapacityPercent),
      evaluationPeriods: 15,
    },
    ...(given.readerCount > 0
      ? [
          {
            id: "database-replica-lag",
            description: "A reader of the database lags behind the writer: pages show stale data.",
            metrics: { lag: cluster(given.identifier)("AuroraReplicaLagMaximum", "Maximum") },
            above: number(given.maxReplicaLagMilliseconds),
            evaluationPeriods: 5,
          } as const,
        ]
      : []),
  ],
  rds: (given) => [
    ...common(given, instance(given.identifier)),
    {
      id: "database-storage",
      description: "The database has little storage left although it grows. Raise maxStorageGib.",
      metrics: { free: instance(given.identifier)("FreeStorageSpace", "Minimum") },
      below: times(given.minFreeStorageGib, 1024 * mebibyte),
      evaluationPeriods: 5,
    },
  ],
};

type Of = (name: string, stat: string) => Metric;

const common = (given: DatabasePromises, of: Of): Alarm[] => [
  {
    id: "database-cpu",
    description: "The database has no CPU left. Look for the statements that load it in CloudWatch Database Insights.",
    metrics: { cpu: of("CPUUtilization", "Average") },
    above: number(given.maxCpuPercent),
    evaluationPeriods: 15,
  },
  {
    id: "database-connections",
    description: "The database has many connections and will soon refuse more. Look for what keeps them open.",
    metrics: { connections: of("DatabaseConnections", "Maximum") },
    above: number(given.maxConnections),
    evaluationPeriods: 5,
  },
  {
    id: "database-memory",
    description: "A database instance has little memory left and may restart.",
    metrics: { free: of("FreeableMemory", "Minimum") },
    below: times(given.minFreeMemoryMib, mebibyte),
    evaluationPeriods: 15,
  },
];

const cluster =
  (identifier: string): Of =>
  (name, stat) => ({ namespace: "AWS/RDS", name, dimensions: { DBClusterIdentifier: identifier }, stat });

const instance =
  (identifier: string): Of =>
  (name, stat) => ({ namespace: "AWS/RDS", name, dimensions: { DBInstanceIdentifier: identifier }, stat });
