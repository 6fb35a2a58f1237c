import { z } from "zod";
import { command } from "../../terraform/process/command";
import { toolchain } from "../../terraform/toolchain";

/** Runs after the set-up, which every command begins with: it says what is there. */
export const setup = command({
  name: "setup",
  about: "Installs what is missing into this folder: packages, Terraform, the local AWS.",
  details: "Every other command does that first.",
  examples: [["setup", "install what is missing; less than a second when nothing is"]],
  result: z.object({
    terraform: z.string().describe("Path of the Terraform that is used."),
    terraformVersion: z.string(),
    python: z.string().describe("Path of the Python that runs the local AWS."),
    node: z.string().describe("Path of Node.js."),
  }),
  text: ({ terraform, terraformVersion, python, node }) =>
    `Terraform ${terraformVersion} (${terraform})\nNode.js ${process.versions.node} (${node})\nlocal AWS (${python})`,
  run: (_, { show }) => {
    const { terraform, terraformVersion, python, node } = toolchain();
    show({ terraform, terraformVersion, python, node });
    return 0;
  },
});
