import type { Block, Written } from "./module";

/** What a role is given its permissions by. */
const attaching = ["aws_iam_role_policy", "aws_iam_role_policy_attachment"];

/** What a module lets act by a role whose policies it does not wait for: its first calls may be refused. */
export function tooEarly({ resource }: Pick<Written, "resource">): string[] {
  const attachments = attaching.flatMap((type) =>
    Object.entries(resource[type] ?? {}).map(([name, { role }]) => ({
      address: `${type}.${name}`,
      role: roleIn(role),
    })),
  );
  const others = Object.entries(resource).flatMap(([type, blocks]) =>
    attaching.includes(type) ? [] : Object.entries(blocks).map(([name, block]) => ({ at: `${type}.${name}`, block })),
  );
  return others.flatMap(({ at, block }) =>
    attachments
      .filter(({ role }) => role && JSON.stringify(block).includes(`aws_iam_role.${role}.`))
      .filter(({ address }) => !waitsFor(block, address))
      .map(({ address }) => `${at} does not wait for ${address}`),
  );
}

const roleIn = (reference: string): string | undefined => /^\$\{aws_iam_role\.(\w+)\./.exec(reference)?.[1];

const waitsFor = ({ depends_on = [] }: Block, address: string): boolean => depends_on.includes(address);
