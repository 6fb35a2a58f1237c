import type { Environment, EnvironmentRule } from "../schema/environment";
import type { Problem } from "../schema/explain";
import { alertSomebody } from "./alert-somebody";
import { askWhetherRegionsCanServe } from "./ask-whether-regions-can-serve";
import { copyBackupsElsewhere } from "./copy-backups-elsewhere";
import { copyBackupsToAVault } from "./copy-backups-to-a-vault";
import { copyBackupsToAnotherAccount } from "./copy-backups-to-another-account";
import { copyStatesElsewhere } from "./copy-states-elsewhere";
import { drillInDevOnly } from "./drill-in-dev-only";
import { drillWhatProdRuns } from "./drill-what-prod-runs";
import { haveOneGlobalRegion } from "./have-one-global-region";
import { haveTheStateRegion } from "./have-the-state-region";
import { keepEdgeLogsUnderTheirLaw } from "./keep-edge-logs-under-their-law";
import { keepNamesWithinLimits } from "./keep-names-within-limits";
import { keepNetworksApart } from "./keep-networks-apart";
import { keepPersonalDataUnderItsLaw } from "./keep-personal-data-under-its-law";
import { keepStaticFilesTwice } from "./keep-static-files-twice";
import { letDrillsDeleteCopies } from "./let-drills-delete-copies";
import { makeSecretsThatAreRead } from "./make-secrets-that-are-read";
import { nameMachineImagesOnce } from "./name-machine-images-once";
import { nameMachineImagesWhereTheyRun } from "./name-machine-images-where-they-run";
import { pairDatabaseCopies } from "./pair-database-copies";
import { pauseOutsideProd } from "./pause-outside-prod";
import { provideMachineImages } from "./provide-machine-images";
import { replacePlaceholders } from "./replace-placeholders";
import { routeToLiveRegions } from "./route-to-live-regions";
import { subscribeToShield } from "./subscribe-to-shield";

/** The rules across the regions of an environment. */
export const rules: readonly EnvironmentRule[] = [
  keepNamesWithinLimits,
  keepNetworksApart,
  keepPersonalDataUnderItsLaw,
  pairDatabaseCopies,
  pauseOutsideProd,
  keepEdgeLogsUnderTheirLaw,
  routeToLiveRegions,
  askWhetherRegionsCanServe,
  keepStaticFilesTwice,
  makeSecretsThatAreRead,
  subscribeToShield,
  copyBackupsToAVault,
  copyBackupsElsewhere,
  copyBackupsToAnotherAccount,
  copyStatesElsewhere,
  alertSomebody,
  letDrillsDeleteCopies,
  drillInDevOnly,
  drillWhatProdRuns,
  provideMachineImages,
  nameMachineImagesWhereTheyRun,
  nameMachineImagesOnce,
  haveOneGlobalRegion,
  haveTheStateRegion,
  replacePlaceholders,
];

/** All that breaks a rule in an environment, one of `all`. */
export const problemsOf = (environment: Environment, all: readonly Environment[]): Problem[] =>
  rules.flatMap((rule) => rule(environment, all));
