import { apiHostName } from "../../modules/api/contract";
import { privateZone } from "../../modules/network/contract";
import { originName } from "../../modules/web/contract";

/** The services of a region. */
export const serviceNames = ["api", "web"] as const;
export type Service = (typeof serviceNames)[number];

/** Name that a service's load balancer is reached by. */
export const hostName = (service: Service, region: string, domain: string): string =>
  service === "web" ? originName(region, domain) : apiHostName(privateZone(domain));
