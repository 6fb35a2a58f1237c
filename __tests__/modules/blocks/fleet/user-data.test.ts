import { ApiTier } from "../../../../modules/api/tier";
import { container } from "../../../../modules/blocks/fleet/user-data/container";
import { page } from "../../../../modules/blocks/fleet/user-data/page";
import { platform } from "../../../../modules/core/names";
import { WebTier } from "../../../../modules/web/tier";
import { written } from "../../../support/module";

const image = `111122223333.dkr.ecr.eu-west-1.amazonaws.com/${platform}/api:1.4.2`;
const content = (files: readonly { path: string; content: string }[] = [], name: string): string =>
  files.find(({ path }) => path.endsWith(name))?.content ?? "";

describe("the page's user data", () => {
  const { write_files: files, runcmd } = page(`/${platform}/web`, "/livez /readyz");

  it("runs the page without privileges and without the instance's credentials, and restarts it", () => {
    const unit = content(files, `${platform}-page.service`);
    for (const line of [
      "DynamicUser=yes",
      "CapabilityBoundingSet=\n",
      "Restart=always",
      "IPAddressDeny=169.254.169.254",
    ])
      expect(unit).toContain(line);
  });

  it("answers health checks where the region file says", () => {
    expect(content(files, `${platform}-page.service`)).toMatch(/^ExecStart=.* \/livez \/readyz$/m);
    const [web, api] = [written(WebTier, {}, { internalAuthority: "off" }), written(ApiTier)];
    expect(web.locals.fleet_user_data).toContain(
      '${join(" ", distinct(concat([var.liveness_path], var.health_paths)))}',
    );
    expect(api.locals.fleet_user_data).toContain('${join(" ", distinct(concat([var.liveness_path], [])))}');
  });

  it("starts the page before it installs anything", () => {
    expect(runcmd?.[0]).toEqual(["systemctl", "enable", "--now", `${platform}-page.service`]);
  });

  it("sends the log to the service's log group", () => {
    const { logs } = JSON.parse(content(files, "log-agent.json"));
    const [first] = logs.logs_collected.files.collect_list;
    expect(first).toMatchObject({ file_path: `/var/log/${platform}/page.log`, log_group_name: `/${platform}/web` });
  });
});

describe("the container's user data", () => {
  const { write_files: files } = container(image, "eu-west-1", `/${platform}/api`);
  const unit = content(files, `${platform}-container.service`);

  it("pulls the image and runs it", () => {
    expect(unit).toMatch(new RegExp(`docker pull ${image}\n.*docker run .* ${image}\n`));
  });

  it("gives the container no capabilities and nothing to write to", () => {
    for (const option of ["--read-only", "--cap-drop ALL", "--security-opt no-new-privileges"])
      expect(unit).toContain(option);
  });

  it("keeps no password of the registry", () => {
    expect(JSON.parse(content(files, ".docker/config.json"))).toEqual({ credsStore: "ecr-login" });
  });
});
