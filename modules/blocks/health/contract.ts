import { z } from "zod";

/** Where an image answers that knows one question only: whether it works. */
export const workingPath = "/health";

/** Where one answers whether it can serve, unless a region file says something else. */
export const servingPath = "/health/ready";

/**
 * A path that a load balancer and Route 53 both ask as it is: without query, and without the wildcards of a listener's rule.
 *
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-condition-types.html
 */
export const healthPath = z
  .string()
  .max(128)
  .regex(
    /^(\/[A-Za-z0-9_~-][A-Za-z0-9_.~-]*)+$/,
    `must be an absolute path without query, wildcards or a slash at its end, such as ${servingPath}`,
  );
