/** One of Terraform's commands, and the root that it is run on. */
export interface TerraformCommand {
  readonly command: string;
  readonly root: string;
}

/** What the calls of a command bear at the end of their User-Agent, which CloudTrail keeps: those of provider and backend. */
export const userAgentOf = ({ command, root }: TerraformCommand): string =>
  `terraform-command/${command} terraform-root/${root.replace(/[^\w.-]/g, "-")}`;

/** The command that a call comes from, by its User-Agent; undefined where it comes from no root of ours. */
export function terraformCommandOf(userAgent = ""): TerraformCommand | undefined {
  const [, command, root] = /\bterraform-command\/(\w+) terraform-root\/([\w.-]+)/.exec(userAgent) ?? [];
  return command === undefined || root === undefined ? undefined : { command, root };
}
