/** A version of something that AWS runs for us, and until when AWS, or whoever makes it, supports it. */
export interface EndOfSupport {
  readonly what: "Aurora PostgreSQL" | "RDS for PostgreSQL" | "ElastiCache for Valkey" | "Lambda";
  /** The version, and all that are below it: "16" is "16.11", too. */
  readonly version: string;
  /** ISO date; null where nobody has named one. */
  readonly until: string | null;
  readonly because: string;
  readonly source: string;
  /** When the source was read. */
  readonly read: string;
  readonly wayOut: string;
  /** What keeps us at it although its end is near, and until when that is good enough. */
  readonly accepted?: { readonly why: string; readonly until: string };
}

const read = "2026-11-29";

/** The versions that defaults name, and those that a region file is likely to. */
export const endsOfSupport: readonly EndOfSupport[] = [
  {
    what: "Aurora PostgreSQL",
    version: "16.8",
    until: "2028-02-20",
    because: "AWS keeps it for long: three years at least from its release, which was after PostgreSQL's own",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.VersionPolicy.html",
    read,
    wayOut:
      "choose the long-term version of a newer major version, and allowMajorVersionUpgrade, in the region file; what engineVersion says of a global database is the way there",
  },
  {
    what: "RDS for PostgreSQL",
    version: "16",
    until: "2028-11-09",
    because: "PostgreSQL's own end; AWS's standard support lasts longer",
    source: "https://www.postgresql.org/support/versioning/",
    read,
    wayOut: "choose a newer major version, and allowMajorVersionUpgrade, in the region file",
  },
  {
    what: "RDS for PostgreSQL",
    version: "17",
    until: "2029-11-08",
    because: "PostgreSQL's own end; AWS's standard support lasts longer",
    source: "https://www.postgresql.org/support/versioning/",
    read,
    wayOut: "choose a newer major version, and allowMajorVersionUpgrade, in the region file",
  },
  {
    what: "ElastiCache for Valkey",
    version: "8",
    until: null,
    because: "AWS names ends of Redis OSS, and none of Valkey",
    source: "https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/engine-versions.html",
    read,
    wayOut: "choose a newer version in the region file",
  },
  {
    what: "Lambda",
    version: "nodejs22.x",
    until: "2027-04-30",
    because: "that is Node.js's own end, when AWS deprecates it",
    source: "https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html",
    read,
    wayOut: "say a newer one in modules/blocks/function/contract.ts",
    accepted: {
      why: "AWS provider 5 knows no newer runtime, and AWS changes functions of this one until 2027-07-01",
      until: "2027-02-28",
    },
  },
];
