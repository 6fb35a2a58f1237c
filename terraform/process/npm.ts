import type { Option } from "commander";
import { UserError } from "../../modules/core/user-error";

/** npm has settings of these names itself, which somebody may have chosen for npm. */
const npms = ["color", "json"];

/**
 * Refuses options that npm took for its own, because `--` was missing before them: `npm run drill --keep` would drill
 * without `--keep`, and destroy what was to be kept.
 */
export function refuseWhatNpmTook(
  name: string,
  options: readonly Pick<Option, "long" | "isBoolean">[],
  environment: NodeJS.ProcessEnv = process.env,
): void {
  if (environment.npm_lifecycle_event !== name) return;
  const taken = options
    .flatMap(({ long }) => (long ? [long] : []))
    .filter((long) => !npms.includes(long.replace(/^--(no-)?/, "")))
    .filter((long) => environment[`npm_config_${long.slice(2).replaceAll("-", "_")}`] !== undefined);
  if (taken.length === 0) return;
  throw new UserError(
    `npm took ${taken.join(" and ")} for itself. Put -- before the options: npm run ${name} -- ${taken.join(" ")}; or use ./shop ${name} ${taken.join(" ")}.`,
  );
}
