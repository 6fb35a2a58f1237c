import type { Attributes } from "../../../terraform/plan/resource-changes";
import { type Guard, ranked } from "../guards/guard";
import { weakening } from "../guards/weakening";

const internal: Guard = {
  path: ["internal"],
  applies: ({ load_balancer_type }: Attributes) => load_balancer_type !== "gateway",
  worth: (value) => Number(value === true),
  enough: 1,
  changed: () => "The load balancer is internal no longer, but faces the internet.",
  made: () => "The load balancer faces the internet.",
};

/** What was inside is outside. */
export const facesTheInternet = weakening({
  id: "faces-the-internet",
  about: "A load balancer, an API or a server that was internal faces the internet, or is made so.",
  cannotSee: "Whether its security groups let anybody through.",
  guards: {
    aws_api_gateway_rest_api: [
      {
        ...ranked(["endpoint_configuration", 0, "types", 0], "The endpoint", ["EDGE", "REGIONAL", "PRIVATE"]),
        worth: (type) => Number(type === "PRIVATE"),
        enough: 0,
      },
    ],
    aws_elb: [internal],
    aws_lb: [internal],
    aws_opensearch_domain: [
      {
        ...ranked(["vpc_options"], "The network", [null]),
        worth: (options) => Number(Array.isArray(options) && options.length > 0),
        changed: () => "The domain leaves its network, and has a public address.",
        made: () => "The domain is in no network, and has a public address.",
        enough: 1,
      },
    ],
    aws_transfer_server: [
      { ...ranked(["endpoint_type"], "The endpoint", ["PUBLIC", "VPC_ENDPOINT", "VPC"]), enough: 0 },
    ],
  },
  weaker: "high",
  weakFromTheStart: "low",
  means: "Everybody can try it.",
  wayOut: "Leave it internal, and put CloudFront, an API or a VPN before it.",
});
