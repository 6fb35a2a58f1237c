import { Fn } from "cdktf";

/** A metric as CloudWatch keeps it: found only by exactly these dimensions. */
export interface Metric {
  readonly namespace: string;
  readonly name: string;
  readonly dimensions: Readonly<Record<string, string>>;
  /** A statistic such as `Sum`, or a percentile such as `p95`. */
  readonly stat: string;
}

/** The dimension of a load balancer: the end of its ARN, `app/<name>/<id>`. */
export const loadBalancer = (arn: string): string => Fn.element(Fn.split(":loadbalancer/", arn), 1);

/** The dimension of a target group: the end of its ARN, `targetgroup/<name>/<id>`. */
export const targetGroup = (arn: string): string => Fn.element(Fn.split(":", arn), 5);
