import type { Settings } from "../drill";
import type { Step } from "../step";
import { backUpDatabase } from "./back-up-database";
import { bootstrapStates } from "./bootstrap-states";
import { checkOutRecovery } from "./check-out-recovery";
import { checkOutSource } from "./check-out-source";
import { destroyBoth } from "./destroy-both";
import { keepUntilEnter } from "./keep-until-enter";
import { loseRegion } from "./lose-region";
import { noteWhatIsThere } from "./note-what-is-there";
import { openGateStep } from "./open-gate";
import { recover } from "./recover";
import { restoreRegion } from "./restore-region";
import { seeWhatStands } from "./see-what-stands";
import { standUpAccount } from "./stand-up-account";
import { standUpSource } from "./stand-up-source";
import { startLocalAwsStep } from "./start-local-aws";
import { takeInventories } from "./take-inventories";
import { takeLease } from "./take-lease";
import { verify } from "./verify";

/** The drill, from nothing to nothing: what is not destroyed in its own step is taken back at the end, last first. */
export const steps = ({ keep, where }: Pick<Settings, "keep" | "where">): Step[] => [
  ...(where.kind === "account" ? [openGateStep, takeLease] : [startLocalAwsStep]),
  noteWhatIsThere,
  checkOutSource,
  ...(where.kind === "account" ? [seeWhatStands] : [bootstrapStates, standUpAccount]),
  standUpSource,
  backUpDatabase,
  takeInventories,
  loseRegion,
  checkOutRecovery,
  recover,
  verify,
  restoreRegion,
  ...(keep ? [keepUntilEnter] : []),
  destroyBoth,
];
