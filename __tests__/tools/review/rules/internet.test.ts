import { opensToTheInternet } from "../../../../tools/review/rules/opens-to-the-internet";
import { widensIngress } from "../../../../tools/review/rules/widens-ingress";
import { created, itJudges, updated } from "./plans";

const ingress = (cidr: string, from: number, to = from, protocol = "tcp") => ({
  cidr_blocks: [cidr],
  ipv6_cidr_blocks: [],
  from_port: from,
  to_port: to,
  protocol,
});

itJudges(opensToTheInternet, {
  found: [
    [
      "a port for administrators",
      [
        updated(
          "aws_security_group.bastion",
          { id: "sg-1", ingress: [ingress("10.0.0.0/8", 22)] },
          { ingress: [ingress("10.0.0.0/8", 22), ingress("0.0.0.0/0", 22)] },
        ),
      ],
      ["critical ingress: tcp port 22 is open to 0.0.0.0/0."],
    ],
    [
      "a range that holds a database's port, over IPv6",
      [
        created("aws_security_group_rule.db", {
          type: "ingress",
          protocol: "tcp",
          from_port: 5000,
          to_port: 6000,
          ipv6_cidr_blocks: ["::/0"],
        }),
      ],
      ["critical cidr_blocks: tcp ports 5000 to 6000 are open to ::/0."],
    ],
    [
      "everything",
      [created("module.eks.aws_vpc_security_group_ingress_rule.nodes", { ip_protocol: "-1", cidr_ipv4: "0.0.0.0/0" })],
      ["critical cidr_ipv4: Everything is open to 0.0.0.0/0."],
    ],
    [
      "half of the internet",
      [
        created("aws_vpc_security_group_ingress_rule.odd", {
          ip_protocol: "tcp",
          from_port: 8443,
          to_port: 8443,
          cidr_ipv4: "128.0.0.0/1",
        }),
      ],
      ["high cidr_ipv4: tcp port 8443 is open to 128.0.0.0/1."],
    ],
    [
      "a web server, which is what it is for",
      [created("aws_security_group.web", { ingress: [ingress("0.0.0.0/0", 443)] })],
      ["low ingress: tcp port 443 is open to 0.0.0.0/0."],
    ],
    [
      "a list of addresses that many rules use",
      [
        updated(
          "aws_ec2_managed_prefix_list.offices",
          { entry: [{ cidr: "198.51.100.0/24" }] },
          { entry: [{ cidr: "0.0.0.0/0" }] },
        ),
      ],
      ["high entry: 0.0.0.0/0 is in the list, which every rule that uses it lets in."],
    ],
  ],
  well: [
    ["addresses of a network", [created("aws_security_group.db", { ingress: [ingress("10.0.0.0/8", 5432)] })]],
    [
      "what was open already",
      [updated("aws_security_group.bastion", { ingress: [ingress("0.0.0.0/0", 22)] }, { description: "old" })],
    ],
    [
      "what was open already, by a rule inside of the group",
      [
        updated("aws_security_group.web", { id: "sg-1", ingress: [ingress("0.0.0.0/0", 443)] }, { ingress: [] }),
        created("aws_vpc_security_group_ingress_rule.web", {
          security_group_id: "sg-1",
          ip_protocol: "tcp",
          from_port: 443,
          to_port: 443,
          cidr_ipv4: "0.0.0.0/0",
        }),
      ],
    ],
    [
      "what goes out",
      [created("aws_security_group_rule.out", { type: "egress", protocol: "-1", cidr_blocks: ["0.0.0.0/0"] })],
    ],
    [
      "addresses of a network that the plan makes",
      [
        created(
          "aws_security_group_rule.peer",
          { type: "ingress", protocol: "tcp", from_port: 22, to_port: 22 },
          { cidr_blocks: ["aws_vpc.peer.cidr_block", "aws_vpc.peer"] },
        ),
        created("aws_vpc.peer", {}),
      ],
    ],
    [
      "a private block of IPv6",
      [created("aws_vpc_security_group_ingress_rule.own", { ip_protocol: "-1", cidr_ipv6: "fc00::/7" })],
    ],
  ],
  unknown: [
    [
      "addresses that somebody else says",
      [
        created(
          "aws_security_group_rule.peer",
          { type: "ingress", protocol: "tcp", from_port: 22, to_port: 22 },
          { cidr_blocks: ["local.offices"] },
        ),
      ],
      ["not known: cidr_blocks, by local.offices"],
    ],
    [
      "rules of a group, of which one is known later",
      [
        created(
          "aws_security_group.web",
          {},
          { ingress: ["data.http.offices.response_body", "aws_vpc.main.cidr_block"] },
        ),
      ],
      ["not known: ingress, by data.http.offices.response_body, aws_vpc.main.cidr_block"],
    ],
  ],
});

itJudges(widensIngress, {
  found: [
    [
      "all private addresses and all ports, instead of one each",
      [
        updated(
          "aws_vpc_security_group_ingress_rule.reader",
          { cidr_ipv4: "10.20.1.17/32", ip_protocol: "tcp", from_port: 5432, to_port: 5432 },
          { cidr_ipv4: "10.0.0.0/8", from_port: 0, to_port: 65_535 },
        ),
      ],
      ["medium cidr_blocks: It lets in 10.0.0.0/8 on tcp ports 0 to 65535, instead of 10.20.1.17/32 on tcp port 5432."],
    ],
    [
      "every protocol, instead of one port",
      [
        updated(
          "aws_security_group.app",
          { ingress: [ingress("10.1.0.0/16", 443)] },
          { ingress: [ingress("10.1.0.0/16", 0, 0, "-1")] },
        ),
      ],
      ["medium ingress: It lets in 10.1.0.0/16 on every port, instead of 10.1.0.0/16 on tcp port 443."],
    ],
  ],
  well: [
    [
      "fewer addresses",
      [
        updated(
          "aws_security_group.app",
          { ingress: [ingress("10.0.0.0/8", 443)] },
          { ingress: [ingress("10.1.0.0/16", 443)] },
        ),
      ],
    ],
    [
      "a rule that is added beside the others",
      [
        updated(
          "aws_security_group.app",
          { ingress: [ingress("10.1.0.0/16", 443)] },
          { ingress: [ingress("10.1.0.0/16", 443), ingress("10.2.0.0/16", 8443)] },
        ),
      ],
    ],
    [
      "two rules in one",
      [
        updated(
          "aws_security_group.app",
          { ingress: [ingress("10.1.0.0/16", 0, 65_535), ingress("10.1.2.0/24", 443)] },
          { ingress: [ingress("10.1.0.0/16", 0, 65_535)] },
        ),
      ],
    ],
  ],
  unknown: [
    [
      "the addresses of what is made by the same plan",
      [
        updated(
          "aws_vpc_security_group_ingress_rule.reader",
          { cidr_ipv4: "10.20.1.17/32", ip_protocol: "tcp", from_port: 5432, to_port: 5432 },
          {},
          { cidr_ipv4: ["var.readers"] },
        ),
      ],
      ["not known: cidr_ipv4, by var.readers"],
    ],
  ],
});
