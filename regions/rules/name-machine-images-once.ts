import { platform } from "../../modules/core/names";
import { type EnvironmentRule, liveRegions } from "../schema/environment";
import type { Problem } from "../schema/explain";
import { imagesGoTo } from "../wiring/images";

/** A machine image's name is there once in a region: its own, or that of a copy from one other region. */
export const nameMachineImagesOnce: EnvironmentRule = (environment) => {
  const all = liveRegions(environment).flatMap((region) =>
    Object.keys(region.delivery.machineImages).flatMap((parameter) =>
      [region.name, imagesGoTo(environment, region)].map((place) => ({ of: region.name, place, parameter })),
    ),
  );
  return all.flatMap(({ of, place, parameter }, index): Problem[] => {
    const first = all
      .slice(0, index)
      .find((one) => place !== null && one.place === place && one.parameter === parameter);
    return first
      ? [
          {
            path: `${of}.delivery.machineImages.${parameter}`,
            message: `${first.of} also has a machine image of that name in ${place}. Give each region names of its own, such as /${platform}/${of}/image.`,
          },
        ]
      : [];
  });
};
