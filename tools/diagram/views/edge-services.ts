import type { Estate } from "../estate/estate";
import { drawn } from "../estate/find";
import { components } from "../kinds/components";
import type { Drawn } from "../scene/canvas";

/** Shield: Standard protects every distribution, whether Terraform knows of it or not; Advanced is there where it was asked for. */
export function shield(estate: Estate): Drawn {
  const { title: name, icon, number, file } = components.shield;
  const standard: Drawn = { icon, name, number, detail: "Standard", about: { file, told: name, covers: [] } };
  return drawn(estate, "shield", { region: "global", detail: "Advanced" }) ?? standard;
}
