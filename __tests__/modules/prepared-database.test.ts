import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { CreateSecretCommand } from "@aws-sdk/client-secrets-manager";
import { unzipSync } from "fflate";
import { connect } from "../../dr/aws";
import { archive } from "../../modules/database/preparation/archive";
import { childEnvironment } from "../../terraform/process/environments";
import { projectRoot } from "../../terraform/project-root";
import { callPreparation } from "../../tools/database/call-preparation";
import type { GatedAws } from "../../tools/gate/gated-aws";
import { functions } from "../../tools/update/functions";
import { makePreparedCluster } from "../dr/support/healthy-preparation";
import { emptyLocalAws } from "../support/local-aws";
import { type Postgres, startPostgres } from "../support/postgres";

interface Client {
  unsafe(text: string): Promise<Record<string, unknown>[]>;
  end(): Promise<void>;
}
const clientOf: (options: object) => Client = require("postgres");

const region = "eu-west-1";
let folder: string;
let postgres: Postgres;
let local: GatedAws;
/** The superuser, who can act as anybody. */
let anybody: Client;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "preparation-"));
  [postgres, local] = await Promise.all([startPostgres(), emptyLocalAws()]);
  const { username, password } = postgres;
  await connect(local.environment, region).secrets.send(
    new CreateSecretCommand({ Name: "login", SecretString: JSON.stringify({ username, password }) }),
  );
  writeFileSync(join(folder, "index.js"), unzipSync(Buffer.from(archive, "base64"))["index.js"] ?? "");
  const { host, port, database, superuser } = postgres;
  anybody = clientOf({ host, port, database, username: superuser, password, max: 1, ssl: "require", onnotice() {} });
}, 120_000);
afterAll(async () => {
  await anybody?.end();
  await Promise.all([postgres?.stop(), local?.stop()]);
  rmSync(folder, { recursive: true, force: true });
});

/** Runs what Lambda runs, as a process of its own with the environment of a function, and gives its answer. */
async function call(event: object = {}, different: Readonly<Record<string, string>> = {}) {
  const run = `require("./index.js").handler(${JSON.stringify(event)}).catch(({ message }) => { console.error(message); process.exit(1); })`;
  const { stdout } = await promisify(execFile)(process.execPath, ["-e", run], {
    cwd: folder,
    env: childEnvironment({
      ...local.environment,
      AWS_REGION: region,
      AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true",
      NODE_PATH: join(projectRoot, "node_modules"),
      NODE_EXTRA_CA_CERTS: postgres.authority,
      DATABASE_HOST: postgres.host,
      DATABASE_PORT: String(postgres.port),
      DATABASE_NAME: postgres.database,
      SECRET_ARN: "login",
      OWNER: "shop_owner",
      USER_NAME: "shop_api",
      SCHEMA: "shop",
      ...different,
    }),
  });
  return JSON.parse(stdout) as { made: string[]; applied: string[] };
}

const as = async (role: string, text: string) => {
  await anybody.unsafe(`SET SESSION AUTHORIZATION ${role}`);
  try {
    return await anybody.unsafe(text);
  } finally {
    await anybody.unsafe("RESET SESSION AUTHORIZATION");
  }
};

it("is made of the source beside it, the same bytes each time", () => {
  expect([...functions().values()].map((text) => /"(.*)"/.exec(text)?.[1])).toEqual([archive]);
});

