import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { recoveryOf } from "../regions/wiring/location";
import { ephemeralVariables } from "../terraform/make-ephemeral";
import { localEnvironment } from "../terraform/process/environments";
import { TerraformRoot, variableFlags } from "../terraform/root";
import { exportLines, quote } from "../tools/local-aws/export-lines";
import type { Drill } from "./drill";
import { snapshotsOf } from "./snapshots";
import { recoveryVariables } from "./steps/recover";

/**
 * Says precisely what a drill leaves behind, and how to remove it; nothing where nothing is left.
 *
 * Our own local AWS takes all that was made in it along. Another one keeps what was not destroyed: the commands that
 * remove it are written into the work folder as a script. An account has the states, so that a clean-up needs no more.
 */
export function whatIsLeft(drill: Drill): string {
  const { standing, snapshots, settings } = drill;
  const { where, workFolder, environment } = settings;
  if (where.kind === "own" || (standing.size === 0 && snapshots.size === 0)) return "";
  const left = [
    ...[...standing].map(([id, folder]) => `  ${id}, and its root in ${folder}`),
    ...[...snapshots].map(([identifier, region]) => `  the snapshot ${identifier} in ${region}`),
  ];
  const stray = "If Terraform was stopped while it made something, that may be there without being in a state";
  if (where.kind === "account") {
    const how = `To remove all of it, and ${workFolder}: npm run clean-up -- --aws`;
    return [`Left in account ${environment.account}:`, ...left, how, `${stray}: the clean-up says what.`, ""].join(
      "\n",
    );
  }
  const script = join(workFolder, "remove.sh");
  const commands = removal(drill, where.endpoint);
  const [how, shown] = write(script, commands) ? [`sh ${script}`, ""] : ["the commands below", commands];
  const all = `To remove all of it, and ${workFolder}: ${how}`;
  return [`Left in the local AWS at ${where.endpoint}:`, ...left, all, `${stray}.`, shown].join("\n");
}

const write = (file: string, content: string): boolean => {
  try {
    writeFileSync(file, content, { mode: 0o700 });
    return true;
  } catch {
    return false;
  }
};

/** A script that destroys the roots in the opposite order of how they came to stand; states come out of their bucket first. */
const removal = (drill: Drill, endpoint: string): string => {
  const { workFolder, terraform, logFolder, run, lost, target } = drill.settings;
  const roots = [...drill.standing].reverse().map(([id, folder]) => {
    const root = new TerraformRoot(folder, { terraform, environment: {}, logFolder });
    const variables = id.endsWith(recoveryOf(target.lost)) ? recoveryVariables(drill) : ephemeralVariables(root);
    const verb = id.endsWith("-state") ? "remove_state" : "remove";
    return [verb, folder, ...variableFlags(variables)].map(quote).join(" ");
  });
  const environment = Object.entries(localEnvironment(endpoint, true)).map(([name, value]): [string, string] => [
    name,
    name === "AWS_ENDPOINT_URL" ? endpoint : value,
  ]);
  const missing = environment.filter(([name, value]) => process.env[name] !== value);
  return `#!/bin/sh
# Removes what the drill ${run} left behind. Credentials are those of who runs it.
set -eu
${exportLines(Object.fromEntries(missing), {})}
${endpoint.startsWith("http:") ? "unset AWS_CA_BUNDLE" : ""}
terraform=${quote(terraform)}

# A root's folder and variables. Takes the protections off what there is, then destroys it.
# No lock: who held it was stopped.
remove() {
  cd "$1"; shift
  targets=$("$terraform" state list 2>/dev/null | sed 's/^/-target=/')
  if [ $# -gt 0 ] && [ -n "$targets" ]; then
    "$terraform" apply -lock=false -input=false -auto-approve -refresh=false "$@" $targets
  fi
  "$terraform" destroy -lock=false -input=false -auto-approve "$@"
}

remove_state() {
  printf '{"terraform":{"backend":{"local":{}}}}' > "$1/backend_override.tf.json"
  "$terraform" -chdir="$1" init -input=false -lock=false -lockfile=readonly -migrate-state -force-copy
  remove "$@"
}

${roots.join("\n")}
${[...drill.snapshots].map(([identifier, region]) => snapshotsOf[lost.database.engine].removal(identifier, region)).join("\n")}
rm -rf ${quote(workFolder)}
`;
};
