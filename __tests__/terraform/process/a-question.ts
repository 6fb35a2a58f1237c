import { confirm } from "../../../terraform/process/confirm";

// Asks, and ends with 0 for a yes.
process.exit((await confirm("go on", new AbortController().signal)) ? 0 : 1);
