import { managedIn } from "../../terraform/state";

const resource = (parts: object) => ({ mode: "managed", type: "aws_subnet", name: "private", ...parts });
const state = (...resources: object[]) => JSON.stringify({ version: 4, resources });
const one = { attributes: { id: "subnet-1" } };

it("gives each object by the address that Terraform takes, with its module and key", () => {
  const text = state(
    resource({ instances: [one] }),
    resource({
      module: "module.network",
      instances: [
        { ...one, index_key: "a" },
        { ...one, index_key: 1 },
      ],
    }),
  );
  expect(managedIn(text).map(({ address }) => address)).toEqual([
    "aws_subnet.private",
    'module.network.aws_subnet.private["a"]',
    "module.network.aws_subnet.private[1]",
  ]);
});

it("tells what Terraform was interrupted in from the rest", () => {
  const text = state(
    resource({
      instances: [
        { ...one, index_key: 0 },
        { ...one, index_key: 1, status: "tainted" },
      ],
    }),
  );
  expect(managedIn(text).map(({ tainted }) => tainted)).toEqual([false, true]);
});

it("leaves out what is only read, and what has no objects", () => {
  expect(managedIn(state(resource({ mode: "data", instances: [one] }), resource({ instances: [] })))).toEqual([]);
});

it("fails for what is not a state", () => {
  expect(() => managedIn("{}")).toThrow();
  expect(() => managedIn("")).toThrow();
});
