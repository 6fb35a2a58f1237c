import { App, TerraformStack } from "cdktf";
import { ModuleCall } from "../../../modules/core/call";
import { shopContract } from "./shop-tier";

const call = (given: Readonly<Record<string, unknown>>): ModuleCall<typeof shopContract> =>
  new ModuleCall(new TerraformStack(new App(), "root"), shopContract, { source: "../shop", given });

it("gives a module its settings and needs; the shape is built in, and null is Terraform's own default", () => {
  const root = new TerraformStack(new App(), "root");
  const given = { letters: ["a"], payment: "card", acquirer: "x", leastDays: null };
  new ModuleCall(root, shopContract, { source: "../shop", given });
  const { module } = root.toTerraform();
  expect(module.shop).toMatchObject({ source: "../shop", acquirer: "x" });
  expect(Object.keys(module.shop)).not.toEqual(expect.arrayContaining(["letters"]));
  expect(Object.keys(module.shop)).not.toEqual(expect.arrayContaining(["least_days"]));
});

it("refuses what the contract does not declare, which the type checker lets pass in a wiring", () => {
  expect(() => call({ queueName: "orders", colour: "red" })).toThrow(
    "shop: colour is neither a setting nor a need of it. Declare it in its contract.",
  );
});
