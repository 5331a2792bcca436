import type { Separator } from "#app/kernel/csv";

/** A record of the file: the line on which it begins (1 = first line of the file) and its cells, untouched. */
export interface CsvRecord {
  line: number;
  cells: string[];
}

/** What a reading met that was not quite CSV. Lines are those of the file, null when it never happened. */
export interface CsvFlaws {
  /** A quote was opened here and never closed: all that follows fell into one cell. */
  openQuoteLine: number | null;
  /** The first quoted cell that holds a quote which is neither doubled nor the end of the cell. */
  strayQuoteLine: number | null;
  /** A record that begins here is longer than any real one: most often a quote that nobody closed. */
  endlessLine: number | null;
}

/** A spreadsheet's cell holds 32,767 characters; a record of more than this is an accident or an attack. */
const LONGEST_RECORD = 2_000_000;

const QUOTE = 34;
const CR = 13;
const LF = 10;
const SPACE = 32;

/**
 * Reads CSV that comes in pieces, however the pieces are cut. RFC 4180 with the liberties that real files take: any of
 * CRLF, LF and CR ends a line, even mixed; spaces may follow a closing quote; a stray quote inside a quoted cell is kept.
 * Blank lines give no record.
 */
export class CsvParser {
  readonly flaws: CsvFlaws = { openQuoteLine: null, strayQuoteLine: null, endlessLine: null };
  #rest = "";
  #line = 1;
  readonly #separator: Separator;
  readonly #take: (record: CsvRecord) => void;

  constructor(separator: Separator, take: (record: CsvRecord) => void) {
    this.#separator = separator;
    this.#take = take;
  }

  push(piece: string): void {
    this.#rest = this.#read(this.#rest + piece, false);
    // An unfinished record is read again with each piece, which must not become the square of the file's size.
    if (this.#rest.length > LONGEST_RECORD) this.flaws.endlessLine ??= this.#line;
  }

  end(): void {
    this.#rest = this.#read(this.#rest, true);
  }

  /** Reads the complete records of `text`; returns the rest, which begins at a record. */
  #read(text: string, last: boolean): string {
    let at = 0;
    while (at < text.length) {
      const next = this.#readRecord(text, at, last);
      if (next < 0) break;
      at = next;
    }
    return text.slice(at);
  }

  /** The place after the record that begins at `start`, or -1 when its end has not come yet. */
  #readRecord(text: string, start: number, last: boolean): number {
    const separator = this.#separator.charCodeAt(0);
    const begun = this.#line;
    const cells: string[] = [];
    let lines = 0;
    let at = start;
    for (;;) {
      let cell = "";
      if (text.charCodeAt(at) === QUOTE) {
        const quoted = this.#readQuoted(text, at + 1, separator, last, begun + lines);
        if (!quoted) return -1;
        cell = quoted.cell;
        lines += quoted.lines;
        at = quoted.next;
      } else {
        let end = at;
        while (end < text.length) {
          const code = text.charCodeAt(end);
          if (code === separator || code === LF || code === CR) break;
          end++;
        }
        cell = text.slice(at, end);
        at = end;
      }
      if (at >= text.length) {
        if (!last) return -1;
        cells.push(cell);
        break;
      }
      cells.push(cell);
      const code = text.charCodeAt(at);
      if (code === separator) {
        at++;
        continue;
      }
      if (code === CR) {
        // Whether CR stands alone or begins CRLF is only known with the next character.
        if (at + 1 >= text.length && !last) return -1;
        if (text.charCodeAt(at + 1) === LF) at++;
      }
      at++;
      lines++;
      break;
    }
    this.#line = begun + lines;
    if (cells.length > 1 || cells[0] !== "" || text.charCodeAt(start) === QUOTE) this.#take({ line: begun, cells });
    return at;
  }

  #readQuoted(text: string, from: number, separator: number, last: boolean, line: number) {
    let cell = "";
    let start = from;
    for (;;) {
      const quote = text.indexOf('"', start);
      if (quote < 0) {
        if (!last) return null;
        this.flaws.openQuoteLine ??= line;
        cell += text.slice(start);
        return { cell, lines: countLines(cell), next: text.length };
      }
      cell = cell === "" ? text.slice(start, quote) : cell + text.slice(start, quote);
      const after = text.charCodeAt(quote + 1);
      if (after === QUOTE) {
        cell += '"';
        start = quote + 2;
        continue;
      }
      let end = quote + 1;
      while (text.charCodeAt(end) === SPACE) end++;
      if (end >= text.length && !last) return null;
      const closing = text.charCodeAt(end);
      if (end >= text.length || closing === separator || closing === CR || closing === LF) {
        return { cell, lines: countLines(cell), next: end };
      }
      this.flaws.strayQuoteLine ??= line + countLines(cell);
      cell += '"';
      start = quote + 1;
    }
  }
}

function countLines(text: string): number {
  let lines = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === LF || (code === CR && text.charCodeAt(at + 1) !== LF)) lines++;
  }
  return lines;
}

/** Reads a whole text at once. */
export function parseCsv(text: string, separator: Separator): { records: CsvRecord[]; flaws: CsvFlaws } {
  const records: CsvRecord[] = [];
  const parser = new CsvParser(separator, (record) => records.push(record));
  parser.push(text);
  parser.end();
  return { records, flaws: parser.flaws };
}
