import { Fn } from "cdktf";
import type { LateNumber } from "../core/late";

interface Kept {
  readonly keptImages: LateNumber;
  readonly untaggedDays: LateNumber;
}

/** Which images ECR removes: those without a tag after some days, and of the others all but the newest. */
export const lifeCycle = ({ keptImages, untaggedDays }: Kept): string =>
  Fn.jsonencode({
    rules: [
      {
        rulePriority: 1,
        description: "Expire untagged images",
        selection: {
          tagStatus: "untagged",
          countType: "sinceImagePushed",
          countUnit: "days",
          countNumber: untaggedDays,
        },
        action: { type: "expire" },
      },
      {
        rulePriority: 2,
        description: "Keep the newest images",
        selection: { tagStatus: "any", countType: "imageCountMoreThan", countNumber: keptImages },
        action: { type: "expire" },
      },
    ],
  });
