import { z } from "zod";
import type { Choice } from "../../core/contract";
import { capacity } from "./capacity";
import { imageName } from "./image-name";

/** Containers on Fargate: no instances to patch, a task of its own for each. */
export const ecs = {
  shape: z.object({
    taskSize: z
      .enum(["256/512", "512/1024", "1024/2048", "1024/4096", "2048/4096", "2048/8192", "4096/8192", "4096/16384"])
      .default("512/1024")
      .describe("CPU units and MiB of memory of a task; 1024 units are one vCPU. Fargate offers only these pairs."),
  }),
  settings: capacity("task", 120, "One of 512/1024 costs about 14 USD a month.").extend({
    containerImage: imageName(
      "The container serves HTTPS on port 8443, as a user that is not root, and writes to /tmp only: 64 MiB of the task's memory.",
    ),
  }),
} as const satisfies Choice;

/** CPU units and memory of a task size, as Fargate takes them. */
export const sizeOf = (taskSize: string): { cpu: string; memory: string } => {
  const [cpu = "", memory = ""] = taskSize.split("/");
  return { cpu, memory };
};
