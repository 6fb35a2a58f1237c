import { GetSecretValueCommand, paginateListSecrets, ResourceNotFoundException } from "@aws-sdk/client-secrets-manager";
import { z } from "zod";
import type { Aws } from "../aws";
import { everyItem } from "./pages";

/** What the secrets of a region say, by name; with a prefix, those whose names begin so. */
export async function secretStrings({ secrets: client }: Aws, prefix?: string): Promise<Map<string, string>> {
  const named = prefix === undefined ? {} : { Filters: [{ Key: "name" as const, Values: [prefix] }] };
  const pages = paginateListSecrets({ client }, named);
  const found = await everyItem(pages, (page) => page.SecretList);
  const said = found.map(async ({ Name = "" }): Promise<[string, string][]> => {
    const { SecretString } = await client
      .send(new GetSecretValueCommand({ SecretId: Name }))
      .catch((error: unknown) => {
        // One that nobody has given a value yet.
        if (error instanceof ResourceNotFoundException) return { SecretString: undefined };
        throw error;
      });
    return SecretString === undefined ? [] : [[Name, SecretString]];
  });
  return new Map((await Promise.all(said)).flat());
}

const login = z.object({ password: z.string() });

/** What nobody may read of a secret: the password of a login, or else all that it says. */
export function passwordIn(secretString: string): string {
  try {
    return login.parse(JSON.parse(secretString)).password;
  } catch {
    return secretString; // no login
  }
}
