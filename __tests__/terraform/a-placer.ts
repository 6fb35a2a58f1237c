import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { besideSynth, placeSynth } from "../../terraform/place-synth";

// Synthesizes so often into a folder that others read, each time with another word in every file.
const [out = "", word = "", times = ""] = process.argv.slice(2);
const text = (number: number) => `${JSON.stringify({ word: `${word}${number}`, filled: "x".repeat(20_000) })}\n`;
for (let number = 0; number < Number(times); number++) {
  const beside = besideSynth(out);
  for (let module = 0; module < 10; module++) {
    const folder = join(beside, "modules/dev/eu-west-1", `tier-${module}`);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "main.tf.json"), text(number));
  }
  mkdirSync(join(beside, "stacks/dev-eu-west-1-network"), { recursive: true });
  writeFileSync(join(beside, "stacks/dev-eu-west-1-network/cdk.tf.json"), text(number));
  writeFileSync(join(beside, "manifest.json"), text(number));
  placeSynth(beside, out);
}
