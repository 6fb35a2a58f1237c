import { allowsPlainText } from "./allows-plain-text";
import { answersAnybody } from "./answers-anybody";
import { attachesBroadPolicy } from "./attaches-broad-policy";
import { backsUpLessOften } from "./backs-up-less-often";
import { bindsForGood } from "./binds-for-good";
import { changesDns } from "./changes-dns";
import { changesKey } from "./changes-key";
import { changesVersions } from "./changes-versions";
import { copiesToAnotherAccount } from "./copies-to-another-account";
import { cutsCapacity } from "./cuts-capacity";
import { cutsConnections } from "./cuts-connections";
import { deletesWhatIsNotEmpty } from "./deletes-what-is-not-empty";
import { destroysData } from "./destroys-data";
import { disablesKey } from "./disables-key";
import { disarmsFailover } from "./disarms-failover";
import { dropsEncryption } from "./drops-encryption";
import { dropsZones } from "./drops-zones";
import { endsIndexesAndStreams } from "./ends-indexes-and-streams";
import { exceedsBudget } from "./exceeds-budget";
import { exceedsLimits } from "./exceeds-limits";
import { exceedsRpo } from "./exceeds-rpo";
import { expiresDataSooner } from "./expires-data-sooner";
import { facesTheInternet } from "./faces-the-internet";
import { failsChecks } from "./fails-checks";
import { forgetsResources } from "./forgets-resources";
import { givesPublicAddresses } from "./gives-public-addresses";
import { grantsEverything } from "./grants-everything";
import { importsAndChanges } from "./imports-and-changes";
import { isIncomplete } from "./is-incomplete";
import { keepsLogsShorter } from "./keeps-logs-shorter";
import { leavesTheDrill } from "./leaves-the-drill";
import { leavesTheJurisdiction } from "./leaves-the-jurisdiction";
import { letsImagesChange } from "./lets-images-change";
import { letsOthersIn } from "./lets-others-in";
import { liftsLimits } from "./lifts-limits";
import { liftsPublicAccessBlock } from "./lifts-public-access-block";
import { liftsRefusal } from "./lifts-refusal";
import { losesFailedMessages } from "./loses-failed-messages";
import { makesLongLivedKeys } from "./makes-long-lived-keys";
import { makesPubliclyAccessible } from "./makes-publicly-accessible";
import { movesToSpot } from "./moves-to-spot";
import { needsAnotherRegion } from "./needs-another-region";
import { needsUsEast1 } from "./needs-us-east-1";
import { opensABucket } from "./opens-a-bucket";
import { opensClusterEndpoint } from "./opens-cluster-endpoint";
import { opensToTheInternet } from "./opens-to-the-internet";
import { removesACopy } from "./removes-a-copy";
import { removesBoundary } from "./removes-boundary";
import { removesDeletionProtection } from "./removes-deletion-protection";
import { restartsAtOnce } from "./restarts-at-once";
import type { AnyRule } from "./rule";
import { runsActions } from "./runs-actions";
import { runsInOneZone } from "./runs-in-one-zone";
import { runsPrivileged } from "./runs-privileged";
import { runsProvisioners } from "./runs-provisioners";
import { sharesSnapshots } from "./shares-snapshots";
import { shortensBackups } from "./shortens-backups";
import { shortensDeletionWindow } from "./shortens-deletion-window";
import { showsSecrets } from "./shows-secrets";
import { shrinksInstances } from "./shrinks-instances";
import { silencesAlarms } from "./silences-alarms";
import { skipsFinalSnapshot } from "./skips-final-snapshot";
import { stopsAudit } from "./stops-audit";
import { stopsLogs } from "./stops-logs";
import { swapsCertificate } from "./swaps-certificate";
import { swapsOrigin } from "./swaps-origin";
import { swapsTargets } from "./swaps-targets";
import { takesDown } from "./takes-down";
import { trustsEverybody } from "./trusts-everybody";
import { turnsOffPointInTimeRecovery } from "./turns-off-point-in-time-recovery";
import { turnsOffVersioning } from "./turns-off-versioning";
import { upgradesForGood } from "./upgrades-for-good";
import { weakensFirewall } from "./weakens-firewall";
import { weakensInstanceMetadata } from "./weakens-instance-metadata";
import { weakensLock } from "./weakens-lock";
import { weakensSignIn } from "./weakens-sign-in";
import { weakensTls } from "./weakens-tls";
import { widensIngress } from "./widens-ingress";
import { widensPermissions } from "./widens-permissions";
import { widensTrust } from "./widens-trust";

/** Every rule, by name. */
export const rules: readonly AnyRule[] = [
  allowsPlainText,
  answersAnybody,
  attachesBroadPolicy,
  backsUpLessOften,
  bindsForGood,
  changesDns,
  changesKey,
  changesVersions,
  copiesToAnotherAccount,
  cutsCapacity,
  cutsConnections,
  deletesWhatIsNotEmpty,
  destroysData,
  disablesKey,
  disarmsFailover,
  dropsEncryption,
  dropsZones,
  endsIndexesAndStreams,
  exceedsBudget,
  exceedsLimits,
  exceedsRpo,
  expiresDataSooner,
  facesTheInternet,
  failsChecks,
  forgetsResources,
  givesPublicAddresses,
  grantsEverything,
  importsAndChanges,
  isIncomplete,
  keepsLogsShorter,
  leavesTheDrill,
  leavesTheJurisdiction,
  letsImagesChange,
  letsOthersIn,
  liftsLimits,
  liftsPublicAccessBlock,
  liftsRefusal,
  losesFailedMessages,
  makesLongLivedKeys,
  makesPubliclyAccessible,
  movesToSpot,
  needsAnotherRegion,
  needsUsEast1,
  opensABucket,
  opensClusterEndpoint,
  opensToTheInternet,
  removesACopy,
  removesBoundary,
  removesDeletionProtection,
  restartsAtOnce,
  runsActions,
  runsInOneZone,
  runsPrivileged,
  runsProvisioners,
  sharesSnapshots,
  shortensBackups,
  shortensDeletionWindow,
  showsSecrets,
  shrinksInstances,
  silencesAlarms,
  skipsFinalSnapshot,
  stopsAudit,
  stopsLogs,
  swapsCertificate,
  swapsOrigin,
  swapsTargets,
  takesDown,
  trustsEverybody,
  turnsOffPointInTimeRecovery,
  turnsOffVersioning,
  upgradesForGood,
  weakensFirewall,
  weakensInstanceMetadata,
  weakensLock,
  weakensSignIn,
  weakensTls,
  widensIngress,
  widensPermissions,
  widensTrust,
];

/** Those that look at what was changed outside of Terraform, too: who may get in, and who watches. */
export const outsideToo: readonly AnyRule[] = [
  answersAnybody,
  attachesBroadPolicy,
  dropsEncryption,
  grantsEverything,
  letsOthersIn,
  liftsPublicAccessBlock,
  liftsRefusal,
  makesLongLivedKeys,
  makesPubliclyAccessible,
  opensABucket,
  opensToTheInternet,
  sharesSnapshots,
  stopsAudit,
  trustsEverybody,
  widensIngress,
  widensPermissions,
  widensTrust,
];
