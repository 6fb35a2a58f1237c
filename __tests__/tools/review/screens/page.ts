import { readFileSync } from "node:fs";
import { join } from "node:path";
import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";
import { projectRoot } from "../../../../terraform/project-root";

/**
 * A comment as a page that looks as on GitHub: its Markdown, with GitHub's own styles. Lines of a diff have their colours;
 * a Mermaid graph is shown as it is written, where GitHub draws it.
 */
export function page(markdown: string): string {
  const styles = readFileSync(join(projectRoot, "node_modules/github-markdown-css/github-markdown.css"), "utf8");
  const html = micromark(markdown.replace(fences, inOneLine), {
    allowDangerousHtml: true,
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
  });
  return `<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<style>${styles}${own}</style><body><article class="markdown-body">${html.replace(diffs, coloured)}</article>`;
}

/** The frame of a comment, and the colours of a diff, which are not among GitHub's styles of Markdown. */
const own = `
body { margin: 0; padding: 16px; background: #f6f8fa }
.markdown-body { box-sizing: border-box; max-width: 980px; margin: 0 auto; padding: 16px; border: 1px solid #d1d9e0; border-radius: 6px }
.plus { color: #116329; background: #dafbe1 } .minus { color: #82071e; background: #ffebe9 } .at { color: #0550ae; font-weight: 600 } .note { color: #953800 }
@media (max-width: 767px) { body { padding: 8px } .markdown-body { padding: 8px } }`;

/** A diff in the item of a list, and what stands for the ends of its lines: micromark 4.0.3 leaves them out there. */
const fences = /^( +)(`{3,})diff\n([\s\S]*?)\n\1\2$/gm;
const lineEnd = "\u2029";

const inOneLine = (_: string, indent: string, fence: string, lines: string): string =>
  `${indent}${fence}diff\n${lines.split(`\n${indent}`).join(lineEnd)}\n${indent}${fence}`;

const diffs = /(<pre><code class="language-diff">)([\s\S]*?)(<\/code><\/pre>)/g;

const kinds: Readonly<Record<string, string>> = { "+": "plus", "-": "minus", "@": "at", "!": "note" };

const coloured = (_: string, start: string, lines: string, end: string): string =>
  `${start}${lines
    .split(/[\n\u2029]/)
    .map((line) => {
      const kind = kinds[line.charAt(0)];
      return kind === undefined ? line : `<span class="${kind}">${line}</span>`;
    })
    .join("\n")}${end}`;
