import {
  type Api,
  GetApiMappingsCommand,
  GetApisCommand,
  GetAuthorizersCommand,
  GetDomainNamesCommand,
  GetIntegrationsCommand,
  GetRoutesCommand,
  GetStagesCommand,
} from "@aws-sdk/client-apigatewayv2";
import type { Aws } from "../../aws";
import { everyItemByToken } from "../../lookup/pages";
import { given } from "../answers";
import type { Item } from "../item";
import type { Reader } from "../reader";

/** API Gateway's HTTP APIs, each with its routes, stages and authorizers, and the names that point to them. */
export const httpApis: Reader = {
  service: "API Gateway",
  list: async (aws) => (await Promise.all([apis(aws), domainNames(aws)])).flat(),
};

async function apis({ apiGateway: client }: Aws): Promise<Item[]> {
  const found = await everyItemByToken((NextToken) => client.send(new GetApisCommand({ NextToken })));
  return Promise.all(found.map((api) => item({ apiGateway: client }, api)));
}

async function item({ apiGateway: client }: Pick<Aws, "apiGateway">, api: Api): Promise<Item> {
  const { ApiId } = api;
  const [routes, integrations, stages, authorizers] = await Promise.all([
    everyItemByToken((NextToken) => client.send(new GetRoutesCommand({ ApiId, NextToken }))),
    everyItemByToken((NextToken) => client.send(new GetIntegrationsCommand({ ApiId, NextToken }))),
    everyItemByToken((NextToken) => client.send(new GetStagesCommand({ ApiId, NextToken }))),
    everyItemByToken((NextToken) => client.send(new GetAuthorizersCommand({ ApiId, NextToken }))),
  ]);
  return {
    type: "aws_apigatewayv2_api",
    id: given(ApiId),
    name: api.Name,
    settings: {
      protocol: api.ProtocolType,
      defaultEndpoint: !api.DisableExecuteApiEndpoint,
      cors: api.CorsConfiguration,
      routes: routes.map((route) => ({
        key: route.RouteKey,
        authorization: route.AuthorizationType,
        scopes: route.AuthorizationScopes,
        integration: integrations
          .filter(({ IntegrationId }) => route.Target === `integrations/${IntegrationId}`)
          .map((one) => ({
            type: one.IntegrationType,
            subtype: one.IntegrationSubtype,
            uri: one.IntegrationUri,
            role: one.CredentialsArn,
            parameters: one.RequestParameters,
          })),
      })),
      stages: stages.map((stage) => ({
        name: stage.StageName,
        autoDeploy: stage.AutoDeploy,
        throttling: stage.DefaultRouteSettings,
        accessLog: stage.AccessLogSettings,
      })),
      authorizers: authorizers.map((one) => ({
        name: one.Name,
        type: one.AuthorizerType,
        sources: one.IdentitySource,
        jwt: one.JwtConfiguration,
      })),
    },
  };
}

async function domainNames({ apiGateway: client }: Aws): Promise<Item[]> {
  const found = await everyItemByToken((NextToken) => client.send(new GetDomainNamesCommand({ NextToken })));
  return Promise.all(
    found.map(async ({ DomainName, DomainNameConfigurations = [] }) => {
      const mappings = await everyItemByToken((NextToken) =>
        client.send(new GetApiMappingsCommand({ DomainName, NextToken })),
      );
      return {
        type: "aws_apigatewayv2_domain_name",
        id: given(DomainName),
        name: DomainName,
        handles: DomainNameConfigurations.flatMap(({ ApiGatewayDomainName = [] }) => ApiGatewayDomainName),
        settings: {
          endpoints: DomainNameConfigurations.map((one) => ({
            certificate: one.CertificateArn,
            type: one.EndpointType,
            securityPolicy: one.SecurityPolicy,
            status: one.DomainNameStatus,
          })),
          mappings: mappings.map(({ ApiId, Stage, ApiMappingKey }) => ({
            api: ApiId,
            stage: Stage,
            key: ApiMappingKey,
          })),
        },
      };
    }),
  );
}
