import {
  DescribeLoadBalancerAttributesCommand,
  paginateDescribeLoadBalancers,
} from "@aws-sdk/client-elastic-load-balancing-v2";
import { everyItem } from "../../lookup/pages";
import { given } from "../answers";
import type { Reader } from "../reader";
import { record } from "../record";

/** Load balancers, with all of their attributes. */
export const loadBalancers: Reader = {
  service: "Elastic Load Balancing",
  async list({ elb }) {
    const found = await everyItem(
      paginateDescribeLoadBalancers({ client: elb }, {}),
      ({ LoadBalancers }) => LoadBalancers,
    );
    return Promise.all(
      found.map(async (balancer) => {
        const id = given(balancer.LoadBalancerArn);
        const { Attributes } = await elb.send(new DescribeLoadBalancerAttributesCommand({ LoadBalancerArn: id }));
        return {
          type: "aws_lb",
          id,
          name: balancer.LoadBalancerName,
          handles: [given(balancer.DNSName), id.replace(/^.*:loadbalancer\//, "")],
          settings: {
            type: balancer.Type,
            scheme: balancer.Scheme,
            ipAddressType: balancer.IpAddressType,
            vpc: balancer.VpcId,
            subnets: balancer.AvailabilityZones?.map(({ SubnetId }) => SubnetId),
            securityGroups: balancer.SecurityGroups,
            attributes: record(Attributes),
          },
        };
      }),
    );
  },
};
