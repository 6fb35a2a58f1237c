import { allowsPlainText } from "./allows-plain-text";
import { backsUpLessOften } from "./backs-up-less-often";
import { changesKey } from "./changes-key";
import { deletesWhatIsNotEmpty } from "./deletes-what-is-not-empty";
import { destroysData } from "./destroys-data";
import { disablesKey } from "./disables-key";
import { dropsEncryption } from "./drops-encryption";
import { removesDeletionProtection } from "./removes-deletion-protection";
import type { PlanRule, Rule } from "./rule";
import { shortensBackups } from "./shortens-backups";
import { shortensDeletionWindow } from "./shortens-deletion-window";
import { skipsFinalSnapshot } from "./skips-final-snapshot";
import { turnsOffPointInTimeRecovery } from "./turns-off-point-in-time-recovery";
import { turnsOffVersioning } from "./turns-off-versioning";
import { weakensLock } from "./weakens-lock";
import { weakensTls } from "./weakens-tls";

/** Every rule, by name. */
export const rules: readonly (Rule | PlanRule)[] = [
  allowsPlainText,
  backsUpLessOften,
  changesKey,
  deletesWhatIsNotEmpty,
  destroysData,
  disablesKey,
  dropsEncryption,
  removesDeletionProtection,
  shortensBackups,
  shortensDeletionWindow,
  skipsFinalSnapshot,
  turnsOffPointInTimeRecovery,
  turnsOffVersioning,
  weakensLock,
  weakensTls,
];
