import { z } from "zod";

const name = z
  .string()
  .regex(/^[a-z](-?[a-z0-9])*$/, "must be lower-case words with hyphens")
  .describe("Name of the subscription, part of its Terraform address.");

/** An e-mail address that alerts go to. */
export const emailAddress = z.email("must be an e-mail address");

/** Who is told of alerts. E-mail waits until its reader confirms it. */
const subscription = z.discriminatedUnion("protocol", [
  z.strictObject({ name, protocol: z.literal("email"), endpoint: emailAddress }),
  z.strictObject({
    name,
    protocol: z.literal("https"),
    endpoint: z.string().regex(/^https:\/\/[^/\s]+/, "must be an https:// address"),
  }),
  z.strictObject({
    name,
    protocol: z.literal("sms"),
    endpoint: z.string().regex(/^\+[1-9]\d{6,14}$/, "must be a telephone number such as +4930123456"),
  }),
]);

export type Subscription = z.output<typeof subscription>;

/** The shape of a tier that has an alert topic. */
export const alertShape = z.object({
  subscriptions: z
    .array(subscription)
    .default([])
    .describe("Who is notified: a list of { name, protocol: email, https or sms, endpoint }."),
});

/** What such a tier is given beside it: the module of a shop is the same, whoever is told. */
export const alertNeeds = z.object({
  alertEndpoints: z
    .record(z.string(), z.string())
    .describe("Endpoint of each subscription by its name: an e-mail address, an https:// URL or a telephone number."),
});

/** The endpoints of subscriptions, by name. */
export const alertEndpoints = (subscriptions: readonly Subscription[]): Record<string, string> =>
  Object.fromEntries(subscriptions.map(({ name, endpoint }) => [name, endpoint]));
