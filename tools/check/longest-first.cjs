// The order of the test files: what takes longest starts first, so that nothing long is left for the end.
const longest = [
  "alternatives/applied",
  "dr/interrupt",
  "app/adopted",
  "dr/parity/states",
  "alternatives/valid",
  "tools/local-aws/moto",
  "tools/bootstrap",
  "app/cdktf",
  "terraform/checkov",
  "terraform/states/own-state",
  "terraform/wrong-inputs",
  "dr/parity/parity",
  "dr/preflight",
  "terraform/roots",
  "tools/local-aws/lifecycle",
  "dr/account",
  "dr/checks/",
  "app/",
  "dr/",
  "tools/",
];

const rank = ({ path }) => {
  const found = longest.findIndex((part) => path.includes(`/__tests__/${part}`));
  return found < 0 ? longest.length : found;
};

/** What jest asks of a sequencer; its own knows only what an earlier run took, which a fresh clone has not. */
module.exports = class LongestFirst {
  sort(tests) {
    return [...tests].sort((one, other) => rank(one) - rank(other) || (one.path < other.path ? -1 : 1));
  }
  shard(tests) {
    return tests;
  }
  allFailedTests(tests) {
    return tests;
  }
  cacheResults() {}
};
