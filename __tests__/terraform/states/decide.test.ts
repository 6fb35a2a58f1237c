import { decide } from "../../../terraform/states/decide";

describe("where the state of a region is in question", () => {
  const names = { bucket: "b", key: "k.tfstate", file: "f.tfstate" };
  const one = new Set(["module.state.aws_s3_bucket.states b"]);

  it("makes what has no bucket, and goes on with a local state that has not moved", () => {
    expect(decide(names, "no bucket", undefined)).toBe("make");
    expect(decide(names, "no bucket", one)).toBe("make");
    expect(decide(names, "no state", one)).toBe("make");
  });

  it("goes on with an empty bucket, which a Terraform that was stopped has made", () => {
    expect(decide(names, "empty bucket", undefined)).toBe("make");
    expect(decide(names, "empty bucket", one)).toBe("make");
  });

  it("only removes the local state when the bucket knows all of it", () => {
    expect(decide(names, one, undefined)).toBe("nothing");
    expect(decide(names, new Set([...one, "other x"]), one)).toBe("tidy");
  });

  it("fails for a bucket without any state, which it would have to make a second time", () => {
    expect(() => decide(names, "no state", undefined)).toThrow(
      "The bucket b exists, but it has no k.tfstate, and there is no local state either. If another clone began to make it, copy its state from there to f.tfstate. Otherwise import what exists, or delete the bucket.",
    );
  });

  it("fails rather than lose an object that only the local state knows", () => {
    expect(() => decide(names, new Set(["other x"]), one)).toThrow(
      "s3://b/k.tfstate lacks objects that f.tfstate has: module.state.aws_s3_bucket.states b. Import them into the state in the bucket, or destroy them; then move the local state away.",
    );
  });
});
