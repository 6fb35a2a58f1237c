import { sortOut } from "../../../dr/parity/difference";
import { declaredOfReserved } from "../../../dr/parity/reserved";
import type { Environment } from "../../../regions/schema/environment";
import { environments } from "../../example/regions/environments";

const [environment] = environments as [Environment];
const target = { region: "eu-central-1" } as const;
const reserving: Environment = {
  ...environment,
  regions: environment.regions.map((region) =>
    region.role === "standby" ? { ...region, standby: { ...region.standby, natAddressZones: ["a"] } } : region,
  ),
};
const address = { type: "aws_eip", name: "nat-a", setting: "exists" };

it("means that a recovery has no address of its own where the target has some reserved", () => {
  const found = [{ ...address, source: true, recovered: false }];
  expect(sortOut(found, declaredOfReserved(reserving, target)).differences).toEqual([]);
});

it("finds an address that only the recovery has, and any difference where the target has none reserved", () => {
  const more = [{ ...address, source: false, recovered: true }];
  const fewer = [{ ...address, source: true, recovered: false }];
  expect(sortOut(more, declaredOfReserved(reserving, target)).differences).toHaveLength(1);
  expect(sortOut(fewer, declaredOfReserved(environment, target)).differences).toHaveLength(1);
  expect(sortOut(fewer, declaredOfReserved(reserving, { region: "eu-north-1" })).differences).toHaveLength(1);
});
