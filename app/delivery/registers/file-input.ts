import { z } from "zod";
import { whole } from "#app/kernel/input";
import { MOST_LETTERS, type Plan } from "./csv";

/** Raw, since a file's line ends and first character count. */
const fileText = z.string().max(MOST_LETTERS, "registers.file.fault.too-long");

/** A file, or what was copied out of one. */
export const fileChosen = z
  .object({ file: z.instanceof(File).optional(), pasted: fileText.default("") })
  .refine(({ file }) => !file || file.name === "" || file.size > 0, {
    path: ["file"],
    message: "registers.file.fault.empty",
  })
  .refine(({ file, pasted }) => (file && (file.size > 0 || file.name !== "")) || pasted.trim() !== "", {
    path: ["file"],
    message: "registers.file.fault.no-file",
  })
  .refine(({ file }) => !file || file.size <= MOST_LETTERS, {
    path: ["file"],
    message: "registers.file.fault.too-long",
  });

export const fileRun = z.object({ text: fileText, added: whole({ min: 0 }), changed: whole({ min: 0 }) });

/** The most lines that a preview lists; its counts are of all. */
export const LISTED = 200;

/** A file of so many letters comes back in the form, to be mended there; a longer one is mended where it came from. */
const MENDED_HERE = 200_000;

export function previewOf({ lines, faults, ignored }: Plan, text: string) {
  const of = (act: string) => lines.filter((line) => line.act === act).length;
  return {
    mended: text.length <= MENDED_HERE ? text.replace(/^\uFEFF/, "") : null,
    ...{ text, faults, ignored, added: of("add"), changed: of("change"), same: of("same") },
    lines: lines
      .flatMap(({ line, act, name, changed }) =>
        act === "same" ? [] : [{ line, act, name, fields: changed.map((field) => ({ name: field.name })) }],
      )
      .slice(0, LISTED),
  };
}
