/** A control of a standard that a drill is evidence for. */
export type Control =
  | "SOC 2 A1.2" // backups and the means of recovery are there, and work
  | "SOC 2 A1.3" // the recovery plan is tested
  | "SOC 2 CC7.5" // what an incident has broken is restored
  | "ISO 22301 8.5" // exercises and tests
  | "DORA Art. 25" // tests of systems, by scenario
  | "PCI DSS 12.10.2"; // the plan for incidents is tested, at least once a year

/** The controls that what a check sees is evidence for, by what it sees. */
export const evidence = {
  recovery: ["SOC 2 A1.3", "SOC 2 CC7.5", "ISO 22301 8.5", "DORA Art. 25"],
  backups: ["SOC 2 A1.2", "SOC 2 A1.3", "SOC 2 CC7.5", "ISO 22301 8.5", "DORA Art. 25"],
  protection: ["SOC 2 CC7.5", "DORA Art. 25", "PCI DSS 12.10.2"],
} satisfies Record<string, readonly Control[]>;
