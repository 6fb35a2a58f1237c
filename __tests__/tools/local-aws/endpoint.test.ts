import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { toolchain } from "../../../terraform/toolchain";
import { checkAnswers, parseEndpoint } from "../../../tools/local-aws/endpoint";
import { startLocalAws } from "../../../tools/local-aws/local-aws";
import { call } from "../gate/call";
import { fakeUpstream } from "../gate/upstream-fake";

it.each(["http://127.0.0.1:4566", "https://localhost:4566/", "http://127.8.9.1", "http://[::1]:4566"])(
  "takes an endpoint on loopback: %s",
  (endpoint) => {
    expect(parseEndpoint(endpoint).href).toContain(endpoint);
  },
);

it.each([
  ["http://10.0.0.7:4566", "is not on this machine"],
  ["https://sts.eu-west-1.amazonaws.com", "is not on this machine"],
  ["http://127.0.0.1.example.com:4566", "is not on this machine"],
  ["http://localhost.example.com", "is not on this machine"],
  ["http://0.0.0.0:4566", "is not on this machine"],
  ["http://[::ffff:10.0.0.7]:4566", "is not on this machine"],
  ["ftp://127.0.0.1", "is not an http or https URL"],
  ["127.0.0.1:4566", "is not an http or https URL"],
  ["http://me:secret@127.0.0.1:4566", "holds more than protocol, host and port"],
  ["http://127.0.0.1:4566/aws", "holds more than protocol, host and port"],
])("refuses an endpoint that is not on loopback, or no endpoint: %s", (endpoint, message) => {
  expect(() => parseEndpoint(endpoint)).toThrow(
    expect.objectContaining({ name: "UserError", message: expect.stringContaining(message) }),
  );
});

it("fails when nothing listens at the endpoint", async () => {
  await expect(startLocalAws({ endpoint: "http://127.0.0.1:1" })).rejects.toMatchObject({
    name: "UserError",
    message: expect.stringMatching(/^--endpoint: http:\/\/127\.0\.0\.1:1 does not answer \(.*ECONNREFUSED/),
  });
});

it("fails when the endpoint takes connections and says nothing", async () => {
  const mute = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => mute.once("listening", resolve));
  const address = mute.address();
  const url = new URL(`http://127.0.0.1:${typeof address === "object" && address?.port}`);
  await expect(checkAnswers({ url }, undefined, 300)).rejects.toMatchObject({
    name: "UserError",
    message: expect.stringContaining("does not answer (nothing within 0.3 s)"),
  });
  mute.close();
});

describe("an https endpoint", () => {
  const folder = mkdtempSync(join(tmpdir(), "local-aws-"));
  const certificate = join(folder, "cert.pem");
  const { AWS_CA_BUNDLE, AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY } = process.env;
  let upstream: Awaited<ReturnType<typeof fakeUpstream>>;

  beforeAll(async () => {
    execFileSync(toolchain().python, ["__tests__/tools/local-aws/certificate.py", folder]);
    upstream = await fakeUpstream({
      key: readFileSync(join(folder, "key.pem"), "utf8"),
      cert: readFileSync(certificate, "utf8"),
    });
    Object.assign(process.env, { AWS_ACCESS_KEY_ID: "mine", AWS_SECRET_ACCESS_KEY: "my-secret" });
  });
  afterAll(async () => {
    for (const [name, value] of Object.entries({ AWS_CA_BUNDLE, AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY }))
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    rmSync(folder, { recursive: true });
    await upstream.close();
  });

  it.each(["127.0.0.1", "localhost"])(
    "is reached through the gate, by the caller's authority and credentials (%s)",
    async (host) => {
      process.env.AWS_CA_BUNDLE = certificate;
      const aws = await startLocalAws({ endpoint: upstream.endpoint.replace("127.0.0.1", host) });
      try {
        const answer = await call(aws.endpoint, "eu-west-1/s3", {
          method: "GET",
          path: "/",
          headers: { host: "photos.s3.eu-west-1.amazonaws.com" },
        });
        expect(answer).toMatchObject({ status: 200, body: "{}" });
        expect(upstream.received.at(-1)?.headers.host).toBe("photos.s3.eu-west-1.amazonaws.com");
        expect(aws.environment).toMatchObject({
          AWS_ENDPOINT_URL: aws.endpoint,
          AWS_ACCESS_KEY_ID: "mine",
          AWS_SECRET_ACCESS_KEY: "my-secret",
        });
        // The gate, which is on plain http, is whom they ask: they need no authority.
        expect(aws.environment).not.toHaveProperty("AWS_CA_BUNDLE");
      } finally {
        await aws.stop();
      }
    },
  );

  it("fails when its certificate is not trusted, and says how to trust it", async () => {
    delete process.env.AWS_CA_BUNDLE;
    await expect(startLocalAws({ endpoint: upstream.endpoint })).rejects.toMatchObject({
      name: "UserError",
      message: expect.stringContaining("AWS_CA_BUNDLE must name the certificate of its authority"),
    });
  });
});
