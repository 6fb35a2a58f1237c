import type { Listener, LoadBalancer } from "@aws-sdk/client-elastic-load-balancing-v2";
import { ports } from "../../modules/network/contract";
import type { Check } from "../check";
import { evidence } from "../controls";
import { findBalancers, listenersOf, missing } from "../lookup/load-balancers";
import type { Service } from "../lookup/names";
import type { RecoveredRegion } from "./view";

/** The load balancers are active in every zone and listen encrypted; plain HTTP is redirected. */
export const listenForTheShop: Check<RecoveredRegion> = {
  id: "listen-for-the-shop",
  title: "The load balancers are active and use TLS; plain HTTP is redirected",
  question: "reachable",
  controls: evidence.recovery,
  async ask({ aws, namePrefix, zones, services }) {
    const seen: string[] = [];
    const problems: string[] = [];
    for (const balancer of await findBalancers(aws, namePrefix)) {
      const { service, name, found } = balancer;
      if (!found) {
        problems.push(missing(balancer, aws));
        continue;
      }
      const kind = service === "api" && services.api.compute === "lambda" ? kinds.beforeFunction : kinds[service];
      const listeners = await listenersOf(aws, found);
      seen.push(
        `${name}: ${found.State?.Code}, ${listeners.map(({ Protocol, Port }) => `${Protocol} ${Port}`).join(", ")}`,
      );
      problems.push(
        ...[...balancerProblems(kind, found, zones), ...listenerProblems(service, kind, listeners)].map(
          (problem) => `${name} ${problem}`,
        ),
      );
    }
    return { seen: seen.join("; "), problems };
  },
};

const kinds = {
  web: { type: "application", scheme: "internet-facing", protocol: "HTTPS" },
  api: { type: "network", scheme: "internal", protocol: "TLS" },
  /** A network load balancer calls no function. */
  beforeFunction: { type: "application", scheme: "internal", protocol: "HTTPS" },
} as const;

type Kind = (typeof kinds)[keyof typeof kinds];

function balancerProblems({ type, scheme }: Kind, balancer: LoadBalancer, zones: readonly string[]): string[] {
  const covered = (balancer.AvailabilityZones ?? []).map(({ ZoneName }) => ZoneName);
  return [
    ...(balancer.State?.Code === "active" ? [] : [`is ${balancer.State?.Code}, not active`]),
    ...(balancer.Type === type ? [] : [`is a load balancer of type ${balancer.Type}, not ${type}`]),
    ...(balancer.Scheme === scheme ? [] : [`is ${balancer.Scheme}, not ${scheme}`]),
    ...zones.filter((zone) => !covered.includes(zone)).map((zone) => `is not in ${zone}`),
  ];
}

function listenerProblems(service: Service, { protocol }: Kind, listeners: readonly Listener[]): string[] {
  const secure = listeners.filter((listener) => listener.Protocol === protocol);
  const plain = listeners.filter((listener) => listener.Protocol !== protocol);
  return [
    ...(secure.some(({ Port }) => Port === ports.https) ? [] : [`has no ${protocol} listener on ${ports.https}`]),
    ...(service === "api" || plain.some(({ Port }) => Port === ports.http)
      ? []
      : [`has no listener on ${ports.http} that redirects to HTTPS`]),
    ...plain
      .filter((listener) => !redirects(listener))
      .map(({ Protocol, Port }) => `listens unencrypted on ${Protocol} ${Port} and does not redirect to HTTPS`),
    ...secure
      .filter(({ SslPolicy = "" }) => !/TLS13-1-[23]/.test(SslPolicy))
      .map(({ Port, SslPolicy }) => `has policy ${SslPolicy} on ${Port}: not TLS 1.3 with nothing older than TLS 1.2`),
  ];
}

function redirects({ Protocol, DefaultActions: [action, ...others] = [] }: Listener): boolean {
  const { Protocol: to, Port } = action?.RedirectConfig ?? {};
  const redirect = action?.Type === "redirect" && others.length === 0;
  return Protocol === "HTTP" && redirect && to === "HTTPS" && Port === String(ports.https);
}
