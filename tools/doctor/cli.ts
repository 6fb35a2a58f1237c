import { IAMClient } from "@aws-sdk/client-iam";
import { Argument } from "commander";
import { z } from "zod";
import { changingWorkflows, githubEnvironment } from "../../modules/account/workflows/contract";
import { environments } from "../../regions/environments";
import { organization } from "../../regions/organization";
import { globalRegion } from "../../regions/schema/aws-regions";
import { type Environment, globalRegionOf } from "../../regions/schema/environment";
import { columns } from "../../terraform/process/columns";
import { command } from "../../terraform/process/command";
import { callersAccount, callersAws } from "../bootstrap/caller";
import { accountFindings } from "./account";
import { copiesInAnotherAccountFindings } from "./copies-in-another-account";
import { existingFindings } from "./existing/findings";
import { type Finding, finding, type Part, parts } from "./finding";
import { githubOf } from "./github";
import { optInFindings } from "./opt-in";
import { quotaFindings } from "./quotas";
import { repositoryFindings, type Trusted } from "./repository";
import { serviceRoleFindings } from "./service-roles";
import { toolFindings } from "./tools";
import { versionFindings } from "./versions/versions";

const result = z.object({ aws: z.string().describe("Which AWS was asked."), findings: z.array(finding) });

export const doctor = command({
  name: "doctor",
  about: "Shows what is missing, wrong or unprotected here, in the account, and on GitHub.",
  details:
    "It only reads: this machine, the region files, AWS with your credentials, and GitHub with GITHUB_TOKEN. What it cannot ask is not known, never ok.",
  options: (program) => program.addArgument(new Argument("[part]", "only this").choices(parts)),
  examples: [
    ["doctor", "everything"],
    ["doctor tools", "this machine, for work without an account"],
    ["doctor versions", "whether AWS ends the support of something within a year; every night"],
    ["doctor repository --json", "whether GitHub protects what roles trust, for a script"],
  ],
  exitCodes: { 0: "all is well", 1: "something is wrong, or could not be asked" },
  result,
  text: ({ findings }) =>
    columns(
      findings.map(({ part, is, says, wayOut }) => [part, is, wayOut === null ? says : `${says}. Way out: ${wayOut}`]),
    ),
  run: async (_, { args, show }) => {
    const wanted = parts.filter((part) => args[0] === undefined || args[0] === part);
    const findings = (await Promise.all(wanted.map((part) => ask[part]()))).flat();
    show({ aws: callersAws(), findings });
    return findings.every(({ is }) => is === "ok") ? 0 : 1;
  },
});

const ask: Readonly<Record<Part, () => Promise<Finding[]>>> = {
  tools: toolFindings,
  versions: async () => versionFindings(environments, new Date()),
  account: async () => {
    const accounts = environments.map(({ account }) => account).join(" or ");
    const asked = callersAccount(environments[0]?.stateRegion, accounts);
    const iam = new IAMClient({ region: globalRegion });
    const whose = await accountFindings(environments, { account: () => asked, iam });
    const caller = await asked.catch(() => undefined);
    const environment = environments.find((one) => one.account === caller);
    return environment ? [...whose, ...(await firstApplyFindings(environment, iam))] : whose;
  },
  repository: () => repositoryFindings(organization, trustedEnvironments(), githubOf()),
};

/** What the account would refuse a first apply for: what exists already, regions that are not enabled, and quotas. */
const firstApplyFindings = async (environment: Environment, iam: IAMClient): Promise<Finding[]> =>
  (
    await Promise.all([
      serviceRoleFindings(environment, iam),
      existingFindings(environment),
      optInFindings(environment),
      quotaFindings(environment),
      copiesInAnotherAccountFindings(environment),
    ])
  ).flat();

/** The GitHub environments whose jobs take on a role that changes something. */
const trustedEnvironments = (): Trusted[] =>
  environments.flatMap((environment) =>
    changingWorkflows(globalRegionOf(environment).account).map((workflow) => ({
      name: githubEnvironment(workflow, environment.name),
      // A drill runs at night: nobody is there to agree.
      asksReviewers: workflow !== "drill",
    })),
  );
