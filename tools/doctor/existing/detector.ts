import { GetDetectorCommand, ListDetectorsCommand } from "@aws-sdk/client-guardduty";
import { isOurs } from "../is-ours";
import type { Existing } from "./existing";
import { importOf } from "./import";

/** GuardDuty's detector: a region has one, and `CreateDetector` refuses a second one. */
export const detector: Existing = {
  name: "GuardDuty detector",
  actions: "guardduty:ListDetectors and guardduty:GetDetector",
  wanted: ({ region }) => region.baseline.guardDuty,
  look: async (place, { guardDuty }) => {
    const { DetectorIds: [id] = [] } = await guardDuty.send(new ListDetectorsCommand({}));
    if (id === undefined) return [];
    const { Tags = {} } = await guardDuty.send(new GetDetectorCommand({ DetectorId: id }));
    if (isOurs(place.environment, Tags)) return [];
    return [
      {
        says: `${place.region.name} has the GuardDuty detector ${id} already, and AWS allows one`,
        wayOut: `if an organization keeps it, set baseline.guardDuty: false for ${place.region.name}; otherwise ${importOf(place, "module.baseline.aws_guardduty_detector.detector", id)}`,
      },
    ];
  },
};
