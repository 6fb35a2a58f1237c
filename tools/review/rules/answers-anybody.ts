import type { Attributes } from "../../../terraform/plan/resource-changes";
import { blocksIn } from "../../../terraform/values/resource";
import { type Guard, given, off, on, ranked } from "../guards/guard";
import { weakening } from "../guards/weakening";
import { block } from "../read/pairs";

const authorization = (name: string): Guard => ({
  ...ranked([name], "Authorization", ["NONE"]),
  worth: (value) => Number(typeof value === "string" && value !== "NONE"),
  enough: 1,
});

/** A listener that asks for a sign-in before it forwards. */
const signIn: Guard = {
  path: ["default_action"],
  worth: (actions) =>
    Number(blocksIn({ actions }, "actions").some(({ type }) => `${type}`.startsWith("authenticate-"))),
  enough: 0,
  changed: () => "The sign-in before it forwards is removed.",
  made: () => "It forwards without a sign-in.",
};

/** Pages of any origin that may call with what a visitor's browser holds. */
const anyPage: Guard = {
  path: ["cors_configuration", 0, "allow_origins"],
  applies: (values) => block(values, "cors_configuration").allow_credentials === true,
  worth: (origins) => Number(!Array.isArray(origins) || !origins.some((one) => `${one}`.includes("*"))),
  enough: 1,
  changed: () => "Pages of any origin may call it with a visitor's credentials.",
  made: () => "Pages of any origin may call it with a visitor's credentials.",
  means: "Any page that a visitor opens acts for that visitor.",
  wayOut: "Name the origins of your own pages.",
};

/** What asks nobody who he is, answers everybody. */
export const answersAnybody = weakening({
  id: "answers-anybody",
  about: "A function, an API, a listener or a store answers without asking who calls.",
  cannotSee: "Whether the program behind it asks by itself, and routes that are public on purpose.",
  guards: {
    aws_api_gateway_method: [
      {
        ...authorization("authorization"),
        applies: ({ http_method }: Attributes) => http_method !== "OPTIONS",
        enough: 0,
      },
    ],
    aws_apigatewayv2_api: [anyPage],
    aws_apigatewayv2_route: [
      {
        ...authorization("authorization_type"),
        applies: ({ route_key }: Attributes) => !`${route_key}`.startsWith("OPTIONS "),
        enough: 0,
      },
    ],
    aws_appsync_graphql_api: [
      {
        ...ranked(["authentication_type"], "Authentication", ["API_KEY"]),
        worth: (type) => Number(type !== "API_KEY"),
      },
    ],
    aws_cognito_identity_pool: [off(["allow_unauthenticated_identities"], "Access without a sign-in")],
    aws_ec2_transit_gateway: [
      {
        ...ranked(["auto_accept_shared_attachments"], "Accepting attachments by itself", ["enable", "disable"]),
        enough: 0,
        severity: "medium",
        changed: () => "It accepts attachments of other accounts by itself.",
        means: "Whoever it is shared with joins the network.",
        wayOut: "Accept each attachment by hand, or by a resource for each.",
      },
    ],
    aws_elasticache_replication_group: [
      { ...given(["auth_token"], "The token that clients must give"), enough: 0 },
      { ...given(["user_group_ids"], "The group of users"), enough: 0 },
    ],
    aws_lambda_function_url: [authorization("authorization_type")],
    aws_lb_listener: [signIn],
    aws_lb_listener_rule: [{ ...signIn, path: ["action"] }],
    aws_msk_cluster: [off(["client_authentication", 0, "unauthenticated"], "Access without authentication")],
    aws_opensearch_domain: [
      off(["advanced_security_options", 0, "anonymous_auth_enabled"], "Access without a sign-in"),
      { ...on(["advanced_security_options", 0, "enabled"], "Fine-grained access control"), enough: 0 },
    ],
    aws_vpc_endpoint_service: [on(["acceptance_required"], "Accepting each connection by hand")],
  },
  weaker: "high",
  weakFromTheStart: "medium",
  means: "Whoever finds the address is served.",
  wayOut: "Ask callers who they are: IAM, a token of an identity provider, or a sign-in before it.",
});
