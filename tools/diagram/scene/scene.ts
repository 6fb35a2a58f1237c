import type { Change } from "../estate/changes";
import type { Type } from "../text/lines";
import type { GroupStyle } from "./styles";

/** A rectangle, in pixels of a picture that is 1600 wide. */
export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export type Point = readonly [x: number, y: number];

/** What a click on something leads to, and what is told of it when the pointer rests on it. */
export interface About {
  /** A file of the project. */
  readonly file: string;
  readonly told: string;
  /** The resources that it stands for, as `root address`. */
  readonly covers: readonly string[];
}

/** The frame of a group, such as a VPC. */
export interface Frame extends Rect {
  readonly style: GroupStyle;
  readonly change: Change;
  readonly about: About | undefined;
}

export interface Icon extends Rect {
  /** Its icon in the package aws-icons. */
  readonly icon: string;
  readonly change: Change;
  readonly about: About | undefined;
}

/** Colour of a text, by what it says. */
export type Tone = "ink" | "muted" | GroupStyle | Exclude<Change, "same">;

/** A line of text. */
export interface Text extends Rect, Type {
  readonly text: string;
  readonly tone: Tone;
  /** The frame that it belongs into. */
  readonly within: Rect;
  readonly about: About | undefined;
}

/** A number of the README's table. */
export interface Badge {
  readonly number: number;
  readonly at: Point;
  readonly about: About | undefined;
}

/** An arrow along a path of horizontal and vertical parts. */
export interface Arrow {
  readonly path: readonly Point[];
  readonly dashed: boolean;
  readonly tone: "line" | "backup";
}

/** A picture, before it is written: everything with its place. */
export interface Scene {
  readonly title: string;
  readonly width: number;
  readonly height: number;
  readonly frames: readonly Frame[];
  readonly icons: readonly Icon[];
  readonly texts: readonly Text[];
  readonly badges: readonly Badge[];
  readonly arrows: readonly Arrow[];
}
