import { criticalPath, type Dependent, inOrder, reversed } from "../../terraform/order";

const soon = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Roots by id, each with what it depends on. */
const roots = (all: Record<string, string[]>): Dependent[] =>
  Object.entries(all).map(([id, dependencies]) => ({ id, dependencies }));

const region = roots({ web: ["api", "network"], api: ["database"], database: ["network"], logs: [], network: [] });

/** Works on each for a moment, and notes what began and ended, in its order. */
const noting =
  (events: string[], fails: Record<string, string> = {}) =>
  async ({ id }: Dependent) => {
    events.push(`began ${id}`);
    await soon(5);
    if (fails[id]) throw new Error(fails[id]);
    events.push(`ended ${id}`);
  };

it("works on a root only after those that it depends on", async () => {
  const events: string[] = [];
  await inOrder(region, 4, noting(events));
  for (const { id, dependencies } of region)
    for (const dependency of dependencies)
      expect(events.indexOf(`ended ${dependency}`)).toBeLessThan(events.indexOf(`began ${id}`));
  expect(events).toHaveLength(10);
});

it("takes down in the opposite order", async () => {
  const events: string[] = [];
  await inOrder(reversed(region), 4, noting(events));
  for (const { id, dependencies } of region)
    for (const dependency of dependencies)
      expect(events.indexOf(`ended ${id}`)).toBeLessThan(events.indexOf(`began ${dependency}`));
});

it.each([1, 2, 3])("works on %d at once, and never on more", async (atOnce) => {
  let now = 0;
  let most = 0;
  await inOrder(roots({ a: [], b: [], c: [], d: [], e: ["a"] }), atOnce, async () => {
    most = Math.max(most, ++now);
    await soon(5);
    now--;
  });
  expect(most).toBe(atOnce);
});

it("begins with what most others wait for, and tells how far each may give way to that", async () => {
  const turns: [string, number][] = [];
  const all = roots({ edge: [], logs: [], account: [], audit: ["account"], dns: ["audit"], web: ["dns", "logs"] });
  await inOrder(all, 1, async ({ id }, { niceness }) => {
    turns.push([id, niceness]);
  });
  expect(turns).toEqual([
    ["account", 0],
    ["audit", 2],
    ["logs", 4],
    ["dns", 4],
    ["edge", 6],
    ["web", 6],
  ]);
});

it("keeps places free for what others wait for, and gives all of them to the rest at last", async () => {
  const events: string[] = [];
  const plans = (when: string, ...dependencies: string[]) =>
    Object.fromEntries([1, 2, 3, 4].map((number) => [`${when} ${number}`, dependencies]));
  const all = roots({ network: [], ...plans("early"), web: ["network"], ...plans("late", "web") });
  await inOrder(all, 3, async ({ id }) => {
    events.push(`began ${id}`);
    if (id === "network" || id === "web") await soon(30);
    if (id === "early 1") while (!events.includes("ended web")) await soon(1);
    events.push(`ended ${id}`);
  });
  const begins = ["began network", "began early 1", "ended network", "began web", "began early 2"];
  expect(events.slice(0, 5)).toEqual(begins);
});

it("refuses an order in which some wait for each other", async () => {
  const events: string[] = [];
  const circle = inOrder(roots({ a: [], b: ["c"], c: ["b", "a"] }), 4, noting(events));
  await expect(circle).rejects.toThrow("b, c wait for each other.");
  expect(events).toEqual(["began a", "ended a"]);
});

it("begins nothing new after a failure, and waits for what is under way", async () => {
  const events: string[] = [];
  const all = roots({ broken: [], slow: [], queued: [], dependent: ["slow"] });
  const work = async (one: Dependent) => {
    events.push(`began ${one.id}`);
    await soon(one.id === "slow" ? 30 : 5);
    if (one.id === "broken") throw new Error("no room for broken");
    events.push(`ended ${one.id}`);
  };
  await expect(inOrder(all, 2, work)).rejects.toThrow("no room for broken");
  expect(events).toEqual(["began slow", "began broken", "ended slow"]);
});

it("tells every failure of what was under way at once", async () => {
  const work = noting([], { a: "a: access denied", b: "b: quota exceeded" });
  await expect(inOrder(roots({ a: [], b: [], c: ["a"] }), 4, work)).rejects.toThrow(
    "a: access denied\nb: quota exceeded",
  );
});

it("tells when each was worked on", async () => {
  const before = Date.now();
  const spans = await inOrder(roots({ network: [], api: ["network"] }), 4, () => soon(20));
  const [network, api] = spans;
  expect(spans.map(({ id }) => id)).toEqual(["network", "api"]);
  expect(network?.from).toBeGreaterThanOrEqual(before);
  expect(api?.from).toBeGreaterThanOrEqual(network?.to ?? Number.POSITIVE_INFINITY);
  expect(api?.to).toBeLessThanOrEqual(Date.now());
});

it("finds the chain that decided how long it took", () => {
  const span = (id: string, from: number, to: number, ...dependencies: string[]) => ({ id, from, to, dependencies });
  const spans = [
    span("network", 0, 60),
    span("security", 0, 20),
    span("database", 60, 180, "network", "security"),
    span("logs", 0, 190),
    span("api", 180, 250, "database", "security"),
    span("web", 190, 240, "logs", "network"),
  ];
  expect(criticalPath(spans).map(({ id }) => id)).toEqual(["network", "database", "api"]);
  expect(criticalPath([])).toEqual([]);
});
