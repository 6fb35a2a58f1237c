import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Adds a second live region to a copy with the example's regions: over two zones, rebuilt where the first one is. */
export function addSecondRegion(root: string): void {
  writeFileSync(join(root, "regions/eu-west-3.ts"), paris);
  edit(root, "regions/environments.ts", [
    [
      'import { euWest1 } from "./eu-west-1";\n',
      'import { euWest1 } from "./eu-west-1";\nimport { euWest3 } from "./eu-west-3";\n',
    ],
    ["[euWest1, euCentral1", "[euWest1, euWest3, euCentral1"],
  ]);
  edit(root, "dr/targets.ts", [["  },\n]);", `  },\n${target}]);`]]);
}

/** Replaces texts of a file, each of which must be there. */
function edit(root: string, file: string, changes: readonly (readonly [text: string, other: string])[]): void {
  const changed = changes.reduce(
    (said, [text, other]) => {
      if (!said.includes(text)) throw new Error(`${file} does not say ${text}`);
      return said.replace(text, other);
    },
    readFileSync(join(root, file), "utf8"),
  );
  writeFileSync(join(root, file), changed);
}

const paris = `import { onCall } from "./on-call";
import { defineRegion } from "./schema/region-schema";

/** Paris: where the shop runs, too. */
export const euWest3 = defineRegion({
  name: "eu-west-3",
  role: "live",
  baseline: { subscriptions: onCall },
  security: { subscriptions: onCall },
  network: { cidr: "10.2.0.0/16", zones: ["a", "c"] },
  delivery: { machineImages: { "/shop/api/image": "ami-0123456789abcdef0" } },
  api: { workload: "ami", imageParameter: "/shop/api/image" },
  backup: { copiesTo: "eu-central-1" },
});
`;
const target = `  {
    lost: "eu-west-3",
    region: "eu-central-1",
    cidr: "10.3.0.0/16",
    zones: { a: "c", c: "a" },
    copiesTo: "eu-north-1",
  },
`;
