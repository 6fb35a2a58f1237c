/**
 * A text without a module's folder, such as `../../modules/dev/eu-west-1/`, which an argument with the path of a file has.
 *
 * It names the region that the module was published for, as the text of the module's call does, and nothing in it.
 */
export const withoutModuleFolders = (text: string): string => text.replace(/(?:\.\.\/)+modules\/[^/]+\/[^/]+\//g, "");
