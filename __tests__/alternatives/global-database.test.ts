import { removeCopies } from "../app/project";
import { Project, type Synthesized, withUpstream } from "./project";
import { alternatives } from "./table";

jest.setTimeout(120_000);

const primary = "dev-eu-west-1-database";
const replica = "dev-eu-west-3-database";
let roots: Synthesized["roots"];

beforeAll(async () => {
  const overTwo = alternatives.filter(({ beside = [] }) => beside.some(({ name }) => name === "eu-west-3"));
  ({ roots } = await new Project().synth(overTwo));
});
afterAll(removeCopies);

const before = (id: string): string[] => withUpstream(roots, [id]).map((root) => root.id);

it("makes the primary before the replica that joins it, though the file of the replica is read first", () => {
  expect(before(replica)).toContain(primary);
  expect(before(primary)).not.toContain(replica);
});

it("makes the key that the replica's login is under before the primary, which replicates it there", () => {
  expect(before(primary)).toContain("dev-eu-west-3-security");
});
