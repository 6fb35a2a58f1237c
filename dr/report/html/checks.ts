import { questions } from "../../check";
import type { Report, ReportedCheck } from "../schema";
import { type Markup, markup } from "./markup";

/** Every check, by the question that it helps to answer. */
export function checksSection({ checks }: Report): Markup {
  const groups = Object.values(questions)
    .map((question) => ({ question, asked: checks.filter((check) => check.question === question) }))
    .filter(({ asked }) => asked.length > 0);
  return markup`<section id="checks">
<h2>What was checked</h2>
${groups.map(({ question, asked }) => group(question, asked))}
</section>`;
}

const severity = ["failed", "uncertain", "skipped", "passed"];

function group(question: string, checks: readonly ReportedCheck[]): Markup {
  const sorted = [...checks].sort((one, other) => severity.indexOf(one.status) - severity.indexOf(other.status));
  const worst = sorted[0]?.status ?? "skipped";
  const passed = checks.filter(({ status }) => status === "passed").length;
  return markup`<details class="question"${worst === "failed" || worst === "uncertain" ? markup` open` : undefined}>
<summary><span class="state ${worst}">${answers[worst]}</span> <span class="asks">${question}</span> <span class="tally">${passed} of ${checks.length} passed</span></summary>
<ul class="checks">
${sorted.map(row)}
</ul>
</details>`;
}

const answers: Readonly<Record<ReportedCheck["status"], string>> = {
  passed: "yes",
  failed: "no",
  uncertain: "uncertain",
  skipped: "not asked",
};

const row = ({ id, title, status, seen, problems, controls }: ReportedCheck): Markup => markup`<li class="${status}">
<span class="mark ${status}" aria-hidden="true"></span>
<div><p class="title"><span class="hidden">${status}: </span>${title}</p>
${seen === "" ? undefined : markup`<p class="seen">${seen}</p>`}
${problems.length > 0 ? markup`<ul class="problems">${problems.map((problem) => markup`<li>${problem}</li>`)}</ul>` : undefined}
<p class="meta"><code>${id}</code> ${controls.map((control) => markup`<span class="control">${control}</span> `)}</p></div>
</li>`;
