import { type Environment, liveRegions } from "../schema/environment";
import type { Region } from "../schema/region-schema";

/** An AMI of a live region that is copied into another. */
export interface SourceImage {
  readonly id: string;
  readonly region: string;
}

/** Where a region's images are replicated to: with the backups, if there are repositories for them. */
export const imagesGoTo = ({ regions }: Environment, region: Region): string | null => {
  const to = region.role === "live" ? region.backup.copiesTo : null;
  return regions.some((other) => other.name === to && other !== region && "delivery" in other) ? to : null;
};

/** What is copied into a region, by SSM parameter: the machine images of those regions whose images go there. */
export const machineImagesFor = (environment: Environment, { name }: Region): Record<string, SourceImage> =>
  Object.fromEntries(
    liveRegions(environment)
      .filter((from) => imagesGoTo(environment, from) === name)
      .flatMap(({ name: region, delivery }) =>
        Object.entries(delivery.machineImages).map(([parameter, id]) => [parameter, { id, region }]),
      ),
  );
