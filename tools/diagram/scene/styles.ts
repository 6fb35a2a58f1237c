/** How a kind of group is drawn: colours, lines and icons as in AWS's own pictures. */
export interface Style {
  readonly color: string;
  readonly dashed: boolean;
  /** Opacity of its colour inside. */
  readonly fill: number;
  /** Its icon in the package aws-icons, in the corner. */
  readonly icon?: string;
  /** Groups of a higher layer are drawn over those of a lower one. */
  readonly layer: number;
  /** Whether it hides what is behind it, such as the borders of zones. */
  readonly opaque?: true;
}

const group = (name: string): string => `architecture-group/${name}`;

/** https://aws.amazon.com/architecture/icons: the groups of AWS's set; fills are AWS's tints. */
export const styles = {
  account: { color: "#E7157B", dashed: false, fill: 0, layer: 0, icon: group("AWSAccount") },
  region: { color: "#00A4A6", dashed: true, fill: 0, layer: 1, icon: group("Region") },
  zone: { color: "#00A4A6", dashed: true, fill: 0, layer: 3 },
  vpc: { color: "#8C4FFF", dashed: false, fill: 0, layer: 2, icon: group("VirtualprivatecloudVPC") },
  public: { color: "#7AA116", dashed: false, fill: 0.1, layer: 4, icon: group("Publicsubnet") },
  private: { color: "#00A4A6", dashed: false, fill: 0.08, layer: 4, icon: group("Privatesubnet") },
  fleet: { color: "#ED7100", dashed: true, fill: 0.05, layer: 5, icon: group("AutoScalinggroup") },
  compute: { color: "#ED7100", dashed: false, fill: 0.05, layer: 5 },
  security: { color: "#DD344C", dashed: false, fill: 0, layer: 6 },
  network: { color: "#8C4FFF", dashed: false, fill: 0.06, layer: 5, opaque: true },
  database: { color: "#C925D1", dashed: false, fill: 0.05, layer: 5 },
  generic: { color: "#7D8998", dashed: true, fill: 0, layer: 2 },
  standing: { color: "#1A7F37", dashed: false, fill: 0.04, layer: 2 },
  rebuilt: { color: "#0972D3", dashed: false, fill: 0.04, layer: 2 },
  gone: { color: "#D13212", dashed: false, fill: 0.05, layer: 2 },
  lost: { color: "#7D8998", dashed: true, fill: 0.12, layer: 1, icon: group("Region") },
} satisfies Record<string, Style>;

export type GroupStyle = keyof typeof styles;

/** A picture's colours, in light and in dark; the icons and the groups have the same in both. */
export interface Theme {
  readonly background: string;
  readonly ink: string;
  readonly muted: string;
  readonly line: string;
  /** What is copied from region to region. */
  readonly backup: string;
  readonly badge: string;
  readonly onBadge: string;
  /** Behind icons that are dark themselves, such as customers. */
  readonly plate: string | undefined;
  readonly added: string;
  readonly changed: string;
  readonly removed: string;
}

export const themes = {
  light: {
    background: "#FFFFFF",
    ink: "#232F3E",
    muted: "#545B64",
    line: "#545B64",
    backup: "#7AA116",
    badge: "#232F3E",
    onBadge: "#FFFFFF",
    plate: undefined,
    added: "#1A7F37",
    changed: "#9A6700",
    removed: "#CF222E",
  },
  dark: {
    background: "#0D1117",
    ink: "#F0F3F6",
    muted: "#A9B4C0",
    line: "#9BA7B6",
    backup: "#7AA116",
    badge: "#F0F3F6",
    onBadge: "#0D1117",
    plate: "#D5DBDB",
    added: "#3FB950",
    changed: "#D29922",
    removed: "#F85149",
  },
} satisfies Record<string, Theme>;

export type ThemeName = keyof typeof themes;
