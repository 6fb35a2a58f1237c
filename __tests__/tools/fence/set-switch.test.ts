import type { NameServer } from "../../../tools/fence/name-servers";
import { setSwitch } from "../../../tools/fence/set-switch";
import { whereLed } from "../../../tools/fence/where-led";

const wanted = { which: "fence", region: "eu-west-1", on: true, domain: "shop.test" } as const;

/** A name server that knows a switch, and CNAMEs. */
const server = (txt: () => string | undefined, cnames: Readonly<Record<string, string>> = {}): NameServer => ({
  address: "192.0.2.53",
  txt: async (name) => (name === "fence.eu-west-1.origin.shop.test" ? txt() : undefined),
  cname: async (name) => cnames[name],
});

const { signal } = new AbortController();
const setting = (servers: readonly NameServer[], times = { every: 1, again: 20, atMost: 200 }) => {
  const sent: number[] = [];
  const send = async (value: 0 | 1) => void sent.push(value);
  return {
    sent,
    done: (on = true) => setSwitch({ ...wanted, on }, { servers, send, signal, say: () => {}, ...times }),
  };
};

it("is done once every name server knows the switch", async () => {
  let asked = 0;
  const late = server(() => (++asked > 3 ? "set" : "not set"));
  const { sent, done } = setting([server(() => "set"), late], { every: 1, again: 60_000, atMost: 30_000 });
  expect(await done()).toBe(true);
  expect(asked).toBe(4);
  expect(sent).toEqual([1]);
});

it("sends the value again where that of the same minute has won, and gives up in time", async () => {
  const { sent, done } = setting([server(() => "set")]);
  expect(await done(false)).toBe(false);
  expect(sent.length).toBeGreaterThan(2);
  expect(new Set(sent)).toEqual(new Set([0]));
});

it.each([
  ["no name server is known", []],
  ["a name server has no such record", [server(() => undefined)]],
])("is never done where %s", async (_, servers) => {
  expect(await setting(servers).done()).toBe(false);
});

it("fails where a name server does not answer: that is no answer", async () => {
  const silent = server(() => {
    throw new Error("queryTxt ETIMEOUT");
  });
  await expect(setting([silent]).done()).rejects.toThrow("ETIMEOUT");
});

const origin = "origin.shop.test";
const regions = ["eu-west-1", "eu-central-1"];
it.each<[string, Record<string, string>, string[], string | null]>([
  [
    "a live region",
    { [origin]: `live.${origin}`, [`live.${origin}`]: "origin.eu-west-1.shop.test" },
    [`live.${origin}`, "origin.eu-west-1.shop.test"],
    "eu-west-1",
  ],
  [
    "nowhere",
    { [origin]: `spare.${origin}`, [`spare.${origin}`]: `closed.${origin}` },
    [`spare.${origin}`, `closed.${origin}`],
    null,
  ],
  ["a name that is no region's", { [origin]: "elsewhere.test" }, ["elsewhere.test"], null],
])("follows the names that lead customers to %s", async (_, cnames, through, region) => {
  expect(
    await whereLed(
      server(() => undefined, cnames),
      "shop.test",
      regions,
    ),
  ).toEqual({
    nameServer: "192.0.2.53",
    through: [origin, ...through],
    region,
  });
});
