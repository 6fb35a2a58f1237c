import { checkDuration } from "../../../dr/account/the-account";

const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000);

describe("credentials for a drill in an account", () => {
  it("are refused where they end in the middle of it and nobody renews them", () => {
    const short = { sessionToken: "t", expiration: inMinutes(60) };
    expect(() => checkDuration(short, true)).toThrow(/end in (59|60) minutes, and a drill may take 120/);
    expect(() => checkDuration(short, false)).not.toThrow();
  });

  it.each([true, false])(
    "are said to end nobody knows when, where nothing says it (in variables: %s)",
    (inVariables) => {
      const warn = jest.fn();
      checkDuration({ sessionToken: "t" }, inVariables, warn);
      expect(warn).toHaveBeenCalledWith(expect.stringMatching(/is not known.*clean-up --aws/));
    },
  );

  it("are taken without a word where they never end", () => {
    const warn = jest.fn();
    checkDuration({}, true, warn);
    expect(warn).not.toHaveBeenCalled();
  });
});
