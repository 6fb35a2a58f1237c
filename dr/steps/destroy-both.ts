import { step } from "../step";
import { tearDown } from "../tear-down";

const title = "Destroy both regions, and what they share";

export const destroyBoth = step({
  title,
  about:
    "Destroys both regions at once, each in the opposite order of how it was built, and what they share and their states' buckets as soon as nothing needs them; with `--aws`, those stay.",
  needs: ["aws", "childEnvironment", "source"],
  gives: [],
  run: (drill, at) => tearDown(drill, at, title),
});
