import type { RegionName } from "./aws-regions";

/** The file of a region. */
export const regionFile = (region: RegionName): string => `regions/${region}.ts`;
