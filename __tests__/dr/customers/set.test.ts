import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { PutMetricDataCommand } from "@aws-sdk/client-cloudwatch";
import type { Aws } from "../../../dr/aws";
import { alreadySet, setOff, setOn } from "../../../dr/customers/set";
import { Drill } from "../../../dr/drill";
import { leftIn } from "../../../dr/left";
import { takeBack } from "../../../dr/take-back";
import type { GatedAws } from "../../../tools/gate/gated-aws";
import { anySettings } from "../support/settings";

const at = { signal: new AbortController().signal, say: () => {} };
const fence = { which: "fence", region: "eu-west-1" } as const;
const opening = { which: "opening", region: "eu-central-1" } as const;

let workFolder: string;
beforeEach(() => {
  workFolder = mkdtempSync(join(tmpdir(), "switches-"));
});
afterEach(() => rmSync(workFolder, { recursive: true }));

/** A drill before an emulator that answers no DNS, and what it sent: the region, the metric, its values and their minutes from now. */
function aDrill(send = async () => {}) {
  const where = { kind: "endpoint", endpoint: "http://127.0.0.1:4566" } as const;
  const drill = new Drill(anySettings({ where, workFolder }));
  const sent: [region: string, metric: string | undefined, of: string | undefined, ...values: string[]][] = [];
  const cloudwatch = (region: string) => ({
    send: async ({ input: { MetricData = [] } }: PutMetricDataCommand) => {
      await send();
      const [first] = MetricData;
      const values = MetricData.map(
        ({ Value, Timestamp }) => `${Value} in ${Math.round(((Timestamp?.getTime() ?? 0) - Date.now()) / 60_000)} min`,
      );
      sent.push([region, first?.MetricName, first?.Dimensions?.[0]?.Value, ...values]);
    },
  });
  drill.found.gate = {} as GatedAws;
  drill.found.aws = (region) => ({ region, cloudwatch: cloudwatch(region) }) as unknown as Aws;
  const of = { run: drill.settings.run, aws: drill.found.aws };
  return { drill, sent, back: (only: { only?: "fence" } = {}) => takeBack(drill.made, { ...of, ...only }, at) };
}
/** What its work folder remembers of what it made. */
const made = () => leftIn(workFolder)?.made.map(({ type, name, region }) => [type, name, region]) ?? [];

it("writes a switch down before it is set, and forgets it once the drill has taken it off", async () => {
  const before: unknown[] = [];
  const { drill, sent } = aDrill(async () => void before.push(made()));
  await setOn(drill, at, fence);
  expect(before[0]).toEqual([["fence", "eu-west-1", "eu-north-1"]]);
  await setOff(drill, at, fence);
  expect(made()).toEqual([]);
  expect(sent).toEqual([
    ["eu-north-1", "Fenced", "eu-west-1", "1 in 0 min"],
    ["eu-north-1", "Fenced", "eu-west-1", "0 in 0 min"],
  ]);
});

it("takes back what a drill has set that failed or was killed: a fence in the next minute, too, in which nothing wins over it", async () => {
  const { drill, sent, back } = aDrill();
  await setOn(drill, at, fence);
  await setOn(drill, at, opening);
  sent.length = 0;
  await back({ only: "fence" });
  expect(made()).toEqual([["opening", "eu-central-1", "eu-north-1"]]);
  await back();
  expect(made()).toEqual([]);
  expect(sent).toEqual([
    ["eu-north-1", "Fenced", "eu-west-1", "0 in 0 min", "0 in 1 min"],
    ["eu-north-1", "Open", "eu-central-1", "0 in 0 min"],
  ]);
});

it("takes back the rest where one cannot be, and remembers that one", async () => {
  const errors: Error[] = [];
  const { drill, sent, back } = aDrill(async () => {
    for (const error of errors.splice(0, 1)) throw error;
  });
  await setOn(drill, at, fence);
  await setOn(drill, at, opening);
  sent.length = 0;
  errors.push(new Error("refused"));
  await expect(back()).rejects.toThrow("refused");
  expect(sent.map(([, metric]) => metric)).toEqual(["Open"]);
  expect(made()).toEqual([["fence", "eu-west-1", "eu-north-1"]]);
});

it("takes back a switch of which nobody knows whether it was set", async () => {
  const errors = [new Error("no answer")];
  const { drill, sent, back } = aDrill(async () => {
    const error = errors.shift();
    if (error) throw error;
  });
  await expect(setOn(drill, at, fence)).rejects.toThrow("no answer");
  await back();
  expect(sent).toEqual([["eu-north-1", "Fenced", "eu-west-1", "0 in 0 min", "0 in 1 min"]]);
});

it("knows of no switch that somebody has set where no name server is asked", async () => {
  expect(await alreadySet(aDrill().drill)).toEqual([]);
});
