import { after } from "../read/after";
import { containers } from "../read/containers";
import { finding, notKnown, ok, type Rule } from "./rule";

const path = ["container_definitions"];

/** A privileged container is no wall between a program and its host. */
export const runsPrivileged: Rule = {
  id: "runs-privileged",
  about: "A container has all rights of the machine that it runs on.",
  severities: ["high"],
  cannotSee: "Single capabilities, folders of the host, and containers of Kubernetes.",
  wayOut: "Leave privileged off, and add the one capability that the program needs.",
  mayBeUnknown: true,
  types: ["aws_ecs_task_definition"],
  check: (change, around) => {
    if (change.after === null) return ok;
    const become = after(change, path, around);
    if (become.is === "unknown") return change.before === null ? ok : notKnown("container_definitions", become.by);
    return containers(change).map(({ name, before, after: its }) =>
      its.privileged === true && before?.privileged !== true
        ? finding({
            severity: "high",
            attribute: "container_definitions",
            why: `The container "${name}" is privileged: whoever breaks into its program has the machine.`,
            wayOut: "Leave privileged off, and add the one capability that the program needs.",
          })
        : ok,
    );
  },
};
