import { z } from "zod";
import { contract } from "../core/contract";

export const accountContract = contract({
  name: "account",
  summary: "What an account has once: the service-linked roles that the platform's services work with.",
  scope: "global",
  shape: z.object({}),
  settings: z.object({}),
  needs: z.object({}),
  outputs: z.object({
    autoscalingServiceRoleArn: z
      .string()
      .describe("Service-linked role of Auto Scaling; the key of the volumes must admit it."),
  }),
});
