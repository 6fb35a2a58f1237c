import { madeByDrill, nightOf } from "../../../dr/report/night";
import { resource } from "../../tools/cost/support";

const place = { environment: { name: "dev" }, lost: { name: "eu-west-1" }, target: { region: "eu-central-1" } };
const recovery = { recovery: true, region: "eu-central-1", root: "dev-eu-central-1-recovery-of-eu-west-1" };

it("counts the lost region's own tiers and what is rebuilt of it, not what regions share or others recover", () => {
  const all = [
    resource("aws_lb", {}, { address: "its own", tier: "web" }),
    resource("aws_kms_key", {}, { address: "of the account", tier: "baseline" }),
    resource("aws_route53_zone", {}, { address: "of all", tier: "dns", region: "us-east-1" }),
    resource("aws_lb", {}, { address: "elsewhere", tier: "web", region: "eu-west-3" }),
    resource("aws_lb", {}, { address: "rebuilt", tier: "web", ...recovery }),
    resource(
      "aws_lb",
      {},
      { address: "of another", tier: "web", ...recovery, root: "dev-eu-central-1-recovery-of-eu-west-3" },
    ),
  ];
  expect(madeByDrill(all, place).map(({ address }) => address)).toEqual(["its own", "rebuilt"]);
});

it("costs by the hour as long as it took, and at the most every hour that it began", () => {
  const hourly = { usd: { low: 1, expected: 2, high: 6 }, uncertainUsd: 0.5 };
  const { night } = nightOf({ found: { hourly } }, 5_400);
  expect(night).toMatchObject({ usd: { low: 1.5, expected: 3, high: 12 }, hourlyUsd: 2 });
  expect(night?.worth).toContain("both regions for 1 h 30 min cost about 3.00 USD (1.50 to 12.00)");
});

it("says nothing where nobody could tell", () => {
  expect(nightOf({ found: {} }, 5_400)).toEqual({});
});
