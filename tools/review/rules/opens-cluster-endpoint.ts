import type { Attributes } from "../../../terraform/plan/resource-changes";
import { type Guard, given } from "../guards/guard";
import { weakening } from "../guards/weakening";
import { isInternet } from "../read/openings";

/** Not public; public for some addresses; public for all. */
const endpoint: Guard = {
  path: ["vpc_config", 0],
  worth: (config) => {
    const { endpoint_public_access = true, public_access_cidrs }: Attributes = Object(config);
    if (endpoint_public_access === false) return 2;
    return Array.isArray(public_access_cidrs) && public_access_cidrs.length > 0 && !public_access_cidrs.some(isInternet)
      ? 1
      : 0;
  },
  enough: 1,
  changed: (_, after) =>
    Object(after).public_access_cidrs?.some(isInternet) === false
      ? "The endpoint of the cluster has a public address, for some."
      : "The endpoint of the cluster answers the whole internet.",
  made: () => "The endpoint of the cluster answers the whole internet.",
};

/** Who reaches the endpoint of a cluster needs nothing but credentials. */
export const opensClusterEndpoint = weakening({
  id: "opens-cluster-endpoint",
  about:
    "The endpoint of a Kubernetes cluster can be reached from more of the internet, or its secrets are no longer encrypted.",
  cannotSee: "What the cluster allows those who reach it.",
  guards: {
    aws_eks_cluster: [
      endpoint,
      { ...given(["encryption_config"], "The encryption of its secrets with a key of one's own"), enough: 0 },
    ],
  },
  weaker: "high",
  weakFromTheStart: "medium",
  means: "Stolen credentials work from anywhere.",
  wayOut: "Turn the public endpoint off, or name the addresses that may use it.",
});
