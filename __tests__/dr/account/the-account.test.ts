import { checkDuration, theAccount } from "../../../dr/account/the-account";
import { ofAccount } from "../../../tools/gate/aws/of-account";
import { dev } from "../../support/own-regions";

// Whose the credentials are, only AWS itself says, and it says that they are of the account.
jest.mock("@aws-sdk/client-sts", () => ({
  GetCallerIdentityCommand: class {},
  STSClient: class {
    send = async () => ({ Account: "111122223333", Arn: "arn:aws:sts::111122223333:assumed-role/drill/night" });
  },
}));

const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000);

describe("credentials for a drill in an account", () => {
  it("are refused where they end in the middle of it and nobody renews them", () => {
    const short = { sessionToken: "t", expiration: inMinutes(60) };
    expect(() => checkDuration(short, true)).toThrow(/end in (59|60) minutes, and a drill may take 120/);
    expect(() => checkDuration(short, false)).not.toThrow();
  });

  it("are refused before anything is done with them", async () => {
    const own = { ...process.env };
    Object.assign(process.env, {
      AWS_ACCESS_KEY_ID: "a",
      AWS_SECRET_ACCESS_KEY: "s",
      AWS_SESSION_TOKEN: "t",
      AWS_CREDENTIAL_EXPIRATION: inMinutes(60).toISOString(),
    });
    try {
      await expect(theAccount({ ...dev, drillable: true })).rejects.toThrow("and a drill may take 120");
      process.env.AWS_CREDENTIAL_EXPIRATION = inMinutes(180).toISOString();
      expect(await theAccount({ ...dev, drillable: true })).toMatchObject({ kind: "account" });
    } finally {
      process.env = own;
    }
  });

  it.each([true, false])(
    "are said to end nobody knows when, where nothing says it (in variables: %s)",
    (inVariables) => {
      const warn = jest.fn();
      checkDuration({ sessionToken: "t" }, inVariables, warn);
      expect(warn).toHaveBeenCalledWith(expect.stringMatching(/is not known.*clean-up --aws/));
    },
  );

  it("are not even asked for where nobody has said that drills may destroy a region in the account", async () => {
    await expect(theAccount(dev)).rejects.toThrow(
      "account 111122223333 is not marked for drills: regions/environments.ts does not say drillable: true for dev.",
    );
  });

  it("are lent while they are of that account, and no more once somebody has changed the profile", async () => {
    const whose: Record<string, string> = { ours: "111122223333", renewed: "111122223333", theirs: "333333333333" };
    const asked: string[] = [];
    const given = { accessKeyId: "ours", secretAccessKey: "s" };
    const lent = ofAccount(
      async () => ({ ...given }),
      "111122223333",
      async ({ accessKeyId }) => {
        asked.push(accessKeyId);
        return whose[accessKeyId];
      },
    );
    for (const accessKeyId of ["ours", "ours", "renewed", "renewed"]) {
      Object.assign(given, { accessKeyId });
      expect(await lent()).toMatchObject({ accessKeyId });
    }
    given.accessKeyId = "theirs";
    await expect(lent()).rejects.toThrow("the credentials are of account 333333333333, and not of 111122223333");
    expect(asked).toEqual(["ours", "renewed", "theirs"]);
  });

  it("are taken without a word where they never end", () => {
    const warn = jest.fn();
    checkDuration({}, true, warn);
    expect(warn).not.toHaveBeenCalled();
  });
});
