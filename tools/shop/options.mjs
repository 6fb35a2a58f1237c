import { UserError } from "../setup/user-error.mjs";
import { didYouMean } from "./nearest.mjs";

/** npm has settings of these names itself, which somebody may have chosen for npm. */
const npms = ["color", "json"];

/** The options that a help page lists: their names, and whether they take a value. */
const optionsOn = (page) =>
  [...page.matchAll(/^ {2}(?:(-\w), )?(--[a-z][\w-]*)( <)?/gm)].map(([, short, long, value]) => ({
    names: short ? [short, long] : [long],
    long,
    takesValue: value !== undefined,
  }));

/**
 * Refuses options that a command does not have, before anything is set up for it; and options that npm took for its own,
 * because `--` was missing before them: `npm run drill --keep` would drill without `--keep`, and destroy what was to be kept.
 */
export function checkOptions(name, args, { page, environment }) {
  const options = optionsOn(page);
  // A command without --json hands all of its arguments on to another program.
  if (!options.some(({ long }) => long === "--json")) return;
  const unknown = firstUnknown(args, options);
  if (unknown !== undefined) {
    const near = didYouMean(
      unknown,
      options.map(({ long }) => long),
    );
    throw new UserError(`${name}: "${unknown}" is not a known option.${near} ./shop ${name} --help lists the options.`);
  }
  const taken = environment.npm_lifecycle_event === name ? takenByNpm(options, environment) : [];
  if (taken.length > 0)
    throw new UserError(
      `npm took ${taken.join(" and ")} for itself. Put -- before the options: npm run ${name} -- ${taken.join(" ")}; or use ./shop ${name} ${taken.join(" ")}.`,
    );
}

function firstUnknown(args, options) {
  for (let at = 0; at < args.length && args[at] !== "--"; at++) {
    const [option, value] = args[at].split("=", 2);
    if (!/^-./.test(option)) continue;
    const found = options.find(({ names }) => names.includes(option));
    if (!found) return option;
    if (found.takesValue && value === undefined) at++;
  }
  return undefined;
}

const takenByNpm = (options, environment) =>
  options
    .map(({ long }) => long)
    .filter((long) => !npms.includes(long.replace(/^--(no-)?/, "")))
    .filter((long) => environment[`npm_config_${long.slice(2).replaceAll("-", "_")}`] !== undefined);
