import type { DataAwsIamPolicyDocumentStatement } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import type { Home } from "../../core/home";
import { type EndpointTier, endpointParameter } from "./contract";

interface Told {
  readonly environment: Readonly<Record<string, string>>;
  readonly statements: DataAwsIamPolicyDocumentStatement[];
}

/** What a service is told of the endpoints in its region: `CACHE_PARAMETER` and its like, which it may read. */
export function toldEndpoints({ arn }: Home, namePrefix: string, tiers: readonly EndpointTier[] = []): Told {
  if (tiers.length === 0) return { environment: {}, statements: [] };
  const names = tiers.map((tier) => endpointParameter(namePrefix, tier));
  return {
    environment: Object.fromEntries(tiers.map((tier, at) => [`${tier.toUpperCase()}_PARAMETER`, names[at] ?? ""])),
    statements: [
      {
        sid: "ReadEndpoints",
        actions: ["ssm:GetParameter"],
        resources: names.map((name) => arn("ssm", `parameter${name}`)),
      },
    ],
  };
}
