import { type EnvironmentRule, liveRegions } from "../schema/environment";
import { didYouMean, type Problem } from "../schema/explain";

/** AWS's own image parameters are in every region; any other is made in the region that runs it, and copied with the backups. */
export const provideMachineImages: EnvironmentRule = (environment) =>
  liveRegions(environment).flatMap(({ name, api, web, delivery }) =>
    Object.entries({ api, web }).flatMap(([tier, service]): Problem[] => {
      if (service.compute !== "ec2" || service.workload !== "ami") return [];
      const { imageParameter } = service;
      const known = Object.keys(delivery.machineImages);
      if (imageParameter.startsWith("/aws/service/") || known.includes(imageParameter)) return [];
      const hint =
        didYouMean(imageParameter, known) ||
        ` Say delivery: { machineImages: { "${imageParameter}": the id of the AMI } } in regions/${name}.ts, or use one of AWS's own parameters, below /aws/service.`;
      return [
        {
          path: `${name}.${tier}.imageParameter`,
          message: `${imageParameter} is not a machine image of ${name}, so nothing would copy it to where the region is rebuilt.${hint}`,
        },
      ];
    }),
  );
