import { paginateDescribeParameters } from "@aws-sdk/client-ssm";
import { everyItem } from "../../lookup/pages";
import { given } from "../answers";
import type { Reader } from "../reader";

/** The account's own SSM parameters, without their values. */
export const parameters: Reader = {
  service: "Systems Manager",
  async list({ ssm }) {
    const found = await everyItem(paginateDescribeParameters({ client: ssm }, {}), ({ Parameters }) => Parameters);
    return found
      .filter(({ Name }) => !Name?.startsWith("/aws/"))
      .map((parameter) => ({
        type: "aws_ssm_parameter",
        id: given(parameter.Name),
        name: parameter.Name,
        settings: {
          type: parameter.Type,
          dataType: parameter.DataType,
          tier: parameter.Tier,
          kmsKey: parameter.KeyId,
          description: parameter.Description,
        },
      }));
  },
};
