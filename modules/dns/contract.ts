import { z } from "zod";
import { contract } from "../core/contract";
import { runInputs } from "../core/run";

export const dnsContract = contract({
  name: "dns",
  summary:
    "The public zone of the shop's domain, and the validation records of the certificate names that regions share.",
  scope: "global",
  shape: z.object({}),
  settings: z.object({}),
  needs: runInputs.pick({ ephemeral: true }).extend({
    domain: z
      .string()
      .regex(/^([a-z0-9-]+\.)+[a-z]{2,}$/)
      .describe("Domain of the shop; the zone's name."),
  }),
  outputs: z.object({
    zoneId: z.string().describe("Id of the public zone."),
    nameServers: z
      .array(z.string())
      .describe("Name servers to delegate the domain to, at its registrar or parent zone."),
    certificateArn: z.string().describe("Certificate of the domain in us-east-1, which CloudFront can use."),
  }),
});
