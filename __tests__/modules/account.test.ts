import { AccountTier } from "../../modules/account/tier";
import { all, written } from "../support/module";

describe("account", () => {
  it("holds the service-linked roles that the platform's services work with", () => {
    const services = all(written(AccountTier), "aws_iam_service_linked_role").map(([, role]) => role.aws_service_name);
    expect(services.sort()).toEqual([
      "autoscaling.amazonaws.com",
      "elasticloadbalancing.amazonaws.com",
      "rds.amazonaws.com",
    ]);
  });
});
