/** The laws of the house, each able to fail: `proofs` are files that break it. */
import { posix } from "node:path";
import ts from "typescript";
import { placeOf, type Source, walk } from "./sources";

export interface Law {
  says: string;
  /** What breaks it in this file, in words; nothing when the file keeps it. */
  broken(source: Source): string[];
  /** Files that break it, as path and text. */
  proofs: [path: string, text: string][];
}

/** A room may look back at those before it, never ahead. */
const ROOMS = [
  "kernel",
  "people",
  "use-cases",
  "assessment",
  "business-cases",
  "committee",
  "delivery",
  "safeguards",
  "measurement",
  "portfolio",
  "api",
];
/** Rooms may use these; these use no room but the kernel. */
const SHARED = ["ui", "locales"];

/** The first folder under app/: a room, a shared folder, `routes`, or "" for the files at its door. */
function roomOf(path: string): string | null {
  if (!path.startsWith("app/")) return null;
  const [, first = "", rest] = path.split("/");
  return rest === undefined ? "" : first;
}

const isRoute = (path: string) => path.startsWith("app/routes/") || path === "app/root.tsx";
const isBrowserCode = (path: string) => /^app\/(.+\/enhance\/|entry\.client\.)/.test(path);
const isRecord = (path: string) => path.endsWith(".server.ts");
const isView = (path: string) => path.endsWith(".tsx");
const isRule = (path: string) =>
  path.startsWith("app/") && path.endsWith(".ts") && !isRecord(path) && !isRoute(path) && !isBrowserCode(path);

const leadsToServer = (to: string) => to.endsWith(".server");
const isReact = (to: string) => /^(react|react-dom|@remix-run\/[^/]+)(\/|$)/.test(to);
const isDrizzle = (to: string) => /^drizzle-orm(\/|$)/.test(to);

function clockAndChance({ tree }: Source): string[] {
  const found: string[] = [];
  walk(tree, (node) => {
    const text = ts.isCallExpression(node)
      ? node.expression.getText(tree)
      : ts.isNewExpression(node) && !node.arguments?.length
        ? `new ${node.expression.getText(tree)}`
        : "";
    if (["Date.now", "Math.random", "performance.now", "new Date", "crypto.randomUUID"].includes(text)) {
      found.push(`${placeOf(tree, node)}: ${text}() — the moment and the draw are arguments`);
    }
  });
  return found;
}

const importing = (source: Source, refuse: (to: string, typeOnly: boolean) => boolean) =>
  source.imports.filter(({ to, typeOnly }) => refuse(to, typeOnly)).map(({ to }) => `imports ${to}`);

const PURE: Law = {
  says: "A rule (.ts) is pure: no React, Remix, drizzle, node:, .server or view, no clock, no chance",
  broken: (source) =>
    isRule(source.path)
      ? [
          ...importing(
            source,
            (to) => isReact(to) || isDrizzle(to) || to.startsWith("node:") || leadsToServer(to) || to.startsWith("db/"),
          ),
          ...clockAndChance(source),
        ]
      : [],
  proofs: [
    ["app/kernel/x.ts", 'import { useState } from "react";'],
    ["app/kernel/x.ts", 'import { json } from "@remix-run/node";'],
    ["app/kernel/x.ts", 'import { eq } from "drizzle-orm";'],
    ["app/kernel/x.ts", 'import { readFileSync } from "node:fs";'],
    ["app/people/x.ts", 'import type { Row } from "./x.server";'],
    ["app/people/x.ts", 'import { people } from "#db/schema.server";'],
    ["app/people/x.ts", "export const now = () => Date.now();"],
    ["app/people/x.ts", "export const now = () => new Date();"],
    ["app/people/x.ts", "export const draw = () => Math.random();"],
  ],
};

const RECORDS: Law = {
  says: "A record (.server.ts) shows nothing, and takes the moment as an argument",
  broken: (source) =>
    isRecord(source.path) && source.path.startsWith("app/")
      ? [...importing(source, (to) => /^(react|react-dom)(\/|$)/.test(to)), ...clockAndChance(source)]
      : [],
  proofs: [
    ["app/people/x.server.ts", 'import { createElement } from "react";'],
    ["app/people/x.server.ts", "export const now = () => new Date();"],
  ],
};

