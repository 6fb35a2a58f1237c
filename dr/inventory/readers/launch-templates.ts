import { paginateDescribeLaunchTemplates, paginateDescribeLaunchTemplateVersions } from "@aws-sdk/client-ec2";
import { everyItem } from "../../lookup/pages";
import { given } from "../answers";
import type { Reader } from "../reader";

/** Launch templates, with what their default version says. */
export const launchTemplates: Reader = {
  service: "EC2",
  async list({ ec2 }) {
    const found = await everyItem(paginateDescribeLaunchTemplates({ client: ec2 }, {}), (page) => page.LaunchTemplates);
    return Promise.all(
      found.map(async (template) => {
        const id = given(template.LaunchTemplateId);
        const input = { LaunchTemplateId: id, Versions: ["$Default"] };
        const pages = paginateDescribeLaunchTemplateVersions({ client: ec2 }, input);
        const [version] = await everyItem(pages, (page) => page.LaunchTemplateVersions);
        const { UserData, ...data } = version?.LaunchTemplateData ?? {};
        return {
          type: "aws_launch_template",
          id,
          name: template.LaunchTemplateName,
          settings: { ...data, userData: UserData && Buffer.from(UserData, "base64").toString("utf8") },
        };
      }),
    );
  },
};
