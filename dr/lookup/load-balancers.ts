import {
  type Listener,
  type LoadBalancer,
  paginateDescribeListeners,
  paginateDescribeLoadBalancers,
} from "@aws-sdk/client-elastic-load-balancing-v2";
import { nameOfService, suffixOf } from "../../modules/blocks/compute/contract";
import type { Aws } from "../aws";
import { type Service, serviceNames } from "./names";
import { everyItem } from "./pages";

/** The load balancer before a service. */
export interface Balancer {
  readonly service: Service;
  readonly name: string;
  /** Undefined when there is none of that name. */
  readonly found?: LoadBalancer;
}

/** The load balancers that a region should have. */
export async function findBalancers(aws: Aws, namePrefix: string): Promise<Balancer[]> {
  const all = await everyItem(paginateDescribeLoadBalancers({ client: aws.elb }, {}), (page) => page.LoadBalancers);
  return serviceNames.map((service) => {
    const name = nameOfService(namePrefix, service);
    const names = [name, `${name}${suffixOf("lambda")}`];
    return { service, name, found: all.find(({ LoadBalancerName = "" }) => names.includes(LoadBalancerName)) };
  });
}

/** The listeners of a load balancer. */
export const listenersOf = ({ elb }: Aws, { LoadBalancerArn }: LoadBalancer): Promise<Listener[]> =>
  everyItem(paginateDescribeListeners({ client: elb }, { LoadBalancerArn }), (page) => page.Listeners);

/** That a load balancer is missing, as a problem. */
export const missing = ({ name }: Balancer, { region }: Aws): string =>
  `there is no load balancer ${name} in ${region}`;

/** The VPC that a region's load balancers are in; undefined when there are none. */
export const vpcOf = (balancers: readonly Balancer[]): string | undefined =>
  balancers.find(({ found }) => found?.VpcId !== undefined)?.found?.VpcId;
