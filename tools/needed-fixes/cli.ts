import { z } from "zod";
import { command } from "../../terraform/process/command";
import { neededFixes, verdict } from "./needed-fixes";

export const neededFixesCommand = command({
  name: "needed-fixes",
  about: "Checks that the local AWS needs each of its fixes.",
  details: "It leaves out each fix once; the tests of the fix must fail without it.",
  options: (program) => program.argument("[fixes...]", "only these"),
  examples: [
    ["needed-fixes", "every fix of tools/local-aws/moto/fixes"],
    ["needed-fixes sqs_queue_has_a_policy", "one of them"],
  ],
  exitCodes: { 0: "every fix is needed", 1: "a fix is not needed, or has no test" },
  result: z.object({
    needed: z.array(z.string()),
    others: z.array(verdict).describe("Not needed, or without a test."),
  }),
  text: ({ needed, others }) =>
    [
      ...others.map(({ name, error }) => `not needed  ${name}: ${error}`),
      `${needed.length} needed, ${others.length} not needed or without a test`,
    ].join("\n"),
  run: async (_, { args, progress, say, show }) => {
    const needed: string[] = [];
    const others: z.infer<typeof verdict>[] = [];
    await progress.run("Leave out each fix once", async () => {
      for await (const one of neededFixes(args)) {
        if (one.error === null) needed.push(one.name);
        else others.push(one);
        say(`${one.error === null ? "needed" : "not needed"}  ${one.name}`);
      }
    });
    show({ needed, others });
    return others.length === 0 ? 0 : 1;
  },
});
