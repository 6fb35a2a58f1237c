import type { CloudTrailClient } from "@aws-sdk/client-cloudtrail";
import type { ConfigServiceClient } from "@aws-sdk/client-config-service";
import type { ECRClient } from "@aws-sdk/client-ecr";
import type { GuardDutyClient } from "@aws-sdk/client-guardduty";
import type { IAMClient } from "@aws-sdk/client-iam";
import type { Environment } from "../../../regions/schema/environment";
import type { Region } from "../../../regions/schema/region-schema";

/** A region of the account that is looked at. */
export interface Place {
  readonly environment: Environment;
  readonly region: Region;
}

/** AWS in that region. */
export interface AwsThere {
  readonly cloudTrail: CloudTrailClient;
  readonly config: ConfigServiceClient;
  readonly ecr: ECRClient;
  readonly guardDuty: GuardDutyClient;
  readonly iam: IAMClient;
}

/** What stands where the first apply would make its own, and what to do about it. */
export interface InTheWay {
  readonly says: string;
  readonly wayOut: string;
}

/** Something that an account or a region has one of. */
export interface Existing {
  readonly name: string;
  /** What asking for it takes. */
  readonly actions: string;
  /** Whether a tier makes it there. */
  wanted(place: Place): boolean;
  look(place: Place, aws: AwsThere): Promise<InTheWay[]>;
}
