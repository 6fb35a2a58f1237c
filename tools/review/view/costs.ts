import type { ResourceChange } from "../../../terraform/plan/resource-changes";
import { holdsData } from "../rules/stateful";

/** What is lost for good with what holds no data, by type. */
const losses: Readonly<Record<string, string>> = {
  aws_acm_certificate: "what it protects must take another certificate first",
  aws_autoscaling_group: "every instance of it is stopped",
  aws_cloudfront_distribution: "its domain name at cloudfront.net is gone, and a new one has another",
  aws_cognito_user_pool_client: "everybody who is signed in by it must sign in again",
  aws_ecs_cluster: "every task in it is stopped",
  aws_ecs_service: "every task of it is stopped",
  aws_eip: "the address is given back, and somebody else may get it",
  aws_eks_cluster: "the cluster is deleted with all that runs in it",
  aws_iam_access_key: "whoever uses the key is locked out",
  aws_iam_role: "policies that name it trust nobody, even when one of the same name is made",
  aws_iam_user: "policies that name it trust nobody, even when one of the same name is made",
  aws_instance: "what is on its own disks is gone, and its addresses change",
  aws_key_pair: "new instances let its owner in no longer",
  aws_lambda_function: "its versions and what is on its way to it are gone",
  aws_lb: "its DNS name changes, and connections break",
  aws_nat_gateway: "what goes out through it stops, and its address may change",
  aws_route53_zone: "its name servers change: every name in it is lost until the registrar knows the new ones",
  aws_sns_topic: "its subscriptions are gone",
  aws_subnet: "all that stands in it must go first",
  aws_vpc: "all that stands in it must go first",
  aws_vpn_connection: "the tunnel breaks, and its addresses and keys change",
};

/** What a replacement or a destruction costs, in words; undefined where nothing is known to be lost by it. */
export function costs({ type, fate, createFirst, forgets, deposed }: ResourceChange): string | undefined {
  if ((fate !== "replace" && fate !== "destroy") || forgets || deposed) return undefined;
  const what = holdsData[type];
  const lost =
    what === undefined
      ? losses[type]
      : `${lowered(what)} is deleted${fate === "replace" ? ", and made anew without its data" : " with its data"}`;
  if (fate === "destroy" || createFirst) return lost;
  return lost === undefined
    ? "it is not there until the new one is made"
    : `${lost}; it is not there until the new one is made`;
}

const lowered = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
