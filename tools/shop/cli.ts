import { UserError } from "../../modules/core/user-error";
import { commands } from "./commands";

const [name = "", ...args] = process.argv.slice(2);
const load = new Map(Object.entries(commands)).get(name);
if (!load) throw new UserError(`"${name}" is not a command. ./shop --help lists the commands.`);
await (await load()).run(args);
