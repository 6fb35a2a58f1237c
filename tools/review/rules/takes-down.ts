import { finding, ok, type Rule } from "./rule";

interface Serving {
  readonly what: string;
  /** What a new one has that is not as before, and others hold. */
  readonly known?: string;
}

/** What others call, or what others have noted, by type. */
const serving: Readonly<Record<string, Serving>> = {
  aws_api_gateway_rest_api: { what: "The API", known: "address" },
  aws_apigatewayv2_api: { what: "The API", known: "address" },
  aws_apprunner_service: { what: "The service", known: "address" },
  aws_appsync_graphql_api: { what: "The API", known: "address" },
  aws_autoscaling_group: { what: "The group, with all its instances," },
  aws_cloudfront_distribution: { what: "The distribution", known: "domain name" },
  aws_cognito_user_pool_client: { what: "The client of the user pool", known: "id" },
  aws_cognito_user_pool_domain: { what: "The sign-in page" },
  aws_directory_service_directory: { what: "The directory", known: "addresses" },
  aws_ecs_cluster: { what: "The cluster, with all that runs in it," },
  aws_ecs_service: { what: "The service" },
  aws_eip: { what: "The address", known: "address" },
  aws_eks_cluster: { what: "The cluster, with all that runs in it,", known: "endpoint" },
  aws_eks_node_group: { what: "The group of nodes" },
  aws_globalaccelerator_accelerator: { what: "The accelerator", known: "addresses" },
  aws_iam_openid_connect_provider: { what: "The identity provider, and whoever comes by it," },
  aws_iam_role: { what: "The role", known: "identity, which other policies trust" },
  aws_iam_user: { what: "The user", known: "identity, which other policies trust" },
  aws_lambda_function: { what: "The function" },
  aws_lambda_function_url: { what: "The address of the function", known: "address" },
  aws_lb: { what: "The load balancer", known: "DNS name" },
  aws_sns_topic: { what: "The topic, with its subscriptions," },
  aws_transfer_server: { what: "The server", known: "address" },
  aws_vpc: { what: "The network, with all that is in it,", known: "id" },
  aws_vpc_endpoint_service: { what: "The service", known: "name" },
};

/** What serves somebody is missed when it goes, and by some when its address changes. */
export const takesDown: Rule = {
  id: "takes-down",
  about: "Something that serves is removed, is gone until it is made anew, or gets another address.",
  severities: ["high", "medium"],
  cannotSee: "Who calls it, and whether another one of the plan takes its place.",
  wayOut: "Keep it until nobody calls it any more, or let whoever holds the former one learn the new one first.",
  mayBeUnknown: false,
  types: Object.keys(serving),
  check: ({ type, fate, createFirst, forgets, deposed }) => {
    const { what, known } = serving[type] ?? { what: type };
    if (forgets || deposed || (fate !== "destroy" && fate !== "replace")) return ok;
    if (fate === "destroy")
      return finding({
        severity: "high",
        why: `${what} is removed.`,
        wayOut: "Keep it until nobody calls it any more: its metrics or logs say so.",
      });
    if (known === undefined && createFirst) return ok;
    const gap = createFirst ? "" : " It is not there until the new one is made.";
    return finding({
      severity: known === undefined ? "medium" : "high",
      why: `${what} is made anew${known === undefined ? "." : `, with another ${known}.`}${gap}`,
      wayOut: createFirst
        ? "See that whoever holds the former one learns the new one first."
        : "Make the new one beside it first (create_before_destroy), and move over.",
    });
  },
};
