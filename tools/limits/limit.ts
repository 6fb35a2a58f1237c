import {
  GetAWSDefaultServiceQuotaCommand,
  GetServiceQuotaCommand,
  type ServiceQuotasClient,
} from "@aws-sdk/client-service-quotas";
import type { Quota } from "./quotas";

/** The account's quota in a region; AWS's default where it has none of its own. */
export async function limitOf({ service, code }: Quota, client: ServiceQuotasClient): Promise<number> {
  const asked = { ServiceCode: service, QuotaCode: code };
  const { Quota } = await client.send(new GetServiceQuotaCommand(asked)).catch((error: unknown) => {
    if (error instanceof Error && error.name === "NoSuchResourceException")
      return client.send(new GetAWSDefaultServiceQuotaCommand(asked));
    throw error;
  });
  if (Quota?.Value === undefined) throw new Error(`Service Quotas tells no value of ${service} ${code}`);
  return Quota.Value;
}
