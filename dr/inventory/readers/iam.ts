import {
  GetOpenIDConnectProviderCommand,
  ListOpenIDConnectProvidersCommand,
  type ManagedPolicyDetail,
  paginateGetAccountAuthorizationDetails,
  paginateListInstanceProfiles,
  type RoleDetail,
} from "@aws-sdk/client-iam";
import type { Aws } from "../../aws";
import { everyItem } from "../../lookup/pages";
import { given } from "../answers";
import type { Item } from "../item";
import { policy } from "../policy";
import type { Reader } from "../reader";

/** IAM: roles with their policies, customer managed policies, instance profiles, OIDC providers. */
export const iam: Reader = {
  service: "IAM",
  global: true,
  list: async (aws) => (await Promise.all([rolesAndPolicies(aws), instanceProfiles(aws), oidcProviders(aws)])).flat(),
};

/** One operation tells all roles and policies: asking role by role is throttled. */
async function rolesAndPolicies({ iam: client }: Aws): Promise<Item[]> {
  const items: Item[] = [];
  const pages = paginateGetAccountAuthorizationDetails({ client }, { Filter: ["Role", "LocalManagedPolicy"] });
  for await (const { RoleDetailList = [], Policies = [] } of pages) {
    items.push(...RoleDetailList.filter(({ Path }) => !Path?.startsWith("/aws-reserved/")).map(role));
    items.push(...Policies.map(managedPolicy));
  }
  return items;
}

const role = (role: RoleDetail): Item => ({
  type: role.Path?.startsWith("/aws-service-role/") ? "aws_iam_service_linked_role" : "aws_iam_role",
  id: given(role.Arn),
  name: role.RoleName,
  handles: [given(role.RoleId)],
  settings: {
    path: role.Path,
    assumeRolePolicy: policy(role.AssumeRolePolicyDocument),
    inlinePolicies: Object.fromEntries(
      (role.RolePolicyList ?? []).map(({ PolicyName = "", PolicyDocument }) => [PolicyName, policy(PolicyDocument)]),
    ),
    attachedPolicies: role.AttachedManagedPolicies?.map(({ PolicyArn }) => PolicyArn),
    permissionsBoundary: role.PermissionsBoundary?.PermissionsBoundaryArn,
  },
});

const managedPolicy = (managed: ManagedPolicyDetail): Item => ({
  type: "aws_iam_policy",
  id: given(managed.Arn),
  name: managed.PolicyName,
  settings: {
    path: managed.Path,
    policy: policy(managed.PolicyVersionList?.find(({ IsDefaultVersion }) => IsDefaultVersion)?.Document),
  },
});

async function instanceProfiles({ iam: client }: Aws): Promise<Item[]> {
  const found = await everyItem(
    paginateListInstanceProfiles({ client }, {}),
    ({ InstanceProfiles }) => InstanceProfiles,
  );
  return found.map((profile) => ({
    type: "aws_iam_instance_profile",
    id: given(profile.Arn),
    name: profile.InstanceProfileName,
    settings: { path: profile.Path, roles: profile.Roles?.map(({ Arn }) => Arn) },
  }));
}

async function oidcProviders({ iam: client }: Aws): Promise<Item[]> {
  const { OpenIDConnectProviderList = [] } = await client.send(new ListOpenIDConnectProvidersCommand({}));
  return Promise.all(
    OpenIDConnectProviderList.map(async ({ Arn }) => {
      const { Url, ClientIDList } = await client.send(
        new GetOpenIDConnectProviderCommand({ OpenIDConnectProviderArn: Arn }),
      );
      return {
        type: "aws_iam_openid_connect_provider",
        id: given(Arn),
        name: Url,
        settings: { url: Url, clientIds: ClientIDList },
      };
    }),
  );
}
