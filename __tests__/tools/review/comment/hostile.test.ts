import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";
import { comment } from "../../../../tools/review/comment/comment";
import { review } from "../../../../tools/review/review";
import { places } from "../secrets/places";

/** Texts that try to be something else than text. */
const hostile: Readonly<Record<string, string>> = {
  "the end of what is folded": "</details>\n\n# Approved\n\n<details><summary>",
  "fences and code": "a ```` b `c` \n```\n````\n",
  "a fence of tildes and a formula": "~~~\n$$\\color{red}x$$ $`a`$\n~~~",
  "a table": "| a | b |\n|---|---|\n| \\| | `|` |",
  "links and pictures": "[x](javascript:alert(1)) ![y](https://evil.example/z.png) <https://evil.example>",
  HTML: '<img src=x onerror=alert(1)><script>alert("1")</script>&lt;b&gt;&#64;octocat',
  "a comment's end": "--> <!-- <![CDATA[ ?> ]]>",
  "mentions and references":
    "@octocat @org/team #1 GH-2 org/repo#3 https://github.com/a/b/issues/4 www.evil.example a@evil.example",
  "commands of a workflow": "\n::error::x\n  ::set-output name=a::b\n##[error]x\n::add-mask::y",
  "text that runs the other way": "\u202Eevil\u202C \u2066x\u2069 \u200Bzero\u200D \u{E0041}",
  "a terminal's commands": "\u001b[31mred\u001b[0m \u009b2J \r over \u0007",
  "a very long line": "x".repeat(200_000),
  "lists, tasks, rules and alerts": "- [ ] x\n1. y\n***\n===\n---\n> [!CAUTION]\n> z\n[^1]: note",
  "a picture's language": '"] --> x; click r0 "javascript:alert(1)" %%{init: {}}%%',
  "half of a character": "a\ud83d b \udc00",
};

const allowed =
  /^<(?:\/?(?:p|ul|li|code|pre|strong|h[234]|details|summary)|br \/|code class="language-(?:diff|mermaid)")>$/;

/** The text outside of code, which GitHub searches for mentions, references and links. */
const proseIn = (html: string): string => html.replace(/<code[^>]*>[\s\S]*?<\/code>/g, "").replace(/<[^>]*>/g, " ");

/** Headings without the names in them. */
const headingsIn = (shown: string): string[] =>
  (shown.match(/<h\d>.*?<\/h\d>/g) ?? []).map((one) => one.replace(/<code>.*?<\/code>/g, ""));

const html = (markdown: string): string =>
  micromark(markdown, { allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [gfmHtml()] });

/** A comment whose foreign texts are all of this kind, in every kind of place. */
function commentOf(text: string): string {
  const outputs = { [text]: { actions: ["create"], before: null, after: text } };
  const named = { root: text, json: { output_changes: outputs }, provisional: [text] };
  const plans = Object.entries(places).map(([root, planWith]) => ({ root, json: planWith(text) }));
  const beside = { notPlanned: [{ root: text, why: text }], elsewhere: [text], readers: () => [text, "reader"] };
  const written = comment(review([named, ...plans], beside), Number.POSITIVE_INFINITY);
  const snapshot = /\n<!-- plan-review-snapshot [A-Za-z0-9+/=]+ -->\n$/;
  expect(written).toMatch(snapshot);
  return written.replace(snapshot, "");
}

const harmless = headingsIn(html(commentOf("harmless")));

it.each(Object.entries(hostile))("stays text: %s", (_, text) => {
  const markdown = commentOf(text);
  const shown = html(markdown);
  const tags = shown.match(/<[^>]*>/g) ?? [];
  expect(tags.filter((tag) => !allowed.test(tag))).toEqual([]);
  expect(tags.filter((tag) => tag === "<details>")).toHaveLength(tags.filter((tag) => tag === "</details>").length);
  expect(headingsIn(shown)).toEqual(harmless);
  expect(proseIn(shown)).not.toMatch(/@[\w-]|#\d|GH-\d|:\/\/|www\.|\$[^\u200B]/i);
  expect(markdown).not.toMatch(/^\s*::|##\[/m);
  expect(markdown).not.toMatch(/[^\P{C}\n\u200B]/u);
  expect(Math.max(...markdown.split("\n").map(({ length }) => length))).toBeLessThan(4_000);
});

it("writes the labels of a picture without a character that means something to Mermaid", () => {
  const root = hostile["a picture's language"] ?? "";
  const json = { planned_values: {}, output_changes: { [root]: { actions: ["create"], before: null, after: 1 } } };
  const [, picture = ""] =
    /```mermaid\n([\s\S]*?)```/.exec(comment(review([{ root, json }], { readers: () => ["b"] }))) ?? [];
  const labels = [...picture.matchAll(/"([^"]*)"/g)].map(([, label = ""]) => label);
  expect(labels).toHaveLength(3);
  expect(labels.join("")).toMatch(/^[A-Za-z0-9 _./#;-]*$/);
  expect(picture.replace(/"[^"]*"/g, "")).not.toMatch(/click|init|javascript/);
});
