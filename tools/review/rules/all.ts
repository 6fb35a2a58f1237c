import { allowsPlainText } from "./allows-plain-text";
import { answersAnybody } from "./answers-anybody";
import { backsUpLessOften } from "./backs-up-less-often";
import { changesKey } from "./changes-key";
import { deletesWhatIsNotEmpty } from "./deletes-what-is-not-empty";
import { destroysData } from "./destroys-data";
import { disablesKey } from "./disables-key";
import { dropsEncryption } from "./drops-encryption";
import { facesTheInternet } from "./faces-the-internet";
import { givesPublicAddresses } from "./gives-public-addresses";
import { liftsPublicAccessBlock } from "./lifts-public-access-block";
import { makesPubliclyAccessible } from "./makes-publicly-accessible";
import { opensABucket } from "./opens-a-bucket";
import { opensClusterEndpoint } from "./opens-cluster-endpoint";
import { opensToTheInternet } from "./opens-to-the-internet";
import { removesDeletionProtection } from "./removes-deletion-protection";
import type { PlanRule, Rule } from "./rule";
import { sharesSnapshots } from "./shares-snapshots";
import { shortensBackups } from "./shortens-backups";
import { shortensDeletionWindow } from "./shortens-deletion-window";
import { skipsFinalSnapshot } from "./skips-final-snapshot";
import { turnsOffPointInTimeRecovery } from "./turns-off-point-in-time-recovery";
import { turnsOffVersioning } from "./turns-off-versioning";
import { weakensFirewall } from "./weakens-firewall";
import { weakensInstanceMetadata } from "./weakens-instance-metadata";
import { weakensLock } from "./weakens-lock";
import { weakensTls } from "./weakens-tls";

/** Every rule, by name. */
export const rules: readonly (Rule | PlanRule)[] = [
  allowsPlainText,
  answersAnybody,
  backsUpLessOften,
  changesKey,
  deletesWhatIsNotEmpty,
  destroysData,
  disablesKey,
  dropsEncryption,
  facesTheInternet,
  givesPublicAddresses,
  liftsPublicAccessBlock,
  makesPubliclyAccessible,
  opensABucket,
  opensClusterEndpoint,
  opensToTheInternet,
  removesDeletionProtection,
  sharesSnapshots,
  shortensBackups,
  shortensDeletionWindow,
  skipsFinalSnapshot,
  turnsOffPointInTimeRecovery,
  turnsOffVersioning,
  weakensFirewall,
  weakensInstanceMetadata,
  weakensLock,
  weakensTls,
];
