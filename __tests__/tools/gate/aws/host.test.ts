import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { awsHost, knownServices } from "../../../../tools/gate/aws/host";
import { toolchain } from "../../../../tools/toolchain";

jest.setTimeout(60_000);

const regions = ["eu-west-1", "eu-north-1", "us-east-1"];
let hosts: Record<string, Record<string, string[]>>;
beforeAll(() => {
  const script = join(__dirname, "botocore_hosts.py");
  const names = knownServices.join();
  hosts = JSON.parse(execFileSync(toolchain().python, [script, names, ...regions], { encoding: "utf8" }));
});

it.each(knownServices)("sends %s where AWS's own SDK does", (service) => {
  // Shield is in us-east-1 only, and so are calls to it signed.
  for (const region of service === "shield" ? ["us-east-1"] : regions)
    expect(hosts[service]?.[region]).toContain(awsHost({ service, region }));
});

it.each([
  ["a service that the platform does not use", { service: "glacier", region: "eu-west-1" }],
  ["what is no region", { service: "ec2", region: "evil.example.com/" }],
  ["a call that is not signed", { service: "unsigned" }],
])("refuses %s instead of guessing a host", (_, called) => {
  expect(() => awsHost(called)).toThrow("the gate does not know where AWS serves");
});
