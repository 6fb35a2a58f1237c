import { Progress } from "../../../terraform/process/progress";
import { withoutControls } from "../../../terraform/process/without-controls";

const evil = "\u001b]0;title\u0007\u001b[2Jfeature\u001b[31m/x\rhidden\u009b1A\u0008";

it("leaves the text, its lines and its tabs, and nothing that moves a terminal", () => {
  expect(withoutControls(`${evil}\n\tünïcode …\r\n`)).toMatch(/^feature\/xhidden.*\n\tünïcode …\n$/);
  expect(withoutControls(evil)).not.toMatch(/\p{Cc}/u);
});

it("keeps such characters out of what is shown while a command works", async () => {
  let shown = "";
  const stream = { write: (text: string) => (shown += text) } as unknown as NodeJS.WritableStream;
  const failing = new Progress({ stream }).run("Step", async (say) => {
    say(evil);
    say({ root: "web", failed: evil });
    throw new Error(evil);
  });
  await expect(failing).rejects.toThrow();
  expect(shown).toContain("feature");
  expect(shown.replaceAll("\n", "")).not.toMatch(/\p{Cc}/u);
});
