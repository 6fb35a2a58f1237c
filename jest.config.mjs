// Packages that are only ES modules; jest runs CommonJS, so swc turns them, too.
const modules =
  "execa|@sindresorhus|cross-spawn|figures|get-stream|human-signals|is-plain-obj|is-stream|is-unicode-supported|npm-run-path|path-key|parse-ms|pretty-ms|strip-final-newline|unicorn-magic|yoctocolors|yocto-queue|p-limit|get-port|httpxy|@sec-ant" +
  // log-update and what it needs
  "|log-update|ansi-escapes|ansi-regex|ansi-styles|cli-cursor|emoji-regex|environment|get-east-asian-width|is-fullwidth-code-point|mimic-function|onetime|restore-cursor|slice-ansi|string-width|strip-ansi|wrap-ansi" +
  // what writes and reads Markdown, and what it needs
  "|mdast-util-[a-z-]+|micromark[a-z-]*|unist-util-[a-z-]+|ccount|character-entities|decode-named-character-reference|devlop|escape-string-regexp|longest-streak|markdown-table|zwitch" +
  // GitHub's client
  "|@octokit|before-after-hook|universal-user-agent";

export default {
  globalSetup: "<rootDir>/__tests__/support/run-folder.ts",
  testEnvironment: "node",
  // Jest's clean-up between files wraps setters in setters, until the stack overflows where the AWS SDK sets a global.
  testEnvironmentOptions: { globalsCleanup: "off" },
  // Only for what hangs: many tests run real programs, and the machine may be busy with something else.
  testTimeout: 1_200_000,
  testSequencer: "<rootDir>/tools/check/longest-first.cjs",
  testMatch: ["<rootDir>/__tests__/**/*.test.ts"],
  transform: {
    "^.+\\.[mc]?[jt]s$": [
      "@swc/jest",
      { jsc: { target: "es2022", parser: { syntax: "typescript" } }, module: { type: "commonjs" } },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${modules})/)`],
  // Its exports have no "require" for node.
  moduleNameMapper: { "^unicorn-magic$": "<rootDir>/node_modules/unicorn-magic/node.js" },
  modulePathIgnorePatterns: ["<rootDir>/.cache", "<rootDir>/cdktf.out", "<rootDir>/dist"],
};
