import { virtualEnvironment } from "./virtual-environment.mjs";

/** What checks the plans and the workflows: checkov and zizmor, in an environment of their own, because versions clash with moto's. */
export const checkers = virtualEnvironment({
  name: "checkers",
  requirements: "checkers.txt",
  atLeast: "3.11",
  proof: "import checkov.main",
  compile: false,
  title: () => "checkov and zizmor for the tests",
});
