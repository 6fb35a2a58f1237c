/** What goes on with a root: what is being done, how that ended, or why it failed; that is empty after an interrupt. */
export type RootNews = { readonly root: string } & (
  | { readonly doing: string }
  | { readonly done: string }
  | { readonly failed: string }
);

/** What goes on in a step: in words, how many roots it is about, or what goes on with one of them. */
export type News = string | { readonly roots: number } | RootNews;

/** Tells what goes on. */
export type Say = (news: News) => void;

/** A step that is under way. */
export interface Shown {
  /** `step 3 of 12`, where it is one of several. */
  readonly place?: { readonly kind: string; readonly number: number; readonly of: number };
  readonly title: string;
  /** How long it usually takes, in seconds, where that is known. */
  readonly usual?: number;
  readonly from: number;
  newest: string;
  roots?: number;
  /** What is being done to roots, by id, and since when. */
  readonly atWork: Map<string, { readonly doing: string; readonly from: number; readonly since: number }>;
  readonly finished: Set<string>;
  /** Reasons of failures that were told when they happened. */
  readonly told: Map<string, string>;
}

/** How progress is shown. */
export interface View {
  begun(step: Shown): void | Promise<void>;
  /** What a root did before, where it did anything. */
  news(step: Shown, news: News, before?: { readonly doing: string; readonly from: number }): void;
  ended(step: Shown, reason?: string): void;
}
