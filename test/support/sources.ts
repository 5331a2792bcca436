/** The sources as the laws of the house read them. */
import { readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import ts from "typescript";

export interface Import {
  /** Where it leads: `app/kernel/money`, `db/schema.server`, or the package's own name. */
  to: string;
  /** Erased by the compiler: nothing of it runs. */
  typeOnly: boolean;
}

export interface Source {
  path: string;
  text: string;
  imports: Import[];
  tree: ts.SourceFile;
}

const TYPESCRIPT = /\.tsx?$/;

/** The TypeScript files under some folders, and single files, as paths from the root of the checkout. */
export function pathsUnder(...places: string[]): string[] {
  return places.flatMap((place) =>
    TYPESCRIPT.test(place)
      ? [place]
      : readdirSync(place, { recursive: true, encoding: "utf8" })
          .map((name) => posix.join(place, name.replaceAll("\\", "/")))
          .filter((path) => TYPESCRIPT.test(path))
          .sort(),
  );
}

export function readSource(path: string): Source {
  return sourceOf(path, readFileSync(join(process.cwd(), path), "utf8"));
}

export function sourceOf(path: string, text: string): Source {
  const kind = path.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true, kind);
  return { path, text, imports: importsOf(path, tree), tree };
}

/** Visits every node of a file. */
export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  ts.forEachChild(node, (child) => walk(child, visit));
}

/** `line 12`, for a person who looks for it. */
export function placeOf(tree: ts.SourceFile, node: ts.Node): string {
  return `line ${tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1}`;
}

function importsOf(path: string, tree: ts.SourceFile): Import[] {
  const found: Import[] = [];
  const add = (specifier: ts.Node | undefined, typeOnly: boolean) => {
    if (specifier && ts.isStringLiteralLike(specifier)) found.push({ to: leadsTo(path, specifier.text), typeOnly });
  };
  walk(tree, (node) => {
    if (ts.isImportDeclaration(node)) {
      const named = node.importClause?.namedBindings;
      const eachType =
        named &&
        ts.isNamedImports(named) &&
        !node.importClause?.name &&
        named.elements.every((each) => each.isTypeOnly);
      add(node.moduleSpecifier, node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword || Boolean(eachType));
    } else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      add(node.arguments[0], false);
  });
  return found;
}

function leadsTo(from: string, specifier: string): string {
  if (specifier.startsWith("#")) return specifier.slice(1);
  if (specifier.startsWith(".")) return posix.join(posix.dirname(from), specifier);
  return specifier;
}