const VIEWS: Law = {
  says: "A view (.tsx) reads and writes nothing, and takes the moment as an argument",
  broken: (source) =>
    isView(source.path) && source.path.startsWith("app/") && !isRoute(source.path) && !source.path.includes("entry.")
      ? [
          ...importing(
            source,
            (to, typeOnly) =>
              isDrizzle(to) || to.startsWith("node:") || (leadsToServer(to) && !typeOnly) || to.startsWith("db/"),
          ),
          ...clockAndChance(source),
        ]
      : [],
  proofs: [
    ["app/people/x.tsx", 'import { read } from "./x.server";'],
    ["app/people/x.tsx", 'import { readFileSync } from "node:fs";'],
    ["app/people/x.tsx", 'import type { Reader } from "#db/client.server";'],
    ["app/ui/x.tsx", "export const X = () => <p>{Date.now()}</p>;"],
  ],
};

const BROWSER: Law = {
  says: "What runs in the browser takes nothing of the server along",
  broken: (source) =>
    isBrowserCode(source.path)
      ? importing(source, (to) => isReact(to) || isDrizzle(to) || to.startsWith("node:") || leadsToServer(to))
      : [],
  proofs: [["app/ui/enhance/x.ts", 'import { read } from "#app/people/x.server";']],
};

const FORWARD: Law = {
  says: "A room may look back, never ahead; only routes join what the rooms know",
  broken: (source) => {
    const room = roomOf(source.path);
    if (room === null || room === "" || room === "routes") return [];
    const place = ROOMS.indexOf(room);
    if (place < 0 && !SHARED.includes(room)) return [`app/${room} is no room of the house`];
    return importing(source, (to, typeOnly) => {
      const other = roomOf(to);
      if (other === null) return false;
      if (other === "routes") return true;
      // At the door of app/: the shapes that pages share may be used by views; the shell and the desk by routes alone.
      if (other === "") return !isView(source.path) || !["app/answer", "app/conflict"].includes(to);
      if (SHARED.includes(room)) return !SHARED.includes(other) && other !== "kernel";
      if (room === "kernel") return other !== "kernel" && !(other === "locales" && typeOnly);
      return !SHARED.includes(other) && ROOMS.indexOf(other) > place;
    });
  },
  proofs: [
    ["app/kernel/x.ts", 'import type { Actor } from "#app/people/roles";'],
    ["app/use-cases/x.ts", 'import { npv } from "#app/business-cases/returns";'],
    ["app/people/x.tsx", 'import { Card } from "../use-cases/card";'],
    ["app/ui/x.tsx", 'import { isRole } from "#app/people/roles";'],
    ["app/people/x.ts", 'import { loader } from "#app/routes/sign-in";'],
    ["app/people/x.server.ts", 'import { ask } from "#app/desk.server";'],
    ["app/cellar/x.ts", ""],
  ],
};

const PRODUCT_WORDS =
  /\b(use[- ]?cases?|kpis?|committees?|assessments?|assessors?|pocs?|sign-?offs?|champions?|guardrails?|vendors?|business[- ]?cases?)\b/i;

const UI_WORDS: Law = {
  says: "app/ui knows no word of the product",
  broken: ({ path, text }) =>
    path.startsWith("app/ui/")
      ? text
          .split("\n")
          .flatMap((line, at) => (PRODUCT_WORDS.test(line) ? [`line ${at + 1}: ${PRODUCT_WORDS.exec(line)?.[0]}`] : []))
      : [],
  proofs: [
    ["app/ui/x.tsx", "/** The card of a use case. */"],
    ["app/ui/x.tsx", 'export const KpiCard = "kpi";'],
  ],
};

const PAINT = /#(?:[\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})\b(?=["'`\s;,)])|\b(?:rgba?|hsla?|oklch|color-mix)\(|\bvar\(--/i;

