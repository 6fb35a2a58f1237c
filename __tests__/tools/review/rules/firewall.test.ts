import { answersAnybody } from "../../../../tools/review/rules/answers-anybody";
import { weakensFirewall } from "../../../../tools/review/rules/weakens-firewall";
import { weakensInstanceMetadata } from "../../../../tools/review/rules/weakens-instance-metadata";
import { created, destroyed, destroyedWhole, itJudges, updated } from "./plans";

const served = "Whoever finds the address is served.";

itJudges(answersAnybody, {
  found: [
    [
      "an API that pages of any origin call with a visitor's credentials",
      [
        updated(
          "aws_apigatewayv2_api.shop",
          { cors_configuration: [{ allow_credentials: true, allow_origins: ["https://shop.example"] }] },
          { cors_configuration: [{ allow_credentials: true, allow_origins: ["https://shop.example", "https://*"] }] },
        ),
      ],
      [
        "high cors_configuration.0.allow_origins: Pages of any origin may call it with a visitor's credentials. Any page that a visitor opens acts for that visitor.",
      ],
    ],
    [
      "a transit gateway that takes in whoever asks",
      [
        updated(
          "aws_ec2_transit_gateway.it",
          { auto_accept_shared_attachments: "disable" },
          { auto_accept_shared_attachments: "enable" },
        ),
      ],
      [
        "medium auto_accept_shared_attachments: It accepts attachments of other accounts by itself. Whoever it is shared with joins the network.",
      ],
    ],
    [
      "a function's address",
      [created("aws_lambda_function_url.hook", { authorization_type: "NONE" })],
      [`medium authorization_type: Authorization is "NONE". ${served}`],
    ],
    [
      "a function's address that asked before",
      [updated("aws_lambda_function_url.hook", { authorization_type: "AWS_IAM" }, { authorization_type: "NONE" })],
      [`high authorization_type: Authorization goes from "AWS_IAM" to "NONE". ${served}`],
    ],
    [
      "a route that asked for a token",
      [
        updated(
          "aws_apigatewayv2_route.orders",
          { route_key: "GET /orders", authorization_type: "JWT" },
          { authorization_type: "NONE" },
        ),
      ],
      [`high authorization_type: Authorization goes from "JWT" to "NONE". ${served}`],
    ],
    [
      "a listener that asked for a sign-in",
      [
        updated(
          "aws_lb_listener.tools",
          { default_action: [{ type: "authenticate-oidc" }, { type: "forward" }] },
          { default_action: [{ type: "forward" }] },
        ),
      ],
      [`high default_action: The sign-in before it forwards is removed. ${served}`],
    ],
  ],
  well: [
    [
      "an API that pages of any origin call without credentials",
      [
        updated(
          "aws_apigatewayv2_api.shop",
          { cors_configuration: [{ allow_credentials: false, allow_origins: ["https://shop.example"] }] },
          { cors_configuration: [{ allow_credentials: false, allow_origins: ["*"] }] },
        ),
      ],
    ],
    [
      "a route for browsers that ask what they may",
      [
        updated(
          "aws_apigatewayv2_route.cors",
          { route_key: "OPTIONS /orders", authorization_type: "JWT" },
          { authorization_type: "NONE" },
        ),
      ],
    ],
    ["a function that asks", [created("aws_lambda_function_url.hook", { authorization_type: "AWS_IAM" })]],
    [
      "a route that is made public",
      [created("aws_apigatewayv2_route.shop", { route_key: "$default", authorization_type: "NONE" })],
    ],
  ],
  unknown: [
    [
      "whether it asks",
      [created("aws_lambda_function_url.hook", {}, { authorization_type: ["var.auth"] })],
      ["not known: authorization_type, by var.auth"],
    ],
  ],
});

const givesAway = "A program that can be made to fetch an address gives away the role of its instance.";

itJudges(weakensInstanceMetadata, {
  found: [
    [
      "instances that asked for a token",
      [
        updated(
          "aws_launch_template.web",
          { metadata_options: [{ http_tokens: "required" }] },
          { metadata_options: [{ http_tokens: "optional" }] },
        ),
      ],
      [
        `high metadata_options.0.http_tokens: Tokens for the metadata service goes from "required" to "optional". ${givesAway}`,
      ],
    ],
    [
      "an instance that is made so",
      [created("aws_instance.jump", { metadata_options: [{ http_tokens: "optional" }] })],
      [`medium metadata_options.0.http_tokens: Tokens for the metadata service is "optional". ${givesAway}`],
    ],
  ],
  well: [
    ["an instance that asks", [created("aws_instance.jump", { metadata_options: [{ http_tokens: "required" }] })]],
    ["one that leaves it to the account", [created("aws_instance.jump", { metadata_options: [] })]],
  ],
  unknown: [
    [
      "whether it asks",
      [created("aws_instance.jump", {}, { metadata_options: ["var.metadata"] })],
      ["not known: metadata_options.0.http_tokens, by var.metadata"],
    ],
  ],
});

