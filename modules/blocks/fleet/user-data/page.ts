import { platform } from "../../../core/names";
import { ports } from "../../../network/contract";
import type { CloudConfig } from "./cloud-config";
import { environmentPath } from "./environment";
import { logAgent } from "./log-agent";
import { pageServer } from "./page-server";

const server = `/usr/local/lib/${platform}/page.py`;
const service = `${platform}-page.service`;
const logFile = `/var/log/${platform}/page.log`;

/** Serves the page as a user of its own, with a certificate that is made anew at every start. */
const unit = (healthPaths: string): string => `[Unit]
Description=The shop's page, until there is a shop
After=network-online.target
Wants=network-online.target

[Service]
DynamicUser=yes
RuntimeDirectory=${platform}
RuntimeDirectoryMode=0700
LogsDirectory=${platform}
EnvironmentFile=${environmentPath}
ExecStartPre=/usr/bin/openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 3650 -subj /CN=${platform} -keyout /run/${platform}/key.pem -out /run/${platform}/certificate.pem
ExecStart=/usr/bin/python3 ${server} ${ports.service} /run/${platform}/certificate.pem /run/${platform}/key.pem ${logFile} ${healthPaths}
Restart=always
RestartSec=2
CapabilityBoundingSet=
IPAddressDeny=169.254.169.254
NoNewPrivileges=yes
PrivateDevices=yes
ProtectHome=yes
ProtectSystem=strict
RestrictAddressFamilies=AF_INET AF_INET6

[Install]
WantedBy=multi-user.target
`;

/**
 * A minimal page over HTTPS, with what Amazon Linux has on it: the page needs no package to be installed.
 *
 * `healthPaths`, with blanks between them, are where it says that it works and can serve: it needs nothing else for either.
 */
export function page(logGroup: string, healthPaths: string): CloudConfig {
  const agent = logAgent(logGroup, logFile);
  return {
    write_files: [
      { path: server, content: pageServer },
      { path: `/etc/systemd/system/${service}`, content: unit(healthPaths) },
      ...agent.write_files,
    ],
    runcmd: [["systemctl", "enable", "--now", service], ...agent.runcmd],
  };
}
