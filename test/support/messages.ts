/** Messages and their uses, as the test of the two languages reads them. */
import { IntlMessageFormat } from "intl-messageformat";
import ts from "typescript";
import { type Source, walk } from "./sources";

type Ast = ReturnType<IntlMessageFormat["getAst"]>;
type Part = Ast[number];

// The parser's kinds of part (@formatjs/icu-messageformat-parser), which intl-messageformat does not export.
const LITERAL = 0;
const SELECT = 5;
const POUND = 7;

function parsed(message: string): Ast {
  return new IntlMessageFormat(message, "en", undefined, { ignoreTag: true }).getAst();
}

function optionsOf(part: Part): Record<string, { value: Ast }> {
  return "options" in part && part.options ? (part.options as Record<string, { value: Ast }>) : {};
}

/** What a message asks for, such as `count` or `verdict select(no|yes)`, sorted. @throws when it is malformed. */
export function placeholdersOf(message: string): string[] {
  const found = new Set<string>();
  const visit = (ast: Ast) => {
    for (const part of ast) {
      if (part.type === LITERAL || part.type === POUND) continue;
      const options = optionsOf(part);
      // Languages differ in their plurals (French «fois» has none), not in the cases of a choice.
      const kind = part.type === SELECT ? `select(${Object.keys(options).sort().join("|")})` : "";
      found.add("value" in part && typeof part.value === "string" ? `${part.value} ${kind}`.trim() : kind);
      for (const { value } of Object.values(options)) visit(value);
    }
  };
  visit(parsed(message));
  return [...found].sort();
}

/** The texts between the placeholders, as a reader sees them; `¤` stands where a value is put in. */
export function textsOf(message: string): string[] {
  const texts: string[] = [];
  const visit = (ast: Ast) => {
    let text = "";
    for (const part of ast) {
      if (part.type === LITERAL && "value" in part) text += part.value;
      else {
        text += "¤";
        for (const { value } of Object.values(optionsOf(part))) visit(value);
      }
    }
    texts.push(text);
  };
  visit(parsed(message));
  return texts;
}

/** What is not proper French typography in a text: the house's narrow no-break spaces, curly apostrophes, one-sign ellipses. */
export function typographyFaults(message: string): string[] {
  return textsOf(message).flatMap((whole) => {
    // Addresses, times of day and ratios keep their colon.
    const text = whole.replace(/\b[a-z]+:\/\/\S+|\b(file|postgres|mailto):\S*|\d:\d/g, "");
    return [
      ...(/\p{L}'\p{L}/u.test(text) ? ["a straight apostrophe"] : []),
      ...(/"/.test(text) ? ["straight quotation marks"] : []),
      ...(/\.\.\./.test(text) ? ["three dots instead of …"] : []),
      ...(/[^\u202f;:!?»][;:!?»]/u.test(text) ? ["no narrow no-break space before ; : ! ? or »"] : []),
      ...(/«[^\u202f]/u.test(text) ? ["no narrow no-break space after «"] : []),
      ...(/[\d¤][ \u00a0]?[%€](?!\p{L})/u.test(text) ? ["no narrow no-break space before % or €"] : []),
    ];
  });
}

export interface Uses {
  /** Every string that is written out somewhere. */
  literal: Set<string>;
  /** Beginning and end of what is put together: `t(`use-cases.stage.${stage}`)`. */
  patterns: { start: string; end: string; place: string }[];
  /** What is handed to `t` or to a Refusal, and where: it must exist. */
  said: { key: string; place: string }[];
}

/** Where messages are used: literally, or by a template literal that begins with a literal prefix. */
export function usesIn(sources: readonly Source[]): Uses {
  const uses: Uses = { literal: new Set(), patterns: [], said: [] };
  for (const { path, tree } of sources) {
    walk(tree, (node) => {
      if (ts.isStringLiteralLike(node)) uses.literal.add(node.text);
      if (ts.isTemplateExpression(node) && /^[a-z-]+\.[a-z-]/.test(node.head.text)) {
        uses.patterns.push({ start: node.head.text, end: node.templateSpans.at(-1)?.literal.text ?? "", place: path });
      }
      const key = keyHandedOver(node);
      if (key && ts.isStringLiteralLike(key)) uses.said.push({ key: key.text, place: path });
    });
  }
  return uses;
}

function keyHandedOver(node: ts.Node): ts.Node | undefined {
  if (ts.isCallExpression(node) && /(^|\.)t$/.test(node.expression.getText())) return node.arguments[0];
  if (ts.isNewExpression(node) && node.expression.getText() === "Refusal") return node.arguments?.[1];
  return undefined;
}

export function unusedKeys(keys: readonly string[], { literal, patterns }: Uses): string[] {
  return keys.filter(
    (key) => !literal.has(key) && !patterns.some(({ start, end }) => key.startsWith(start) && key.endsWith(end)),
  );
}

/** Keys that are said and do not exist, and prefixes of messages (those that begin like one) that lead to none. */
export function unknownKeys(keys: readonly string[], { said, patterns }: Uses): string[] {
  const rooms = new Set(keys.map((key) => key.split(".")[0]));
  const none = patterns.filter(
    ({ start, end }) =>
      rooms.has(start.split(".")[0]) && !keys.some((key) => key.startsWith(start) && key.endsWith(end)),
  );
  return [
    ...said.filter(({ key }) => !keys.includes(key)).map(({ key, place }) => `${place}: ${key}`),
    ...none.map(({ start, end, place }) => `${place}: ${start}…${end}`),
  ];
}
