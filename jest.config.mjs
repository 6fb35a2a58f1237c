// Packages that are ES modules only: jest runs CommonJS, so swc turns them, too.
const esm = "";
export default {
  testEnvironment: "node",
  testMatch: ["<rootDir>/__tests__/**/*.test.ts"],
  transform: { "^.+\\.[mc]?[jt]s$": ["@swc/jest", { jsc: { target: "es2022", parser: { syntax: "typescript" } }, module: { type: "commonjs" } }] },
  modulePathIgnorePatterns: ["<rootDir>/.cache", "<rootDir>/cdktf.out", "<rootDir>/dist"],
};
