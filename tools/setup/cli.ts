import { z } from "zod";
import { command } from "../../terraform/process/command";
import { toolchain } from "../../terraform/toolchain";

const tools = z.object({
  terraform: z.string().describe("Path of the Terraform that is used."),
  terraformVersion: z.string(),
  python: z.string().describe("Path of the Python that runs the local AWS."),
  node: z.string().describe("Path of Node.js."),
});

const about = ({ terraform, terraformVersion, python, node }: z.infer<typeof tools>): string =>
  `Terraform ${terraformVersion} (${terraform})\nNode.js ${process.versions.node} (${node})\nlocal AWS (${python})`;

/**
 * Runs after the set-up, which every command begins with: it says what is there. A dry run never comes here: it ends in
 * tools/shop/shop.mjs, before the set-up.
 */
export const setup = command({
  name: "setup",
  about: "Installs what is missing into this folder: packages, Terraform, the local AWS.",
  details: "Every other command does that first.",
  examples: [
    ["setup", "install what is missing; less than a second when nothing is"],
    ["setup --dry-run", "list what is missing"],
  ],
  dryRun: "install nothing; list what is missing",
  result: z.union([
    z.object({ missing: z.array(z.string()).describe("What would be installed, in words: with --dry-run only.") }),
    tools,
  ]),
  text: (found) => ("missing" in found ? found.missing.join("\n") : about(found)),
  run: (_, { show }) => {
    const { terraform, terraformVersion, python, node } = toolchain();
    show({ terraform, terraformVersion, python, node });
    return 0;
  },
});
