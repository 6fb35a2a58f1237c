import { command } from "../../terraform/process/command";
import { compareLane } from "./lane";
import { findLane, lanes } from "./lanes";

await command({
  name: "lane",
  about: "Synthesizes the unchanged source with other packages, and compares the result with the golden files.",
  options: (lane) => lane.argument("<name>", `which packages: ${lanes.join(" or ")}`),
  interrupted: "what is being installed or built ends",
  run: async (_, { args: [name = ""], signal, say, show }) => {
    const lane = findLane(name);
    const { equal, lines } = await compareLane(lane, { signal, say: (doing) => say(`lane ${lane}: ${doing} …`) });
    lines.forEach(show);
    return equal ? 0 : 1;
  },
});
