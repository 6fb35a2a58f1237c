import { z } from "zod";
import { UserError } from "../../modules/core/user-error";
import { organization as current } from "../../regions/organization";
import { refuse } from "../../regions/schema/explain";
import { type Organization, organizationFile } from "../../regions/schema/organization-schema";
import { command, type Terminal } from "../../terraform/process/command";
import { nextLine } from "../../terraform/process/confirm";
import { projectRoot } from "../../terraform/project-root";
import { type Change, diffOf, refuseUncommitted, textOf, writeAll } from "./files";
import { type Given, takeOptions } from "./given";
import { problemsWith } from "./problems";
import { askAll, type Question } from "./questions";
import { organizationText, workflowFiles, workflowText } from "./texts";

type Options = Given & { readonly yes?: boolean; readonly dryRun?: boolean };

const result = z.object({
  organization: z.object({
    environments: z.record(z.string(), z.object({ account: z.string(), domain: z.string() })),
    githubRepository: z.string().nullable(),
    githubRepositoryIds: z.string().nullable(),
    onCall: z.string(),
  }),
  changes: z.array(z.object({ path: z.string(), diff: z.string().describe("Unified diff, without its header.") })),
  written: z.boolean().describe("Whether they were written; not with --dry-run, nor where nothing changes."),
});
type Result = z.infer<typeof result>;

const each = (value: string, before: string[] = []): string[] => [...before, value];

export const init = command({
  name: "init",
  about: "Adopts the repository: writes accounts, domains, repository and on-call address.",
  details: "It asks for each of them.",
  options: (program) =>
    program
      .option("--account <environment=id>", "AWS account of an environment; once for each", each)
      .option(
        "--domain <domain>",
        "domain of the first environment, the others get subdomains of it; or environment=domain",
        each,
      )
      .option("--repository <owner/name>", "GitHub repository whose workflows may plan and apply")
      .option(
        "--repository-ids <owner/repository>",
        "GitHub's ids of its owner and of it, such as 123456/456789, or none: ./shop doctor shows them",
      )
      .option("--no-repository", "create no roles for GitHub workflows")
      .option("--on-call <address>", "e-mail address that alerts go to"),
  examples: [
    ["init", "ask for everything, show what changes, and write it"],
    ["init --on-call ops@acme.io --dry-run", "show what would change"],
    ["init --no-repository --yes", "change one value, without asking"],
  ],
  exitCodes: { 0: "written, or nothing to change", 1: "not confirmed: nothing was written" },
  confirms: true,
  dryRun: "show what would change, and write nothing",
  result,
  text,
  run: async (options: Options, terminal) => {
    const paths = [organizationFile, ...workflowFiles];
    if (!options.yes && !options.dryRun) await refuseUncommitted(projectRoot, paths);
    const organization = await organizationOf(options, terminal);
    const changes = changesFor(organization);
    const shown = await Promise.all(changes.map(async (one) => ({ path: one.path, diff: await diffOf(one) })));
    const given = { organization, changes: shown };
    if (options.dryRun || changes.length === 0) {
      terminal.show({ ...given, written: false });
      return 0;
    }
    for (const { path, diff } of shown) terminal.warn(`${path}\n${diff}\n`);
    if (!(await terminal.agree(`write ${changes.map(({ path }) => path).join(" and ")}`))) {
      terminal.warn("not confirmed: nothing was written");
      return 1;
    }
    writeAll(projectRoot, changes);
    terminal.show({ ...given, written: true });
    return 0;
  },
});

/** What the options say, and what a person answers to the rest; refused as the file would be. */
async function organizationOf(options: Options, { signal, warn }: Terminal<Result>): Promise<Organization> {
  const [taken, open] = takeOptions(current, options);
  const isTerminal = process.stdin.isTTY && !options.yes;
  if (!isTerminal && taken === current)
    throw new UserError(
      `There is nobody to ask. Give what is to change: --account, --domain, --repository, --repository-ids, --on-call.`,
    );
  const ask = async (question: string, suggested: string): Promise<string> => {
    process.stderr.write(`${question} [${suggested}]: `);
    const line = await nextLine(signal);
    if (line === undefined) throw new UserError("Standard input has ended. Nothing was written.");
    return line;
  };
  const tell: Parameters<typeof askAll>[2]["tell"] = ({ message }) => warn(`  ${message}`);
  const asked: readonly Question[] = isTerminal ? open : [];
  const organization = await askAll(taken, asked, { ask, tell });
  refuse(organizationFile, problemsWith(organization));
  return organization;
}

/** The files that are not as they should be. A workflow that was removed is not missed. */
const changesFor = (organization: Organization): Change[] =>
  (
    [
      [organizationFile, () => organizationText(organization)],
      ...workflowFiles.map((path) => [path, (before: string) => workflowText(path, before, organization)] as const),
    ] as const
  ).flatMap(([path, after]) => {
    const before = textOf(projectRoot, path);
    const change = before === undefined ? undefined : { path, before, after: after(before) };
    return change && change.before !== change.after ? [change] : [];
  });

function text({ changes, written }: Result): string {
  if (changes.length === 0) return "Nothing to change: the files say so already.";
  if (!written) return changes.map(({ path, diff }) => `${path}\n${diff}`).join("\n");
  return [
    ...changes.map(({ path }) => `written  ${path}`),
    "",
    "Next:",
    "  ./shop update      generated files follow",
    "  npm test           everything still holds",
    "  git diff           read it, then commit",
  ].join("\n");
}
