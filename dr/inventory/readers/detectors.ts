import { GetDetectorCommand, paginateListDetectors } from "@aws-sdk/client-guardduty";
import { everyItem } from "../../lookup/pages";
import type { Reader } from "../reader";

/** GuardDuty's detector of a region, with what it watches. */
export const detectors: Reader = {
  service: "GuardDuty",
  async list({ guardDuty: client }) {
    const ids = await everyItem(paginateListDetectors({ client }, {}), ({ DetectorIds }) => DetectorIds);
    return Promise.all(
      ids.map(async (id) => {
        const {
          Status,
          FindingPublishingFrequency,
          Features = [],
        } = await client.send(new GetDetectorCommand({ DetectorId: id }));
        return {
          type: "aws_guardduty_detector",
          id,
          settings: {
            status: Status,
            frequency: FindingPublishingFrequency,
            features: Object.fromEntries(Features.map(({ Name = "", Status: status }) => [Name, status])),
          },
        };
      }),
    );
  },
};
