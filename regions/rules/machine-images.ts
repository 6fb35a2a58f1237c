import { platform } from "../../modules/core/names";
import { type Environment, liveRegions } from "../schema/environment";
import { didYouMean, type Problem } from "../schema/explain";
import type { LiveRegion, Region } from "../schema/region-schema";
import { imagesGoTo } from "../wiring/images";

/** Machine images that nobody provides, nobody runs, or that would have one parameter with others. */
export const machineImageProblems = (environment: Environment): Problem[] => [
  ...liveRegions(environment).flatMap((region) => missing(environment, region)),
  ...environment.regions.flatMap((region) => idle(environment, region)),
  ...clashes(environment),
];

/** AWS's own parameters are in every region; any other has to be made in both. */
const missing = ({ name }: Environment, region: LiveRegion): Problem[] =>
  Object.entries({ api: region.api, web: region.web }).flatMap(([tier, service]) => {
    if (service.compute !== "ec2" || service.workload !== "ami") return [];
    const { imageParameter } = service;
    const known = Object.keys(region.delivery.machineImages);
    if (imageParameter.startsWith("/aws/service/") || known.includes(imageParameter)) return [];
    const hint =
      didYouMean(imageParameter, known) ||
      ` Say delivery: { machineImages: { "${imageParameter}": the id of its AMI } } in regions/${region.name}.ts, or name a parameter of AWS's own below /aws/service.`;
    return [
      {
        path: `${name}.${region.name}.${tier}.imageParameter`,
        message: `${imageParameter} names no machine image of ${region.name}, and nothing would copy it to where the region is rebuilt.${hint}`,
      },
    ];
  });

const idle = ({ name }: Environment, region: Region): Problem[] =>
  region.role === "standby" && Object.keys(region.delivery.machineImages).length > 0
    ? [
        {
          path: `${name}.${region.name}.delivery.machineImages`,
          message: `${region.name} runs nothing before a loss. Name the machine images in the live region that runs them, and they are copied.`,
        },
      ]
    : [];

/** A name is there once in a region: its own, or that of a copy from one other region. */
const clashes = (environment: Environment): Problem[] => {
  const all = liveRegions(environment).flatMap((region) =>
    Object.keys(region.delivery.machineImages).flatMap((parameter) =>
      [region.name, imagesGoTo(environment, region)].map((place) => ({ of: region.name, place, parameter })),
    ),
  );
  return all.flatMap(({ of, place, parameter }, index) => {
    const first = all
      .slice(0, index)
      .find((one) => place !== null && one.place === place && one.parameter === parameter);
    return first
      ? [
          {
            path: `${environment.name}.${of}.delivery.machineImages.${parameter}`,
            message: `${first.of} has a machine image of that name in ${place}, too. Give each region names of its own, such as /${platform}/${of}/image.`,
          },
        ]
      : [];
  });
};
