import { GetObjectCommand } from "@aws-sdk/client-s3";
import { z } from "zod";
import type { Aws } from "../../dr/aws";
import { passwordIn, secretStrings } from "../../dr/lookup/secrets";

const stateSchema = z.object({
  resources: z.array(
    z.object({ module: z.string().optional(), mode: z.string(), type: z.string(), instances: z.unknown() }),
  ),
});

/** What nobody may read of the secrets that there are in any of these regions. */
export async function everySecret(regions: readonly Aws[]): Promise<string[]> {
  const found = await Promise.all(regions.map((aws) => secretStrings(aws)));
  return [...new Set(found.flatMap((some) => [...some.values()].map(passwordIn)))];
}

/** Whether a text shows one of them. */
export const shows = (text: string, secrets: readonly string[]): boolean =>
  secrets.some((secret) => text.includes(secret));

/** What holds one of them in a state: `module.web-eu-central-1 managed aws_lb_listener_rule`. */
export async function holders(
  { s3 }: Aws,
  state: { readonly Bucket: string; readonly Key: string },
  secrets: readonly string[],
): Promise<string[]> {
  const { Body } = await s3.send(new GetObjectCommand(state));
  const { resources } = stateSchema.parse(JSON.parse((await Body?.transformToString()) ?? ""));
  const holding = resources.filter(({ instances }) => shows(JSON.stringify(instances), secrets));
  return [...new Set(holding.map(({ module, mode, type }) => `${module} ${mode} ${type}`))].sort();
}
