import {
  DescribeFunctionCommand,
  GetDistributionConfigCommand,
  ListCachePoliciesCommand,
  ListFunctionsCommand,
  ListOriginAccessControlsCommand,
  ListOriginRequestPoliciesCommand,
  ListResponseHeadersPoliciesCommand,
  paginateListDistributions,
} from "@aws-sdk/client-cloudfront";
import type { Aws } from "../../aws";
import { everyItem } from "../../lookup/pages";
import { given } from "../answers";
import type { Item } from "../item";
import type { Reader } from "../reader";

/** Distributions, functions, access to origins, and the account's own policies of CloudFront; AWS's managed ones are left out. */
export const cloudFront: Reader = {
  service: "CloudFront",
  global: true,
  async list(aws) {
    const lists = await Promise.all([
      distributions(aws),
      functions(aws),
      cachePolicies(aws),
      originRequestPolicies(aws),
      originAccessControls(aws),
      responseHeadersPolicies(aws),
    ]);
    return lists.flat();
  },
};

async function distributions({ cloudFront: client }: Aws): Promise<Item[]> {
  const found = await everyItem(
    paginateListDistributions({ client }, {}),
    ({ DistributionList }) => DistributionList?.Items,
  );
  return Promise.all(
    found.map(async ({ Id, ARN, DomainName }) => {
      const { DistributionConfig: config } = await client.send(new GetDistributionConfigCommand({ Id }));
      // CloudFront's own number of the call, and the secret that origins are sent.
      const { CallerReference: _, Origins, ...settings } = given(config);
      return {
        type: "aws_cloudfront_distribution",
        id: given(ARN),
        name: settings.Aliases?.Items?.[0],
        handles: [given(Id), given(DomainName)],
        settings: {
          ...settings,
          origins: Origins?.Items?.map(({ CustomHeaders, ...origin }) => ({
            ...origin,
            headers: CustomHeaders?.Items?.map(({ HeaderName }) => HeaderName),
          })),
        },
      };
    }),
  );
}

async function functions({ cloudFront: client }: Aws): Promise<Item[]> {
  const { FunctionList } = await client.send(new ListFunctionsCommand({ Stage: "DEVELOPMENT" }));
  return Promise.all(
    (FunctionList?.Items ?? []).map(async ({ Name, FunctionMetadata }) => {
      const { FunctionSummary: summary } = await client.send(
        new DescribeFunctionCommand({ Name, Stage: "DEVELOPMENT" }),
      );
      return {
        type: "aws_cloudfront_function",
        id: given(FunctionMetadata?.FunctionARN),
        name: Name,
        settings: { runtime: summary?.FunctionConfig?.Runtime },
      };
    }),
  );
}

async function cachePolicies({ cloudFront: client }: Aws): Promise<Item[]> {
  const { CachePolicyList } = await client.send(new ListCachePoliciesCommand({ Type: "custom" }));
  return (CachePolicyList?.Items ?? []).map(({ CachePolicy: policy }) => ({
    type: "aws_cloudfront_cache_policy",
    id: given(policy?.Id),
    name: policy?.CachePolicyConfig?.Name,
    settings: { ...policy?.CachePolicyConfig },
  }));
}

async function originRequestPolicies({ cloudFront: client }: Aws): Promise<Item[]> {
  const { OriginRequestPolicyList } = await client.send(new ListOriginRequestPoliciesCommand({ Type: "custom" }));
  return (OriginRequestPolicyList?.Items ?? []).map(({ OriginRequestPolicy: policy }) => ({
    type: "aws_cloudfront_origin_request_policy",
    id: given(policy?.Id),
    name: policy?.OriginRequestPolicyConfig?.Name,
    settings: { ...policy?.OriginRequestPolicyConfig },
  }));
}

async function originAccessControls({ cloudFront: client }: Aws): Promise<Item[]> {
  const { OriginAccessControlList } = await client.send(new ListOriginAccessControlsCommand({}));
  return (OriginAccessControlList?.Items ?? []).map(({ Id, Name, ...settings }) => ({
    type: "aws_cloudfront_origin_access_control",
    id: given(Id),
    name: Name,
    settings,
  }));
}

async function responseHeadersPolicies({ cloudFront: client }: Aws): Promise<Item[]> {
  const { ResponseHeadersPolicyList } = await client.send(new ListResponseHeadersPoliciesCommand({ Type: "custom" }));
  return (ResponseHeadersPolicyList?.Items ?? []).map(({ ResponseHeadersPolicy: policy }) => ({
    type: "aws_cloudfront_response_headers_policy",
    id: given(policy?.Id),
    name: policy?.ResponseHeadersPolicyConfig?.Name,
    settings: { ...policy?.ResponseHeadersPolicyConfig },
  }));
}
