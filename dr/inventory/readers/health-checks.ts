import { paginateListHealthChecks } from "@aws-sdk/client-route-53";
import { everyItem } from "../../lookup/pages";
import { given } from "../answers";
import type { Reader } from "../reader";

/** Route 53 health checks. */
export const healthChecks: Reader = {
  service: "Route 53 health checks",
  global: true,
  async list({ route53: client }) {
    const found = await everyItem(paginateListHealthChecks({ client }, {}), (page) => page.HealthChecks);
    return found.map(({ Id, HealthCheckConfig: config }) => ({
      type: "aws_route53_health_check",
      id: given(Id),
      name: config?.FullyQualifiedDomainName,
      settings: {
        type: config?.Type,
        name: config?.FullyQualifiedDomainName,
        port: config?.Port,
        path: config?.ResourcePath,
        requestInterval: config?.RequestInterval,
        failureThreshold: config?.FailureThreshold,
        children: config?.ChildHealthChecks,
        healthThreshold: config?.HealthThreshold,
      },
    }));
  },
};
