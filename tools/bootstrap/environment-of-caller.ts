import { environments } from "../../regions/environments";
import type { Environment } from "../../regions/schema/environment";
import { findEnvironment } from "../find-environment";
import { callersAccount, checkAccount } from "./caller";

/** The environment that the command line names, or without a name the one that the caller's credentials belong to; fails where they do not. */
export async function environmentOfCaller(name?: string): Promise<Environment> {
  if (name !== undefined) {
    const environment = findEnvironment(name);
    await checkAccount(environment);
    return environment;
  }
  const [first] = environments;
  const account = await callersAccount(first?.stateRegion, environments.map((one) => one.account).join(" or "));
  const found = environments.find((one) => one.account === account);
  return found ?? findEnvironment(account, "the account of your credentials");
}
