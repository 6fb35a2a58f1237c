// What Lambda runs, with what it imports in one file; its runtime has the AWS SDK.
import { GetSecretValueCommand, SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import postgres from "postgres";
import { prepare } from "./prepare";

/** Seconds: a database that sleeps wakes up in this time. */
const connectTimeout = 60;

export const handler = async ({ migrations = [] } = {}) => {
  const { DATABASE_HOST, DATABASE_PORT, DATABASE_NAME, SECRET_ARN, OWNER, USER_NAME, SCHEMA } = process.env;
  const { SecretString } = await new SecretsManagerClient().send(new GetSecretValueCommand({ SecretId: SECRET_ARN }));
  const { username, password } = JSON.parse(SecretString);
  const client = postgres({
    host: DATABASE_HOST,
    port: Number(DATABASE_PORT),
    database: DATABASE_NAME,
    username,
    password,
    // By the authorities in the file that NODE_EXTRA_CA_CERTS names. The driver itself would not look at an address.
    ssl: { host: DATABASE_HOST, rejectUnauthorized: true },
    max: 1,
    connect_timeout: connectTimeout,
    connection: { application_name: "database-prepare", lock_timeout: 60_000 },
    onnotice: () => {},
  });
  try {
    const names = { owner: OWNER, user: USER_NAME, schema: SCHEMA };
    const done = await client.begin((transaction) =>
      prepare((text, values) => transaction.unsafe(text, values ? [...values] : []), names, migrations),
    );
    console.log(JSON.stringify(done));
    return done;
  } finally {
    await client.end();
  }
};
