import { synthesizedAs, withUpstream } from "./synthesized";

const { environment, roots } = synthesizedAs("one database over two live regions");
const primary = `${environment}-eu-west-1-database`;
const replica = `${environment}-eu-west-3-database`;

const before = (id: string): string[] => withUpstream(roots, [id]).map((root) => root.id);

it("makes the primary before the replica that joins it, though the file of the replica is read first", () => {
  expect(before(replica)).toContain(primary);
  expect(before(primary)).not.toContain(replica);
});

it("makes the key that the replica's login is under before the primary, which replicates it there", () => {
  expect(before(primary)).toContain(`${environment}-eu-west-3-security`);
});
