import type { DataAwsIamPolicyDocumentStatement } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import { apiHostName, internalAuthorityParameter } from "../api/contract";
import type { Inputs } from "../core/contract";
import type { Home } from "../core/home";
import type { webContract } from "./contract";

interface Calling {
  readonly environment: Readonly<Record<string, string>>;
  readonly statements: DataAwsIamPolicyDocumentStatement[];
}

/** Where the pages find the service; where it has a private authority, its root certificate as well, which they may read. */
export function callingTheService(inputs: Inputs<typeof webContract>, { arn }: Home): Calling {
  const environment = { API_URL: `https://${apiHostName(inputs.privateZoneName)}` };
  if (inputs.internalAuthority === "off") return { environment, statements: [] };
  const parameter = internalAuthorityParameter(inputs.namePrefix);
  return {
    environment: { ...environment, API_AUTHORITY: parameter },
    statements: [
      { sid: "TrustTheService", actions: ["ssm:GetParameter"], resources: [arn("ssm", `parameter${parameter}`)] },
    ],
  };
}
