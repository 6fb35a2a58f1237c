import type { Store } from "../../modules/core/contract";
import { differentLaws, jurisdictionOf, lawsDiffer } from "../schema/aws-regions";
import { whereCopiesGo } from "../schema/copy-choices";
import type { EnvironmentRule } from "../schema/environment";
import { storesOf } from "../wiring/stores";

/** Copies of personal data stay within the jurisdiction of the region that they are from. */
export const keepPersonalDataUnderItsLaw: EnvironmentRule = (environment) =>
  environment.regions.flatMap(storesOf).flatMap(({ region, tier, store, personalData, copiedTo }) =>
    copiedTo
      .filter((to) => personalData && lawsDiffer(region, to))
      .map((to) => ({
        path: `${region}.${tier}.${store.copiedTo}`,
        message: `${differentLaws(region, to)}; personal data (${store.holds}) must stay in ${jurisdictionOf(region)}. ${whereCopiesGo(environment, region, tier)}${wayOut(store)}`,
      })),
  );

const wayOut = ({ personalData }: Store): string =>
  typeof personalData === "object" ? ` Or keep no personal data there and say ${personalData.field}: false.` : "";
