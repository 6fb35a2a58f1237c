import { command } from "../../terraform/process/command";
import { compareLane } from "./lane";
import { findLane, lanes } from "./lanes";

await command({
  name: "lane",
  about: "Synthesizes the unchanged source with other packages, and compares the result with the golden files.",
  options: (command) => command.argument("<name>", `which packages: ${lanes.join(" or ")}`),
  run: async (_, { args: [name = ""], say, show }) => {
    const lane = findLane(name);
    const { equal, lines } = await compareLane(lane, (doing) => say(`lane ${lane}: ${doing} …`));
    for (const line of lines) show(line);
    return equal ? 0 : 1;
  },
});
