import { healthPath } from "../dns/contract";
import { ports } from "../network/contract";

/** How a load balancer finds the instances of a fleet, and when it takes one for healthy. */
export const targetSettings = {
  port: ports.service,
  deregistrationDelay: "60",
  healthCheck: { protocol: "HTTPS", path: healthPath, matcher: "200", interval: 10, healthyThreshold: 2 },
};
