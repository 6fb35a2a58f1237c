import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Environment, liveRegions } from "../../regions/schema/environment";
import { mostBytes } from "../../tools/database/call-preparation";
import { writableRegions } from "../../tools/database/places";
import { readMigrations } from "../../tools/database/read-migrations";
import { environments } from "../example/regions/environments";

describe("migrations", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "migrations-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);

  it("are the .sql files of a folder, in the order of their names", () => {
    write("010-b.sql", "SELECT 2");
    write("002-a.sql", "SELECT 1");
    write("README.md", "# How to write one");
    expect(readMigrations(folder)).toEqual([
      { name: "002-a.sql", sql: "SELECT 1" },
      { name: "010-b.sql", sql: "SELECT 2" },
    ]);
  });

  it("fail where there are none, the folder is not there, or Lambda would not take them", () => {
    expect(() => readMigrations(folder)).toThrow(/there is no .sql file in/);
    expect(() => readMigrations(join(folder, "gone"))).toThrow(/cannot be read/);
    write("001.sql", "x".repeat(mostBytes));
    expect(() => readMigrations(folder)).toThrow(/Lambda takes 6291456 in a call/);
  });
});

describe("the regions whose database is prepared", () => {
  const prod = environments[0] as Environment;
  const [live] = liveRegions(prod);
  const replica = { ...live, name: "eu-west-3", database: { engine: "replica", primaryRegion: "eu-west-1" } };
  const two = { ...prod, regions: [...prod.regions, replica] } as Environment;

  it("are all live ones but replicas, or the one that is named", () => {
    expect(writableRegions(two)).toEqual(["eu-west-1"]);
    expect(writableRegions(two, "eu-west-1")).toEqual(["eu-west-1"]);
    expect(writableRegions(two, "eu-central-1")).toEqual(["eu-central-1"]);
  });

  it("fail for a replica, which says where its primary is, and for what is no live region", () => {
    expect(() => writableRegions(two, "eu-west-3")).toThrow(
      "prod/eu-west-3: its database is a replica, which has what its primary has. Prepare prod/eu-west-1.",
    );
    expect(() => writableRegions(two, "eu-west-l")).toThrow(
      '"eu-west-l" is not a live region of prod. Did you mean "eu-west-1"? Known: eu-west-1.',
    );
  });
});
