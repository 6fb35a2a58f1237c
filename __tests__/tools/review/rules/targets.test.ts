import { swapsOrigin } from "../../../../tools/review/rules/swaps-origin";
import { swapsTargets } from "../../../../tools/review/rules/swaps-targets";
import { takesDown } from "../../../../tools/review/rules/takes-down";
import { created, destroyed, destroyedWhole, itJudges, replaced, updated } from "./plans";

const distribution = {
  enabled: true,
  aliases: ["a.test", "b.test"],
  origin: [{ origin_id: "web", domain_name: "web.test", origin_path: "" }],
  default_cache_behavior: [{ target_origin_id: "web" }],
};

itJudges(swapsOrigin, {
  found: [
    [
      "another origin",
      [
        updated("aws_cloudfront_distribution.site", distribution, {
          origin: [{ origin_id: "web", domain_name: "other.test", origin_path: "/v2" }],
        }),
      ],
      ["medium origin.0.domain_name: The origin web is other.test/v2 instead of web.test."],
    ],
    [
      "a default that goes elsewhere",
      [
        updated("aws_cloudfront_distribution.site", distribution, {
          origin: [...distribution.origin, { origin_id: "s3", domain_name: "s3.test" }],
          default_cache_behavior: [{ target_origin_id: "s3" }],
        }),
      ],
      ["high default_cache_behavior: What no behavior names goes to s3 instead of web."],
    ],
    [
      "a name that is answered no longer",
      [updated("aws_cloudfront_distribution.site", distribution, { aliases: ["a.test"] })],
      ["high aliases: It answers no longer to b.test."],
    ],
    [
      "a distribution that is turned off",
      [updated("aws_cloudfront_distribution.site", distribution, { enabled: false })],
      ["high enabled: The distribution is turned off."],
    ],
    [
      "an API that calls a function which the plan makes",
      [
        updated(
          "aws_apigatewayv2_integration.orders",
          { integration_uri: "arn:old" },
          {},
          { integration_uri: ["aws_lambda_function.new.invoke_arn", "aws_lambda_function.new"] },
        ),
        created("aws_lambda_function.new", {}),
      ],
      ["medium integration_uri: The API calls aws_lambda_function.new.invoke_arn instead of arn:old."],
    ],
  ],
  well: [
    [
      "a new origin beside",
      [
        updated("aws_cloudfront_distribution.site", distribution, {
          origin: [{ origin_id: "s3", domain_name: "s3.test" }, ...distribution.origin],
        }),
      ],
    ],
    ["a header", [updated("aws_cloudfront_distribution.site", distribution, { comment: "shop" })]],
  ],
  unknown: [
    [
      "what the API calls",
      [updated("aws_api_gateway_integration.orders", { uri: "arn:old" }, {}, { uri: ["local.uri"] })],
      ["not known: uri, by local.uri"],
    ],
  ],
});

const forward = (arn: string) => ({ default_action: [{ type: "forward", target_group_arn: arn }] });

itJudges(swapsTargets, {
  found: [
    [
      "another group",
      [updated("aws_alb_listener.https", forward("arn:blue"), forward("arn:green"))],
      ["medium default_action: It sends requests elsewhere, or in other shares."],
    ],
    [
      "a group that the plan makes",
      [
        updated(
          "aws_lb_listener.https",
          forward("arn:blue"),
          {},
          { default_action: ["aws_lb_target_group.green.arn", "aws_lb_target_group.green"] },
        ),
        created("aws_lb_target_group.green", {}),
      ],
      ["medium default_action: It sends requests to aws_lb_target_group.green.arn."],
    ],
    [
      "other shares",
      [
        updated(
          "aws_lb_listener_rule.api",
          {
            action: [
              {
                type: "forward",
                forward: [
                  {
                    target_group: [
                      { arn: "a", weight: 9 },
                      { arn: "b", weight: 1 },
                    ],
                  },
                ],
              },
            ],
          },
          {
            action: [
              {
                type: "forward",
                forward: [
                  {
                    target_group: [
                      { arn: "a", weight: 0 },
                      { arn: "b", weight: 1 },
                    ],
                  },
                ],
              },
            ],
          },
        ),
      ],
      ["medium action: It sends requests elsewhere, or in other shares."],
    ],
    [
      "instances that get no requests any more",
      [
        updated(
          "aws_autoscaling_group.web",
          { target_group_arns: ["arn:web", "arn:api"] },
          { target_group_arns: ["arn:web"] },
        ),
      ],
      ["high target_group_arns: It no longer gets the requests of arn:api."],
    ],
    [
      "a listener that is gone",
      [destroyed("aws_lb_listener.https", { load_balancer_arn: "arn:lb" })],
      ["high: A listener is removed."],
    ],
    [
      "a group that is made anew",
      [replaced("aws_lb_target_group.web", { port: 80 }, { port: 8080 })],
      ["medium: The target group is made anew, and is empty until targets are healthy in it."],
    ],
  ],
  well: [
    [
      "a listener that goes with its load balancer",
      [destroyed("aws_lb_listener.https", { load_balancer_arn: "arn:lb" }), destroyedWhole("aws_lb.web", "arn:lb")],
    ],
    [
      "a listener that sends where it sent",
      [updated("aws_lb_listener.https", forward("arn:blue"), { ssl_policy: "x" })],
    ],
    [
      "a service behind one more",
      [updated("aws_ecs_service.api", { load_balancer: [] }, { load_balancer: [{ target_group_arn: "arn:api" }] })],
    ],
  ],
  unknown: [
    [
      "where it sends",
      [updated("aws_lb_listener.https", forward("arn:blue"), {}, { default_action: ["var.group"] })],
      ["not known: default_action, by var.group"],
    ],
  ],
});

itJudges(takesDown, {
  found: [
    [
      "a cluster",
      [destroyed("module.eks.aws_eks_cluster.this[0]", {})],
      ["high: The cluster, with all that runs in it, is removed."],
    ],
    [
      "a load balancer that is made anew",
      [replaced("aws_alb.web", { internal: true }, {})],
      ["high: The load balancer is made anew, with another DNS name. It is not there until the new one is made."],
    ],
    [
      "a function that is gone for a while",
      [replaced("aws_lambda_function.job", { function_name: "a" }, { function_name: "b" })],
      ["medium: The function is made anew. It is not there until the new one is made."],
    ],
  ],
  well: [
    ["a load balancer that changes in place", [updated("aws_lb.web", { idle_timeout: 60 }, { idle_timeout: 30 })]],
    ["what serves nobody", [destroyed("aws_cloudwatch_dashboard.old", {})]],
  ],
  unknown: "nothing that it looks at can be unknown",
});
