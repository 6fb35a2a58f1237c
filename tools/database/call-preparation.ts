import { InvokeCommand, type LambdaClient, ResourceNotFoundException } from "@aws-sdk/client-lambda";
import { z } from "zod";
import { preparationName } from "../../modules/database/contract";

/** A file of SQL statements, as the function takes it. */
export interface Migration {
  readonly name: string;
  readonly sql: string;
}

/** What the function has done; nothing, where all of it was there. */
export const prepared = z.object({
  made: z.array(z.string()).describe("What was missing and is there now."),
  applied: z.array(z.string()).describe("Migrations that were not applied before."),
});
export type Prepared = z.infer<typeof prepared>;

/** The function is not there, or it failed; nothing was changed then. */
export class NotPrepared extends Error {}

const failure = z.object({ errorMessage: z.string() });

/** What one call carries, as Lambda takes it at most. https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */
export const mostBytes = 6 * 1024 * 1024;

/** What the function is called with. */
export const payloadOf = (migrations: readonly Migration[]): Buffer => Buffer.from(JSON.stringify({ migrations }));

/** Calls the function that prepares a region's database, and waits until it is done. */
export async function callPreparation(
  lambda: LambdaClient,
  namePrefix: string,
  migrations: readonly Migration[] = [],
): Promise<Prepared> {
  const FunctionName = preparationName(namePrefix);
  const { FunctionError, Payload } = await lambda
    .send(new InvokeCommand({ FunctionName, Payload: payloadOf(migrations) }))
    .catch((error: unknown) => {
      if (error instanceof ResourceNotFoundException)
        throw new NotPrepared(`There is no function ${FunctionName}. Deploy the database tier of the region first.`);
      throw error;
    });
  const said = Buffer.from(Payload ?? []).toString();
  if (FunctionError === undefined) return prepared.parse(JSON.parse(said));
  const { errorMessage } = failure.catch({ errorMessage: said }).parse(parsed(said));
  throw new NotPrepared(
    `${FunctionName} failed: ${errorMessage.replace(/\.?\s*$/, "")}. Its log is /aws/lambda/${FunctionName}.`,
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