describe("a database made from nothing", () => {
  const orders = { name: "001-orders.sql", sql: "CREATE TABLE orders (id serial PRIMARY KEY, what text NOT NULL)" };

  it("is asked by its certificate's authority only", async () => {
    await expect(call({}, { NODE_EXTRA_CA_CERTS: "" })).rejects.toThrow(/self-signed certificate/);
    await expect(call({}, { DATABASE_HOST: "127.0.0.1" })).rejects.toThrow(/IP: 127.0.0.1 is not in the cert/);
    expect(
      await anybody.unsafe("SELECT 1 FROM pg_roles WHERE rolname LIKE 'shop\\_%' AND rolname <> 'shop_admin'"),
    ).toEqual([]);
  });

  it("has user, owner and schema after two calls at once, each made once, and after that nothing to do", async () => {
    const [one, other] = await Promise.all([call(), call()]);
    expect([one.made.length, other.made.length].sort()).toEqual([0, 8]);
    expect([...one.made, ...other.made]).toContain("IAM login of shop_api");
    expect(await call()).toEqual({ made: [], applied: [] });
  });

  it("lets its user in by IAM only: without a password, superuser rights, or those of the owner", async () => {
    const [user] = await anybody.unsafe(
      "SELECT rolcanlogin, rolsuper, rolcreaterole, rolcreatedb, rolpassword, pg_has_role(oid, 'rds_iam', 'MEMBER') AS iam, pg_has_role(oid, 'shop_owner', 'MEMBER') AS owns FROM pg_authid WHERE rolname = 'shop_api'",
    );
    expect(user).toEqual({
      ...{ rolcanlogin: true, rolsuper: false, rolcreaterole: false, rolcreatedb: false, rolpassword: null },
      ...{ iam: true, owns: false },
    });
  });

  it("gives its user what is in the tables of migrations, and not the tables", async () => {
    expect(await call({ migrations: [orders] })).toEqual({ made: [], applied: [orders.name] });
    expect(await as("shop_api", "INSERT INTO shop.orders (what) VALUES ('tea') RETURNING id")).toEqual([{ id: 1 }]);
    for (const refused of ["DROP TABLE shop.orders", "CREATE TABLE shop.mine ()", "DELETE FROM shop.migration"])
      await expect(as("shop_api", refused)).rejects.toThrow(/must be owner|permission denied/);
  });

  it("applies a migration once, and refuses one that was changed since", async () => {
    expect(await call({ migrations: [orders] })).toEqual({ made: [], applied: [] });
    const changed = { ...orders, sql: `${orders.sql};` };
    await expect(call({ migrations: [changed] })).rejects.toThrow(/001-orders.sql was applied with another content/);
  });

  it("applies all migrations of a call or none, and says which fails", async () => {
    const broken = [
      { name: "002-more.sql", sql: "CREATE TABLE more (); CREATE TABLE yet_more ()" },
      { name: "003-broken.sql", sql: "CREATE TABLE orders ()" },
    ];
    await expect(call({ migrations: broken })).rejects.toThrow(/003-broken.sql: relation "orders" already exists/);
    expect(await anybody.unsafe("SELECT to_regclass('shop.more') AS more")).toEqual([{ more: null }]);
  });

  it("refuses a migration that ends the transaction", async () => {
    const ends = { name: "002-ends.sql", sql: "CREATE TABLE more (); COMMIT; CREATE TABLE yet_more ()" };
    await expect(call({ migrations: [ends] })).rejects.toThrow(/002-ends.sql ends the transaction/);
    expect(await as("shop_owner", "SELECT name FROM shop.migration")).toEqual([{ name: "001-orders.sql" }]);
  });

  it("is refused by `./shop database prepare` where no function prepares it", async () => {
    await expect(callPreparation(connect(local.environment, region).lambda, "prod-eu-west-1")).rejects.toThrow(
      /Deploy the database tier of the region first/,
    );
  });

  it("takes names as they are, whatever is in them", async () => {
    const names = { OWNER: 'own"er; DROP', USER_NAME: "User's", SCHEMA: 'sch"ema' };
    const { made } = await call({ migrations: [{ name: "it's", sql: "CREATE TABLE things ()" }] }, names);
    expect(made).toHaveLength(8);
    expect(await call({}, names)).toEqual({ made: [], applied: [] });
    expect(await anybody.unsafe(`SELECT to_regclass('"sch""ema".things')::text AS found`)).toEqual([
      { found: '"sch""ema".things' },
    ]);
  });
});

describe("the function in the local AWS", () => {
  const prefix = "prod-eu-west-1";
  const orders = { name: "001-orders.sql", sql: "CREATE TABLE orders (id serial PRIMARY KEY)" };

  beforeAll(() => makePreparedCluster(connect(local.environment, region), prefix));

  it("runs, and prepares the database that its variables name, over TLS, as its master user", async () => {
    const { lambda } = connect(local.environment, region);
    expect((await callPreparation(lambda, prefix)).made).toHaveLength(8);
    expect(await callPreparation(lambda, prefix, [orders])).toEqual({ made: [], applied: [orders.name] });
    await expect(callPreparation(lambda, prefix, [{ ...orders, sql: "" }])).rejects.toThrow(
      "prod-eu-west-1-database-preparation failed: 001-orders.sql was applied with another content",
    );
  }, 60_000);
});
