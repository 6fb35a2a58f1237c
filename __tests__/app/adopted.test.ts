import { adopted, everyTest, shop, testsOfRegions } from "./adopted";
import { removeCopies } from "./project";

/** What `./shop test --adopted` asks for: patterns of the tests to run there, all without one. */
const { ADOPTED_TESTS: asked } = process.env;
let root: string;
beforeAll(async () => {
  root = await adopted({ setUp: asked !== undefined });
});
afterAll(removeCopies);

// Every test of the copy takes as long as those of the project.
if (asked !== undefined) jest.setTimeout(7_200_000);

if (asked === undefined)
  it("keeps the tests that read its regions green", async () => {
    const { exitCode, all } = await testsOfRegions(root);
    expect(exitCode === 0 ? "" : all).toBe("");
  });
else
  it("keeps every test green", async () => {
    expect((await everyTest(root, JSON.parse(asked))).exitCode).toBe(0);
  });

it("starts the drill of each of its targets", async () => {
  const { stdout } = await shop(root, "list", "targets", "--json");
  const { targets }: { targets: { lost: string; region: string }[] } = JSON.parse(String(stdout));
  expect(targets.map(({ lost, region }) => [lost, region])).toEqual([
    ["eu-west-1", "eu-central-1"],
    ["eu-west-3", "eu-central-1"],
  ]);
  const dryRuns = targets.map(({ lost, region }) =>
    shop(root, "drill", "--dry-run", "--lost", lost, "--target", region),
  );
  const said = (await Promise.all(dryRuns)).map(({ all }) => String(all).match(/Would drill .* targets\), /)?.[0]);
  expect(said).toEqual(
    targets.map(({ lost, region }, index) => `Would drill ${lost} → ${region} (${index + 1} of 2 targets), `),
  );
});
