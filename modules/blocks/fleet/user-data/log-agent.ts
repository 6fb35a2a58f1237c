import { platform } from "../../../core/names";
import type { File } from "./cloud-config";

const configuration = `/etc/${platform}/log-agent.json`;

/** The CloudWatch agent, which carries log files to the log group. */
export const logAgent = (logGroup: string, file: string): { write_files: File[]; runcmd: string[][] } => ({
  write_files: [
    {
      path: configuration,
      content: JSON.stringify({
        logs: {
          logs_collected: {
            files: {
              collect_list: [file, "/var/log/cloud-init-output.log"].map((file_path) => ({
                file_path,
                log_group_name: logGroup,
                log_stream_name: `{instance_id}${file_path}`,
              })),
            },
          },
        },
      }),
    },
  ],
  runcmd: [
    ["dnf", "install", "--assumeyes", "amazon-cloudwatch-agent"],
    [
      "/opt/aws/amazon-cloudwatch-agent/bin/amazon-cloudwatch-agent-ctl",
      ...["-a", "fetch-config", "-m", "ec2", "-s", "-c", `file:${configuration}`],
    ],
  ],
});
