import { workingPath } from "../../modules/blocks/health/contract";
import { globalRegion } from "../schema/aws-regions";
import { type EnvironmentRule, liveRegions, regionsOf } from "../schema/environment";
import type { Problem } from "../schema/explain";

/**
 * Route 53 asks each region at a path that its load balancer hands on, and not at the one that decides what is replaced: a
 * region that cannot serve, as without its database, would have all of its targets replaced besides.
 */
export const askWhetherRegionsCanServe: EnvironmentRule = (environment) =>
  regionsOf(environment, "global").flatMap(({ edge: { readinessPath } }) =>
    liveRegions(environment).flatMap(({ name, web }): Problem[] => {
      if (!web.healthPaths.includes(readinessPath))
        return [
          {
            path: `${name}.web.healthPaths`,
            message: `${web.healthPaths.join(", ")}: the load balancer would refuse the health checks of Route 53, which ask ${readinessPath}, and nobody would be led to ${name}. Add ${readinessPath} here, or say another edge.readinessPath in regions/${globalRegion}.ts.`,
          },
        ];
      // An image that knows one path only answers both questions there.
      if (web.livenessPath !== readinessPath || readinessPath === workingPath) return [];
      return [
        {
          path: `${name}.web.livenessPath`,
          message: `${web.livenessPath}: it is edge.readinessPath, too, so what cannot serve would be replaced again and again. Say a path at which an image looks at itself only.`,
        },
      ];
    }),
  );
