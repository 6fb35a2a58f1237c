import { createHash } from "node:crypto";
import {
  type Listener,
  paginateDescribeListeners,
  paginateDescribeLoadBalancers,
  paginateDescribeRules,
  type RuleCondition,
} from "@aws-sdk/client-elastic-load-balancing-v2";
import { originHeader } from "../../../modules/dns/contract";
import type { Aws } from "../../aws";
import { everyItem } from "../../lookup/pages";
import { given, ordered } from "../answers";
import type { Item } from "../item";
import type { Reader } from "../reader";

/** Listeners of every load balancer, and the rules that were added to them. */
export const listeners: Reader = {
  service: "Elastic Load Balancing",
  async list(aws) {
    const { elb: client } = aws;
    const balancers = await everyItem(
      paginateDescribeLoadBalancers({ client }, {}),
      ({ LoadBalancers }) => LoadBalancers,
    );
    const lists = balancers.map(async ({ LoadBalancerArn, LoadBalancerName }) => {
      const found = await everyItem(
        paginateDescribeListeners({ client }, { LoadBalancerArn }),
        ({ Listeners }) => Listeners,
      );
      return Promise.all(found.map((listener) => read(aws, listener, `${LoadBalancerName}:${listener.Port}`)));
    });
    return (await Promise.all(lists)).flat(2);
  },
};

async function read({ elb: client }: Aws, listener: Listener, name: string): Promise<Item[]> {
  const id = given(listener.ListenerArn);
  const rules = await everyItem(paginateDescribeRules({ client }, { ListenerArn: id }), ({ Rules }) => Rules);
  return [
    {
      type: "aws_lb_listener",
      id,
      name,
      settings: {
        loadBalancer: listener.LoadBalancerArn,
        port: listener.Port,
        protocol: listener.Protocol,
        sslPolicy: listener.SslPolicy,
        alpnPolicy: listener.AlpnPolicy,
        certificates: listener.Certificates?.map(({ CertificateArn }) => CertificateArn),
        defaultActions: ordered(listener.DefaultActions),
      },
    },
    ...rules
      .filter(({ IsDefault }) => !IsDefault)
      .map((rule) => ({
        type: "aws_lb_listener_rule",
        id: given(rule.RuleArn),
        name: `${name} ${rule.Priority}`,
        settings: {
          listener: id,
          priority: rule.Priority,
          conditions: rule.Conditions?.map(withoutSecrets),
          actions: ordered(rule.Actions),
        },
      })),
  ];
}

/** A condition as a report may show it: of the origin secrets only a fingerprint. */
function withoutSecrets(condition: RuleCondition): RuleCondition {
  const { HttpHeaderConfig: header } = condition;
  if (header?.HttpHeaderName?.toLowerCase() !== originHeader) return condition;
  const Values = header.Values?.map((value) => createHash("sha256").update(value).digest("hex").slice(0, 12));
  return { ...condition, HttpHeaderConfig: { ...header, Values } };
}
