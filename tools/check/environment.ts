/** The caller's environment without what would choose another account, endpoint or provider, or is npm's own. */
export const environment = (own: NodeJS.ProcessEnv = process.env): Record<string, string> => ({
  ...Object.fromEntries(
    Object.entries(own).filter(
      (entry): entry is [string, string] => entry[1] !== undefined && !disturbs.test(entry[0]),
    ),
  ),
  CHECKPOINT_DISABLE: "1",
  // AWS says it once a process, on Node.js 20.
  AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true",
});

// npm passes its command line and this package on; registry, cache and proxies are kept.
const disturbs =
  /^(AWS_|TF_|CDKTF_|npm_(lifecycle|package|command|execpath|node_execpath|config_(argv|local_prefix))|NODE_OPTIONS$|INIT_CWD$)/;
