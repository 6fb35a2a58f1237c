import { LambdaClient } from "@aws-sdk/client-lambda";
import { Argument } from "commander";
import { z } from "zod";
import { regionPrefix } from "../../regions/wiring/location";
import { command } from "../../terraform/process/command";
import { callersAws } from "../bootstrap/caller";
import { environmentOfCaller } from "../bootstrap/environment-of-caller";
import { callPreparation, NotPrepared, prepared } from "./call-preparation";
import { writableRegions } from "./places";
import { readMigrations } from "./read-migrations";

interface Options {
  readonly migrations?: string;
}

const outcome = prepared.extend({
  region: z.string(),
  error: z.string().nullable().describe("Why nothing was changed; null where all is well."),
});

export const database = command({
  name: "database",
  about: "Prepares a region's database for the API, and applies migrations.",
  details:
    "A function in the VPC logs in as the master user, whose password nobody sees. It makes the API's user, which logs in with IAM, a schema and its owner, where they are missing, and applies each SQL file that was not applied yet, as the owner. All that it does in a region is one transaction: a statement that takes none, such as CREATE INDEX CONCURRENTLY, fails. Of two calls at once, one waits.",
  options: (program) =>
    program
      .addArgument(new Argument("<action>", "what to do").choices(["prepare"]))
      .argument(
        "[place]",
        "an environment, or environment/region (default: every live region of the environment of your credentials)",
      )
      .option("--migrations <folder>", "apply the .sql files of this folder, too, in the order of their names"),
  examples: [
    ["database prepare prod/eu-west-1", "after the first deployment; a second call changes nothing"],
    ["database prepare prod/eu-central-1", "after a recovery there"],
    ["database prepare prod --migrations migrations", "apply new migrations in every live region of prod"],
  ],
  exitCodes: { 0: "each database has all of it", 1: "a function failed, or is not there: nothing was changed there" },
  confirms: true,
  dryRun: "call nothing; say which regions would be prepared, with which files",
  result: z.object({
    environment: z.string(),
    dryRun: z.boolean().describe("Whether nothing was called."),
    migrations: z.array(z.string()).describe("Files that were given."),
    regions: z.array(outcome).describe("Every region that was asked for; with --dry-run, nothing is made or applied."),
  }),
  text: ({ environment, dryRun, migrations, regions }) =>
    regions
      .map(({ region, ...of }) => {
        const place = `${environment}/${region}`;
        return dryRun
          ? `${place}: would be prepared${migrations.length > 0 ? `, with ${migrations.join(", ")}` : ""}`
          : `${place}: ${told(of)}`;
      })
      .join("\n"),
  run: async ({ migrations: folder, dryRun = false }: Options & { dryRun?: boolean }, terminal) => {
    const { args, agree, progress, show } = terminal;
    const [, place = ""] = args;
    const [name, region] = place.split("/", 2);
    const migrations = folder === undefined ? [] : readMigrations(folder);
    const environment = await environmentOfCaller(name || undefined);
    const regions = writableRegions(environment, region);
    const question = `prepare the database of ${regions.join(", ")} in ${environment.name} (account ${environment.account}, ${callersAws()})`;
    if (!dryRun && !(await agree(question))) return 1;
    const prepare = async (region: string): Promise<z.infer<typeof outcome>> => {
      const nothing = { made: [], applied: [], region, error: null };
      if (dryRun) return nothing;
      try {
        const lambda = new LambdaClient({ region });
        return { ...nothing, ...(await callPreparation(lambda, regionPrefix(environment.name, region), migrations)) };
      } catch (error) {
        if (error instanceof NotPrepared) return { ...nothing, error: error.message };
        throw error;
      }
    };
    const done = await progress.run(`Databases of ${environment.name}`, () => Promise.all(regions.map(prepare)));
    show({ environment: environment.name, dryRun, migrations: migrations.map((one) => one.name), regions: done });
    return done.some(({ error }) => error !== null) ? 1 : 0;
  },
});

function told({ made, applied, error }: Omit<z.infer<typeof outcome>, "region">): string {
  if (error !== null) return error;
  if (made.length + applied.length === 0) return "nothing was missing, nothing was changed";
  return [
    ...(made.length > 0 ? [`made ${made.join("; ")}`] : []),
    ...(applied.length > 0 ? [`applied ${applied.join(", ")}`] : []),
  ].join("; ");
}
