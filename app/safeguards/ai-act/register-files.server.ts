/** The register as files: a table for spreadsheets, and a PDF that people read and hand on. */
import { writeCsv } from "#app/kernel/csv";
import type { Day } from "#app/kernel/day";
import type { Speech } from "#app/locales/speech";
import { isStage } from "#app/use-cases/stages";
import type { Reader } from "#db/client.server";
import type { FileFormat, RegisterClass } from "./register";
import { countByClass, type RegisterRow, wholeRegister } from "./register.server";
import { named } from "./stored";

/** A PDF is read by people: more rows than it holds belong into the table for spreadsheets. */
const MOST = { csv: 100_000, pdf: 1_000 } as const satisfies Record<FileFormat, number>;

/** The register of one class, or of all, as a file of its language. Its queries grow with its pages of 500 rows. */
export async function registerFile(
  db: Reader,
  format: FileFormat,
  { class: one, name, today }: { class: RegisterClass | null; name: string; today: Day },
  speech: Speech,
): Promise<{ name: string; mediaType: string; size: number; bytes: Uint8Array<ArrayBuffer> }> {
  const rows = await wholeRegister(db, one, today, MOST[format]);
  if (format === "csv") {
    const bytes = new TextEncoder().encode(registerCsv(rows, speech));
    return { name: "ai-act.csv", mediaType: "text/csv; charset=utf-8", size: bytes.length, bytes };
  }
  const counts = await countByClass(db);
  const all = one ? counts[one] : Object.values(counts).reduce((sum, cases) => sum + cases, 0);
  const left = Math.max(0, all - rows.length);
  const bytes = new Uint8Array(await registerPdf(rows, { name, today, left }, speech));
  return { name: "ai-act.pdf", mediaType: "application/pdf", size: bytes.length, bytes };
}

const stageIn = (stage: string | null, { t }: Speech) =>
  t(stage && isStage(stage) ? `use-cases.stage.${stage}` : "use-cases.stage.unknown");
const classIn = ({ class: one }: RegisterRow, { t }: Speech) =>
  t(one ? `safeguards.ai-act-class.${one}` : "ai-act.register.none");

function registerCsv(rows: readonly RegisterRow[], speech: Speech): string {
  const { t, tell } = speech;
  const head = [
    t("ai-act.register.reference"),
    t("ai-act.register.title"),
    t("ai-act.register.department"),
    t("people.field.stage"),
    t("ai-act.register.class"),
    "class",
    t("ai-act.register.confirmed-by"),
    t("ai-act.register.confirmed-on"),
    t("ai-act.legal-basis"),
    t("ai-act.register.open"),
    t("ai-act.register.overdue"),
    t("ai-act.register.next-due"),
  ];
  const lines = rows.map((row) => [
    row.reference,
    tell(row.title),
    tell(row.department),
    stageIn(row.stage, speech),
    classIn(row, speech),
    row.class && named(row.class),
    row.confirmedBy,
    row.confirmedOn,
    tell(row.basis),
    row.open,
    row.overdue,
    row.nextDue,
  ]);
  return writeCsv([head, ...lines]);
}

/** The standard fonts of a PDF hold Western European letters: spaces of other widths become plain, other signs a question mark. */
const printable = (text: string): string =>
  text
    .normalize("NFC")
    .replace(/[\u202f\u2009\u00a0]/g, "\u00a0")
    .replace(/−/g, "-")
    .replace(/[^\n\u0020-\u007e\u00a0-\u00ff€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]/gu, "?");

