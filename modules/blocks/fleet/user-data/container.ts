import { platform } from "../../../core/names";
import { ports } from "../../../network/contract";
import type { CloudConfig } from "./cloud-config";
import { environmentPath } from "./environment";

const service = `${platform}-container.service`;

/** Runs a container with nothing to write to, no capabilities, and no password of the registry kept on disk. */
export function container(image: string, region: string, logGroup: string): CloudConfig {
  const options = [
    `--rm --name ${platform}`,
    `--env-file ${environmentPath}`,
    `--publish ${ports.service}:${ports.service}`,
    "--read-only --tmpfs /tmp --cap-drop ALL --security-opt no-new-privileges --pids-limit 1024",
    `--log-driver awslogs --log-opt awslogs-region=${region} --log-opt awslogs-group=${logGroup}`,
  ].join(" ");
  const unit = `[Unit]
Description=The shop's container
Requires=docker.service
After=docker.service network-online.target
Wants=network-online.target

[Service]
Environment=HOME=/root
ExecStartPre=-/usr/bin/docker rm --force ${platform}
ExecStartPre=/usr/bin/docker pull ${image}
ExecStart=/usr/bin/docker run ${options} ${image}
ExecStop=/usr/bin/docker stop --time 30 ${platform}
Restart=always
RestartSec=5
TimeoutStartSec=300

[Install]
WantedBy=multi-user.target
`;
  return {
    packages: ["docker", "amazon-ecr-credential-helper"],
    write_files: [
      { path: "/root/.docker/config.json", content: '{"credsStore":"ecr-login"}\n', permissions: "0600" },
      { path: `/etc/systemd/system/${service}`, content: unit },
    ],
    runcmd: [["systemctl", "enable", "--now", "docker.service", service]],
  };
}
