import { decodePieces, detectEncoding } from "#app/use-cases/import/decode.server";

/** The text of a file in whatever encoding spreadsheets wrote it, or what was pasted where there is no file. */
export async function textOf({ file, pasted }: { file?: File | undefined; pasted: string }): Promise<string> {
  if (!file || file.size === 0) return pasted;
  const bytes = new Uint8Array(await file.arrayBuffer());
  const { encoding, bom } = detectEncoding(bytes);
  return [...decodePieces(bytes, encoding, bom)].join("");
}