/** A4 across, tagged and in the reader's language, with a head of the table on every page. */
async function registerPdf(
  rows: readonly RegisterRow[],
  { name, today, left }: { name: string; today: Day; left: number },
  speech: Speech,
): Promise<Buffer> {
  const { t, tell, date } = speech;
  const title = t("ai-act.register.title-of", { name });
  // With its fonts it takes a fifth of the server's start, and few ever ask for it.
  const { default: PDFDocument } = await import("pdfkit");
  const document = new PDFDocument({
    size: "A4",
    layout: "landscape",
    margin: 36,
    pdfVersion: "1.7",
    tagged: true,
    lang: speech.locale,
    displayTitle: true,
    bufferPages: true,
    info: { Title: printable(title) },
  });
  const parts: Buffer[] = [];
  const done = new Promise<Buffer>((resolve, reject) => {
    document.on("data", (part: Buffer) => parts.push(part));
    document.on("end", () => resolve(Buffer.concat(parts)));
    document.on("error", reject);
  });
  document.font("Helvetica-Bold").fontSize(15).text(printable(title));
  const lead = [t("ai-act.register.as-of", { date: date(today), count: rows.length }), t("ai-act.not-legal-advice")];
  if (left > 0) lead.push(t("ai-act.register.left", { count: left }));
  document
    .font("Helvetica")
    .fontSize(8.5)
    .text(printable(lead.join(" ")));
  document.moveDown(0.8);
  const head = [
    t("ai-act.register.reference"),
    t("ai-act.register.title"),
    t("ai-act.register.class"),
    t("ai-act.legal-basis"),
    t("ai-act.register.confirmed-on"),
    t("ai-act.register.open"),
    t("ai-act.register.next-due"),
  ];
  const cells = rows.map((row) => [
    row.reference,
    [tell(row.title), tell(row.department), stageIn(row.stage, speech)].filter(Boolean).join("\n"),
    classIn(row, speech),
    tell(row.basis) || "–",
    row.confirmedOn ? `${date(row.confirmedOn)}\n${row.confirmedBy ?? ""}`.trim() : "–",
    row.overdue > 0 ? t("ai-act.register.open-overdue", { open: row.open, overdue: row.overdue }) : String(row.open),
    row.nextDue ? date(row.nextDue) : "–",
  ]);
  drawTable(
    document,
    head.map(printable),
    cells.map((line) => line.map(printable)),
  );
  const pages = document.bufferedPageRange();
  for (let page = 0; page < pages.count; page += 1) {
    document.switchToPage(page);
    document.page.margins.bottom = 0;
    const foot = t("ai-act.register.page", { page: page + 1, count: pages.count });
    document
      .fontSize(7.5)
      .text(printable(foot), 36, document.page.height - 26, { align: "right", width: WIDTH, lineBreak: false });
  }
  document.end();
  return done;
}

const SHARES = [0.07, 0.24, 0.12, 0.31, 0.11, 0.07, 0.08];
const WIDTH = 841.89 - 72;
const PADDING = 3;
/** A basis may name many articles; past this a row would not stand on a page. */
const TALLEST = 220;

function drawTable(document: PDFKit.PDFDocument, head: readonly string[], rows: readonly (readonly string[])[]): void {
  const widths = SHARES.map((share) => share * WIDTH);
  const draw = (cells: readonly string[], font: string) => {
    document.font(font).fontSize(8);
    const heights = cells.map((cell, at) => document.heightOfString(cell, { width: (widths[at] ?? 0) - 2 * PADDING }));
    const height = Math.min(TALLEST, Math.max(...heights)) + 2 * PADDING;
    if (document.y + height > document.page.height - 48) {
      document.addPage();
      draw(head, "Helvetica-Bold");
      document.font(font).fontSize(8);
    }
    const top = document.y;
    let left = 36;
    for (const [at, cell] of cells.entries()) {
      const width = widths[at] ?? 0;
      const room = { width: width - 2 * PADDING, height: height - PADDING, ellipsis: true };
      document.text(cell, left + PADDING, top + PADDING, room);
      left += width;
    }
    document.x = 36;
    document.y = top + height;
    document
      .moveTo(36, document.y)
      .lineTo(36 + WIDTH, document.y)
      .lineWidth(0.4)
      .stroke();
  };
  draw(head, "Helvetica-Bold");
  for (const row of rows) draw(row, "Helvetica");
}
