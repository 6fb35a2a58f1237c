const kept = ["PATH", "HOME", "USER", "SHELL", "TMPDIR", "TMP", "TEMP", "LANG", "TZ", "TERM", "SSL_CERT_FILE"].concat(
  ["SSL_CERT_DIR", "NODE_EXTRA_CA_CERTS", "XDG_CACHE_HOME", "XDG_CONFIG_HOME"],
  ["npm_config_registry", "npm_config_cache", "npm_config_userconfig"],
);
const keptPattern = /^(LC_[A-Z]+|(https?|all)_proxy|(HTTPS?|ALL)_PROXY)$/;
const loopback = "127.0.0.1,localhost,::1";

/**
 * An environment made from scratch for a child process: what any program needs of the caller's, and `additions`.
 *
 * The caller's AWS_* and TF_* never reach a child by accident: they would choose another account, endpoint or provider.
 */
export function childEnvironment(
  additions: Readonly<Record<string, string>> = {},
  own: NodeJS.ProcessEnv = process.env,
): Record<string, string> {
  const environment: Record<string, string> = {};
  for (const [name, value] of Object.entries(own))
    if (value !== undefined && (kept.includes(name) || keptPattern.test(name))) environment[name] = value;
  const noProxy = [own.NO_PROXY ?? own.no_proxy, loopback].filter(Boolean).join(",");
  return { ...environment, NO_PROXY: noProxy, no_proxy: noProxy, ...additions };
}
