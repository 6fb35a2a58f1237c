import type { Settings } from "../drill";
import type { Step } from "../step";
import { backUpDatabase } from "./back-up-database";
import { checkOutRecovery } from "./check-out-recovery";
import { checkOutSource } from "./check-out-source";
import { destroyBoth } from "./destroy-both";
import { fenceRegion } from "./fence-region";
import { keepUntilEnter } from "./keep-until-enter";
import { loseRegion } from "./lose-region";
import { noteWhatIsThere } from "./note-what-is-there";
import { openGateStep } from "./open-gate";
import { openRegion } from "./open-region";
import { prepareDatabase } from "./prepare-database";
import { recover } from "./recover";
import { restoreRegion } from "./restore-region";
import { seeWhatStands } from "./see-what-stands";
import { standUpSource } from "./stand-up-source";
import { startLocalAwsStep } from "./start-local-aws";
import { takeInventories } from "./take-inventories";
import { takeLease } from "./take-lease";
import { verify } from "./verify";

const options = {
  "with `--aws`": ({ where }) => where.kind === "account",
  "without `--aws`": ({ where }) => where.kind !== "account",
  "with `--keep`": ({ keep }) => keep,
} satisfies Record<string, (settings: Composed) => boolean>;

type Composed = Pick<Settings, "keep" | "where">;

/** Every step there is, in its order; some are taken only with or without an option. */
export const everyStep: readonly (readonly [Step, (keyof typeof options)?])[] = [
  [openGateStep, "with `--aws`"],
  [takeLease, "with `--aws`"],
  [startLocalAwsStep, "without `--aws`"],
  [noteWhatIsThere],
  [checkOutSource],
  [seeWhatStands, "with `--aws`"],
  [standUpSource],
  [backUpDatabase],
  [takeInventories],
  [loseRegion],
  [fenceRegion],
  [checkOutRecovery],
  [recover],
  [prepareDatabase],
  [verify],
  [openRegion],
  [restoreRegion],
  [keepUntilEnter, "with `--keep`"],
  [destroyBoth],
];

/** The drill, from nothing to nothing: what is not destroyed in its own step is taken back at the end, last first. */
export const steps = (settings: Composed): Step[] =>
  everyStep.flatMap(([step, only]) => (only === undefined || options[only](settings) ? [step] : []));
