import { z } from "zod";
import { baselineContract } from "../baseline/contract";
import { logRetentionDays } from "../blocks/log-group/retention";
import { contract } from "../core/contract";
import { platform } from "../core/names";
import { reads } from "../core/reads";
import { runInputs } from "../core/run";
import { stateContract } from "../state/contract";

/** The header that CloudFront sends to origins with a secret in it; without it, a load balancer forwards nothing. */
export const originHeader = `x-${platform}-origin`;

/** The secrets that origins accept, both at all times. */
export const originSlots = ["blue", "green"] as const;
export type OriginSlot = (typeof originSlots)[number];

/** What the names of both begin with, the slot and the generation behind it. */
export const originSecretPrefix = (namePrefix: string): string => `${namePrefix}-origin-`;

const generation = (slot: OriginSlot) =>
  z
    .int()
    .min(1)
    .default(1)
    .describe(
      `Generation of the secret in the slot ${slot}. Raise it by one for a new secret, never lower it, and only while the other slot is sent.`,
    );

const label = z
  .string()
  .regex(
    /^(_?[a-z0-9]([a-z0-9_-]{0,61}[a-z0-9])?)(\._?[a-z0-9]([a-z0-9_-]{0,61}[a-z0-9])?)*$/,
    "must be a name below the domain, without it, such as mail or selector1._domainkey",
  )
  .refine(
    (name) =>
      !/^(www|origin|country|healthy|live|recovered|events|internal)$|(^|\.)(origin|internal|events)(\.|$)/.test(name),
    "must not be a name that the platform has records of",
  );

/** A name below the domain that another zone answers for. */
const delegation = z.strictObject({
  name: label,
  nameServers: z.array(z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+\.?$/, "must be the name of a name server")).min(2),
});

/** A record that the shop has beside the platform's. The domain's own address is the platform's. */
const record = z
  .strictObject({
    name: label.optional(),
    type: z.enum(["A", "AAAA", "CNAME", "MX", "SRV", "TXT"]),
    values: z.array(z.string().min(1)).min(1),
    ttl: z.int().min(30).max(172_800).default(3600),
  })
  .refine(({ name, type }) => name !== undefined || !["A", "AAAA", "CNAME"].includes(type), {
    path: ["name"],
    message: "must be there: the address of the domain itself is the platform's",
  });
export type OwnRecord = z.output<typeof record>;

/** A domain: labels of RFC 1035, the last one without digits, or in punycode such as xn--p1ai. */
export const domainName = z
  .string()
  .regex(
    /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+([a-z]{2,63}|xn--[a-z0-9-]{0,58}[a-z0-9])$/,
    "must be a domain name in lower case such as shop.example.com",
  );

export const dnsContract = contract({
  name: "dns",
  summary:
    "The public zone of the shop's domain, the validation records of certificates that regions share, and the secrets by which origins recognize CloudFront.",
  scope: "global",
  after: [stateContract],
  stores: [{ name: "query-log", holds: "names that resolvers ask for, and their addresses", personalData: false }],
  shape: z.object({
    sentOriginSecret: z
      .enum(originSlots)
      .default("blue")
      .describe("Slot of the secret that CloudFront sends; origins accept both."),
    delegations: z
      .array(delegation)
      .default([])
      .describe(
        "Names below the domain that other zones answer for, such as those of other environments: a list of { name, nameServers }.",
      ),
    records: z
      .array(record)
      .default([])
      .describe(
        "Records of yours, such as those of mail: a list of { name, type: A, AAAA, CNAME, MX, SRV or TXT, values, ttl }; without name it is the domain itself.",
      ),
  }),
  derived: z.object({
    replicaRegions: z
      .array(z.string())
      .describe("Regions with origins now or after a recovery; each has a replica of the origin secrets."),
  }),
  settings: z.object({
    blueOriginSecret: generation("blue"),
    greenOriginSecret: generation("green"),
    queryLogRetentionDays: logRetentionDays("the logs of DNS queries"),
  }),
  reads: [reads(baselineContract, "findingsTopicArn")],
  needs: runInputs.pick({ namePrefix: true, ephemeral: true }).extend({
    domain: domainName.describe("Domain of the shop, the name of the zone."),
    originKeyAliases: z
      .record(z.string(), z.string())
      .describe("Alias, with alias/, of the KMS key for the origin secrets, by region, including this one."),
  }),
  outputs: z.object({
    zoneId: z.string().describe("Id of the public zone."),
    nameServers: z
      .array(z.string())
      .describe("Name servers to delegate the domain to, at its registrar or parent zone."),
    certificateArn: z.string().describe("ARN of the domain's certificate in us-east-1, for CloudFront."),
    originSecretNames: z
      .array(z.string())
      .describe(
        `Names of the two secrets, the same in every region, that origins accept in the header ${originHeader}.`,
      ),
    sentOriginSecretName: z.string().describe("Name of the secret that CloudFront sends."),
    logGroupNames: z.array(z.string()).describe("Log groups of this tier."),
  }),
});
