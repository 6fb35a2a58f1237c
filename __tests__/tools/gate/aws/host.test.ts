import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { connect } from "../../../../dr/aws";
import { toolchain } from "../../../../terraform/toolchain";
import { knownServices, servedAt } from "../../../../tools/gate/aws/host";

const regions = ["eu-west-1", "eu-north-1", "us-east-1"];
let ways: Record<string, Record<string, [host: string, region: string][]>>;
beforeAll(() => {
  const script = join(__dirname, "botocore_hosts.py");
  const names = knownServices.join();
  ways = JSON.parse(execFileSync(toolchain().python, [script, names, ...regions], { encoding: "utf8" }));
});

it.each(knownServices)("sends %s where AWS's own SDK does, signed for the same region", (service) => {
  for (const region of regions) {
    const served = servedAt({ service, region });
    expect(ways[service]?.[region]).toContainEqual([served.host, served.region]);
  }
});

it("knows the host of every service that the drill asks", () => {
  const { region: _, ...clients } = connect({}, "eu-west-1");
  const asked = Object.values(clients).map(({ config }) => config.defaultSigningName);
  expect(asked.filter((service) => !knownServices.includes(service))).toEqual([]);
});

it.each([
  ["a service that the platform does not use", { service: "glacier", region: "eu-west-1" }],
  ["what is no region", { service: "ec2", region: "evil.example.com/" }],
  ["a call that is not signed", { service: "unsigned" }],
])("refuses %s instead of guessing a host", (_, called) => {
  expect(() => servedAt(called)).toThrow("the gate does not know where AWS serves");
});
