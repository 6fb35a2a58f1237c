import { Fn } from "cdktf";

/** The dimension of a load balancer: the end of its ARN, `app/<name>/<id>`. */
export const loadBalancer = (arn: string): string => Fn.element(Fn.split(":loadbalancer/", arn), 1);

/** The dimension of a target group: the end of its ARN, `targetgroup/<name>/<id>`. */
export const targetGroup = (arn: string): string => Fn.element(Fn.split(":", arn), 5);