const through = "Requests get through that were stopped.";

const waf = (...rule: object[]) => ({ default_action: [{ allow: [{}], block: [] }], rule });

const stops = { name: "bots", action: [{ block: [{}] }], statement: [{ rate_based_statement: [{ limit: 500 }] }] };

const ssh = { network_acl_id: "acl-1", rule_action: "deny", from_port: 22, to_port: 22, cidr_block: "0.0.0.0/0" };
itJudges(weakensFirewall, {
  found: [
    [
      "a refusal of the network's list that is gone",
      [destroyed("aws_network_acl_rule.no_ssh", ssh)],
      [
        "medium rule_action: The list of the network refuses port 22 from 0.0.0.0/0 no longer, unless another rule of it does.",
      ],
    ],
    [
      "a rule that is gone",
      [updated("aws_wafv2_web_acl.site", waf(stops), waf())],
      [`high rule: The rule "bots" is removed. ${through}`],
    ],
    [
      "a rule that only counts",
      [updated("aws_wafv2_web_acl.site", waf(stops), waf({ ...stops, action: [{ count: [{}] }] }))],
      [`high rule: The rule "bots" only counts what it stopped. ${through}`],
    ],
    [
      "a higher limit",
      [
        updated(
          "aws_wafv2_web_acl.site",
          waf(stops),
          waf({ ...stops, statement: [{ rate_based_statement: [{ limit: 50_000 }] }] }),
        ),
      ],
      [`high rule: The rule "bots" stops from 50000 requests on, instead of from 500. ${through}`],
    ],
    [
      "what no rule stops",
      [
        updated(
          "aws_wafv2_web_acl.site",
          { default_action: [{ allow: [], block: [{}] }] },
          { default_action: [{ allow: [{}], block: [] }] },
        ),
      ],
      [`high default_action: What no rule stops is let through, and was stopped. ${through}`],
    ],
    [
      "a distribution without its web ACL",
      [updated("aws_cloudfront_distribution.site", { web_acl_id: "arn:aws:wafv2:x" }, { web_acl_id: "" })],
      [`high web_acl_id: The web ACL is removed. ${through}`],
    ],
    [
      "a load balancer without its web ACL",
      [destroyed("aws_wafv2_web_acl_association.web", { resource_arn: "arn:lb" })],
      [`high: The web ACL of a resource is removed. ${through}`],
    ],
  ],
  well: [
    [
      "a refusal that goes with its list",
      [destroyed("aws_network_acl_rule.no_ssh", ssh), destroyedWhole("aws_network_acl.it", ssh.network_acl_id)],
    ],
    ["what a list let in", [destroyed("aws_network_acl_rule.ssh", { ...ssh, rule_action: "allow" })]],
    [
      "a rule that stops more",
      [updated("aws_wafv2_web_acl.site", waf({ ...stops, action: [{ count: [{}] }] }), waf(stops))],
    ],
    ["a rule that is new", [updated("aws_wafv2_web_acl.site", waf(), waf(stops))]],
    [
      "an association that goes with its load balancer",
      [
        destroyed("aws_wafv2_web_acl_association.web", { resource_arn: "arn:lb" }),
        destroyedWhole("aws_lb.web", "arn:lb"),
      ],
    ],
    [
      "another web ACL",
      [
        updated(
          "aws_cloudfront_distribution.site",
          { web_acl_id: "arn:old" },
          {},
          { web_acl_id: ["aws_wafv2_web_acl.new.arn", "aws_wafv2_web_acl.new"] },
        ),
        created("aws_wafv2_web_acl.new", waf(stops)),
      ],
    ],
  ],
  unknown: [
    [
      "whether it keeps a web ACL",
      [updated("aws_cloudfront_distribution.site", { web_acl_id: "arn:old" }, {}, { web_acl_id: ["local.acl"] })],
      ["not known: web_acl_id, by local.acl"],
    ],
  ],
});
