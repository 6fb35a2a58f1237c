import { type Action, paginateDescribeRules, type Rule } from "@aws-sdk/client-elastic-load-balancing-v2";
import { originHeader, originSlots } from "../../modules/dns/contract";
import { ports } from "../../modules/network/contract";
import type { Check } from "../check";
import { evidence } from "../controls";
import { findBalancers, listenersOf, missing } from "../lookup/load-balancers";
import { everyItem } from "../lookup/pages";
import { secretStrings } from "../lookup/secrets";
import type { RecoveredRegion } from "./view";

/** The web load balancer forwards requests with either origin secret of the region, and health checks; nothing else. */
export const forwardOnlyCloudfront: Check<RecoveredRegion> = {
  id: "forward-only-cloudfront",
  title: "The load balancer forwards only health checks and requests with CloudFront's origin secret",
  question: "private",
  controls: evidence.protection,
  async ask({ aws, namePrefix, originPrefix, healthPaths }) {
    const [web] = (await findBalancers(aws, namePrefix)).filter(({ service }) => service === "web");
    if (!web?.found) return { seen: "no load balancer", problems: web ? [missing(web, aws)] : [] };
    const listener = (await listenersOf(aws, web.found)).find(({ Port }) => Port === ports.https);
    if (!listener) return { seen: "no listener", problems: [`${web.name} has no listener on ${ports.https}`] };
    const secrets = await secretStrings(aws, originPrefix);
    const pages = paginateDescribeRules({ client: aws.elb }, { ListenerArn: listener.ListenerArn });
    const rules = (await everyItem(pages, (page) => page.Rules)).filter(({ IsDefault }) => !IsDefault);
    return {
      seen: `${secrets.size} origin secrets, ${rules.length} rules`,
      problems: [
        ...(secrets.size === originSlots.length
          ? []
          : [`${aws.region} has ${secrets.size} origin secrets (${originPrefix}…), not ${originSlots.length}`]),
        ...(refuses(listener.DefaultActions) ? [] : [`${web.name} does not refuse what no rule admits`]),
        ...rules.flatMap((rule) =>
          openings(rule, { secrets: [...secrets.values()], healthPaths }).map((what) => `${web.name} forwards ${what}`),
        ),
        ...[...secrets]
          .filter(([, value]) => !rules.some((rule) => forwards(rule) && headers(rule).includes(value)))
          .map(([name]) => `${web.name} does not forward what carries ${name}`),
        ...healthPaths
          .filter((path) => !rules.some((rule) => forwards(rule) && paths(rule).includes(path)))
          .map((path) => `${web.name} does not forward health checks of ${path}`),
      ],
    };
  },
};

const refuses = ([action, ...others]: readonly Action[] = []): boolean =>
  action?.FixedResponseConfig?.StatusCode === "403" && others.length === 0;

const forwards = ({ Actions = [] }: Rule): boolean => Actions.some(({ Type }) => Type === "forward");

/** The values of the origin header that a rule asks for; none when it asks for anything else. */
const headers = ({ Conditions = [] }: Rule): readonly (string | undefined)[] =>
  Conditions.flatMap(({ HttpHeaderConfig }) =>
    HttpHeaderConfig?.HttpHeaderName === originHeader ? (HttpHeaderConfig.Values ?? []) : [],
  );

/** The paths that a rule asks for. */
const paths = ({ Conditions = [] }: Rule): readonly string[] =>
  Conditions.flatMap(({ PathPatternConfig, Values }) => PathPatternConfig?.Values ?? Values ?? []);

interface Admitted {
  readonly secrets: readonly (string | undefined)[];
  readonly healthPaths: readonly string[];
}

/** What a rule forwards though it is neither a health check nor known to come from CloudFront. */
function openings(rule: Rule, { secrets, healthPaths }: Admitted): string[] {
  if (!forwards(rule)) return [];
  const known = headers(rule);
  if (known.length > 0) {
    const others = known.filter((value) => !secrets.includes(value)).length;
    return others === 0 ? [] : [`requests with ${others} values of ${originHeader} that are no origin secret`];
  }
  if (paths(rule).length > 0)
    return paths(rule)
      .filter((path) => !healthPaths.includes(path))
      .map((path) => `${path} from anyone`);
  return [`by rule ${rule.Priority} what does not come from CloudFront`];
}
