import type { Drill } from "./drill";

/** Says precisely what a drill leaves behind, and how to remove it; nothing where nothing is left. */
export function whatIsLeft({ standing, settings, found }: Drill): string {
  if (standing.size === 0) return "";
  const { endpoint, workFolder, run } = settings;
  if (endpoint === undefined) {
    return `The local AWS is gone, and with it all that was made in it. Left is a folder: rm -rf ${workFolder}\n`;
  }
  const { copyIdentifier, sourceIdentifier } = found.snapshot ?? {};
  return [
    `Still there, in the local AWS at ${endpoint}:`,
    ...[...standing]
      .reverse()
      .map(
        ([id, folder]) =>
          `  ${id}: terraform -chdir=${folder} destroy${id.includes("recovery-of") ? ` -var=name_prefix=${run} -var=ephemeral=true` : ""}`,
      ),
    ...(sourceIdentifier
      ? [
          `  the snapshots ${sourceIdentifier} and ${copyIdentifier}: aws rds delete-db-cluster-snapshot --db-cluster-snapshot-identifier …`,
        ]
      : []),
    `with AWS_ENDPOINT_URL=${endpoint}; then: rm -rf ${workFolder}`,
    "",
  ].join("\n");
}