const COLOURS: Law = {
  says: "The product knows no colour: rules and views say good, bad, flat; app/ui picks the paint",
  broken: ({ path, text }) =>
    path.startsWith("app/") && !path.startsWith("app/ui/")
      ? text.split("\n").flatMap((line, at) => (PAINT.test(line) ? [`line ${at + 1}: ${PAINT.exec(line)?.[0]}`] : []))
      : [],
  proofs: [
    ["app/use-cases/x.ts", 'export const bad = "#c00";'],
    ["app/portfolio/x.tsx", '<rect fill="var(--bad)" />'],
  ],
};

const DATABASE: Law = {
  says: "Only records, the command line, the seeds and the tests open the database's folder",
  broken: (source) =>
    source.path.startsWith("app/") && !isRecord(source.path) ? importing(source, (to) => to.startsWith("db/")) : [],
  proofs: [["app/routes/x.tsx", 'import { people } from "#db/schema.server";']],
};

const ROUTES: Law = {
  says: "A route parses, asks and answers: no SQL, no drizzle, no schema, no clock",
  broken: (source) => {
    if (!isRoute(source.path)) return [];
    const raw = /\bsql`|\b(tx|db|database)\s*\.(select|insert|update|delete|rows)\b/.exec(source.text);
    return [
      ...importing(source, (to) => isDrizzle(to) || to.startsWith("db/schema")),
      ...(raw ? [`queries by itself: ${raw[0]}`] : []),
      ...clockAndChance(source),
    ];
  },
  proofs: [
    ["app/routes/x.tsx", 'import { eq } from "drizzle-orm";'],
    ["app/routes/x.tsx", 'import { people } from "#db/schema.server";'],
    ["app/routes/x.tsx", "export const loader = ({ database }) => database.select();"],
    ["app/routes/x.tsx", "export const loader = () => new Date().toISOString();"],
  ],
};

/** Writes that are part of another command's act, or no act of a person at all. Each says why. */
const UNRECORDED: Record<string, string> = {
  "app/people/mail-queue.server.ts": "carries out of the house what acts have recorded: nobody's act",
  "app/people/notifications.server.ts": "notes what somebody has read, and forgets what is old",
  "app/people/notify.server.ts": "tells people what an act recorded already",
  "app/api/idempotent.server.ts": "remembers an answer inside the transaction of the command that records",
  "app/people/once.server.ts": "remembers an answer inside the transaction of the command that records",
  "app/people/audit.server.ts": "it is the record",
  "app/assessment/check-scores.server.ts": "computes kept scores anew from what was recorded: nobody's act",
  "app/use-cases/similar/bookmark.server.ts": "notes how far work through all cases has come: nobody's act",
  "app/use-cases/similar/index-cases.server.ts": "reads what people wrote: nobody's act",
  "app/people/forget.server.ts": "forgets what has expired: nobody's act",
  "app/assessment/stand.server.ts":
    "keeps what follows from scores, inside the transaction of the command that records",
  "app/committee/weigh.server.ts":
    "keeps what follows from decisions, inside the transaction of the command that records",
  "app/delivery/registers/stores.server.ts": "writes for keep.server.ts, which records each of these writes",
  "app/delivery/registers/models-of-case.server.ts":
    "keeps what follows from POCs and switches, inside the transaction of the command that records",
  "app/measurement/revalue.server.ts":
    "values reports anew for the commands that change a KPI or a share, which record how many",
  "app/people/throttle.server.ts": "counts tries, before it is known who tries",
  "app/use-cases/forget-around.server.ts":
    "forgets what hangs on a case for the command that deletes it, which records",
  "app/use-cases/bulk/undo.server.ts":
    "notes that an act was undone; each case that went back is recorded by run.server.ts",
  "app/use-cases/ledger.server.ts": "keeps sums inside the transaction of the command that records",
  "app/safeguards/risks/remind.server.ts": "notes of which day an owner was reminded: nobody's act",
  "app/use-cases/post-all.server.ts": "keeps sums for the command that records the amounts",
  "app/use-cases/rebuild-counts.server.ts": "computes kept counts anew for the command that records it",
  "app/use-cases/day-book.server.ts": "keeps sums inside the transaction of the command that records",
  "app/use-cases/rebuild-ledger.server.ts": "computes kept sums anew for the command that records it",
};

const AUDITED: Law = {
  says: "Who writes records: every .server.ts that inserts, updates or deletes calls record()",
  broken: ({ path, text }) =>
    path.startsWith("app/") &&
    isRecord(path) &&
    !(path in UNRECORDED) &&
    /\b(tx|db|database)\s*\.(insert|insertMany|update|delete)\(/.test(text) &&
    !/\brecord(All)?\(/.test(text)
      ? ["writes, and leaves no audit event"]
      : [],
  proofs: [
    ["app/people/x.server.ts", "await tx\n  .insert(people).values({});"],
    ["app/people/x.server.ts", "await tx.delete(people);"],
  ],
};

const HONEST_TYPES: Law = {
  says: "Types are honest: no any, no «as unknown as», no silenced compiler",
  broken: ({ path, text, tree }) => {
    if (path.startsWith("test/")) return [];
    const found: string[] = [];
    walk(tree, (node) => {
      if (node.kind === ts.SyntaxKind.AnyKeyword) found.push(`${placeOf(tree, node)}: any`);
      if (
        ts.isAsExpression(node) &&
        ts.isAsExpression(node.expression) &&
        node.expression.type.kind === ts.SyntaxKind.UnknownKeyword
      ) {
        found.push(`${placeOf(tree, node)}: as unknown as`);
      }
    });
    const silenced = /@ts-(ignore|nocheck|expect-error)/.exec(text);
    return silenced ? [...found, silenced[0]] : found;
  },
  proofs: [
    ["app/kernel/x.ts", "export const x: any = 1;"],
    ["app/kernel/x.ts", 'export const x = "1" as unknown as number;'],
    ["db/x.server.ts", '// @ts-ignore\nexport const x: number = "1";'],
  ],
};

const QUIET: Law = {
  says: "Nothing in app/ talks to the console, save the browser about its own faults",
  broken: ({ path, tree }) => {
    if (!path.startsWith("app/")) return [];
    const found: string[] = [];
    walk(tree, (node) => {
      if (!ts.isPropertyAccessExpression(node) || node.expression.getText(tree) !== "console") return;
      if (isBrowserCode(path) && node.name.text === "error") return;
      found.push(`${placeOf(tree, node)}: console.${node.name.text}`);
    });
    return found;
  },
  proofs: [["app/kernel/x.ts", 'console.log("here");']],
};

const VAGUE = ["util", "utils", "helper", "helpers", "misc", "common", "service", "services"];

const NAMES: Law = {
  says: "No file is called utils, helpers, misc, common or service",
  broken: ({ path }) => {
    if (path.startsWith("seeds/story/")) return [];
    const words = posix.basename(path).split(/[-.]/);
    return words.filter((word) => VAGUE.includes(word)).map((word) => `the name «${word}» says nothing`);
  },
  proofs: [
    ["app/kernel/utils.ts", ""],
    ["app/people/people-service.server.ts", ""],
  ],
};

const MAXIMUM_LINES = 300;
/** Lists rather than reasoning: long without being hard to read. */
const LONG = /^(db\/schema\.server\.ts|app\/locales\/(fr|en)\/|seeds\/story\/|test\/)/;

const SIZES: Law = {
  says: `A file has at most ${MAXIMUM_LINES} lines: past that it hides a noun or a verb`,
  broken: ({ path, text }) => {
    const lines = text.trimEnd().split("\n").length;
    return !LONG.test(path) && lines > MAXIMUM_LINES ? [`${lines} lines`] : [];
  },
  proofs: [["app/kernel/x.ts", "//\n".repeat(MAXIMUM_LINES + 1)]],
};

export const LAWS: readonly Law[] = [
  PURE,
  RECORDS,
  VIEWS,
  BROWSER,
  FORWARD,
  UI_WORDS,
  COLOURS,
  DATABASE,
  ROUTES,
  AUDITED,
  HONEST_TYPES,
  QUIET,
  NAMES,
  SIZES,
];
