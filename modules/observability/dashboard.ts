import { CloudwatchDashboard } from "@cdktf/provider-aws/lib/cloudwatch-dashboard";
import { Fn } from "cdktf";
import type { Construct } from "constructs";
import type { Metric } from "../blocks/alerts/metric";

/** A part of the way that a request takes, with what is to be seen there: one row of graphs. */
export interface Section {
  readonly title: string;
  readonly graphs: readonly Graph[];
}

export interface Graph {
  readonly title: string;
  readonly metrics: readonly Metric[];
}

interface DashboardOptions {
  readonly name: string;
  readonly region: string;
  readonly alarmArns: readonly string[];
  readonly sections: readonly Section[];
}

/** Columns of a dashboard, and rows of a graph and of a heading. */
const columns = 24;
const graphHeight = 6;
const titleHeight = 1;

/** The dashboard of a region: its alarms on top, then the sections as a request flows. */
export function dashboard(
  scope: Construct,
  { name, region, alarmArns, sections }: DashboardOptions,
): CloudwatchDashboard {
  const top = { type: "alarm", x: 0, y: 0, width: columns, height: graphHeight };
  const rows = sections.flatMap((section, index) =>
    row(section, region, graphHeight + index * (titleHeight + graphHeight)),
  );
  const widgets = [{ ...top, properties: { title: "Alarms", alarms: alarmArns } }, ...rows];
  return new CloudwatchDashboard(scope, "dashboard", {
    dashboardName: name,
    dashboardBody: Fn.jsonencode({ widgets }),
  });
}

const row = ({ title, graphs }: Section, region: string, y: number): object[] => [
  { type: "text", x: 0, y, width: columns, height: titleHeight, properties: { markdown: `## ${title}` } },
  ...graphs.map((graph, index) => ({
    type: "metric",
    x: left(index, graphs.length),
    y: y + titleHeight,
    width: left(index + 1, graphs.length) - left(index, graphs.length),
    height: graphHeight,
    properties: {
      title: graph.title,
      region,
      view: "timeSeries",
      period: 60,
      metrics: graph.metrics.map(({ namespace, name, dimensions, stat }) => [
        namespace,
        name,
        ...Object.entries(dimensions).flat(),
        { stat },
      ]),
    },
  })),
];

/** Where a graph of a row begins. CloudWatch takes whole columns only, and those of a row fill it. */
const left = (index: number, graphs: number): number => Math.floor((index * columns) / graphs);
