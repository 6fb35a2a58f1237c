import { step } from "../step";
import { tearDown } from "../tear-down";

const title = "Destroy both regions and what they share";

export const destroyBoth = step({
  title,
  about:
    "Destroys both regions at the same time, each in the reverse order of its deployment, and without `--aws` also what they share and the state buckets, as soon as nothing needs them.",
  needs: ["aws", "childEnvironment", "source"],
  gives: [],
  run: (drill, at) => tearDown(drill, at, title),
});
