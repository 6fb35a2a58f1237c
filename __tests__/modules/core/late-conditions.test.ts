import { readdirSync } from "node:fs";
import { join, relative } from "node:path";
import ts from "typescript";
import { projectRoot } from "../../../terraform/project-root";

/** Every place where TypeScript would decide on a value that only Terraform knows: an object, and so always true. */
function decisionsOnLateValues(program: ts.Program, files: readonly string[]): string[] {
  const checker = program.getTypeChecker();
  const isLate = (node: ts.Expression): boolean =>
    checker.getTypeAtLocation(node).getProperty("late") !== undefined ||
    checker.getTypeAtLocation(node).getProperty("resolve") !== undefined;
  const decided = (node: ts.Node): ts.Expression | undefined => {
    if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken) return node.operand;
    if (ts.isConditionalExpression(node)) return node.condition;
    if (ts.isIfStatement(node) || ts.isWhileStatement(node)) return node.expression;
    return ts.isBinaryExpression(node) && decides.has(node.operatorToken.kind) ? node.left : undefined;
  };
  const found: string[] = [];
  for (const file of files) {
    const source = program.getSourceFile(file);
    if (!source) throw new Error(`${file} is not part of the program.`);
    const visit = (node: ts.Node): void => {
      const on = decided(node);
      if (on && isLate(on)) {
        const { line } = source.getLineAndCharacterOfPosition(node.getStart());
        found.push(`${relative(projectRoot, file)}:${line + 1}: ${node.getText()}`);
      }
      node.forEachChild(visit);
    };
    visit(source);
  }
  return found;
}

const decides = new Set([
  ts.SyntaxKind.AmpersandAmpersandToken,
  ts.SyntaxKind.BarBarToken,
  ts.SyntaxKind.EqualsEqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsEqualsToken,
]);

const options: ts.CompilerOptions = {
  ...ts.readConfigFile(join(projectRoot, "tsconfig.json"), ts.sys.readFile).config.compilerOptions,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  target: ts.ScriptTarget.ES2022,
  lib: ["lib.es2022.d.ts"],
};

it("decides on no late value in a tier", () => {
  const files = readdirSync(join(projectRoot, "modules"), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => join(projectRoot, "modules", file));
  expect(files.length).toBeGreaterThan(50);
  expect(decisionsOnLateValues(ts.createProgram(files, options), files)).toEqual([]);
});

it("finds each way to decide on one", () => {
  const file = join(projectRoot, "modules/core/example.ts");
  const host = ts.createCompilerHost(options);
  const read = host.getSourceFile;
  host.getSourceFile = (name, version) =>
    name === file ? ts.createSourceFile(name, example, version, true) : read(name, version);
  expect(decisionsOnLateValues(ts.createProgram([file], options, host), [file])).toHaveLength(5);
});

const example = `
import type { LateBoolean } from "./late";
export const negated = (flag: LateBoolean) => !flag;
export const chosen = (flag: LateBoolean) => (flag ? 1 : 2);
export const joined = (flag: LateBoolean) => flag && 1;
export const compared = (flag: LateBoolean, other: LateBoolean) => flag === other;
export function branched(flag: LateBoolean) { if (flag) return 1; return 2; }
export const known = (flag: boolean) => !flag;
`;
