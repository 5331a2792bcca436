export const MAXIMUM_FILE_BYTES = 10 * 1024 * 1024;
export const MAXIMUM_FILES = 10;

const KNOWN: Readonly<Record<string, string>> = {
  pdf: "application/pdf",
  png: "image/png",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  csv: "text/csv",
  txt: "text/plain",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  pptx: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
};

/** The media type that a file is stored and served under: by its name, never as its sender says, never one that runs. */
export function servedAs(name: string): string {
  const ending = name.slice(name.lastIndexOf(".") + 1).toLowerCase();
  return KNOWN[ending] ?? "application/octet-stream";
}
