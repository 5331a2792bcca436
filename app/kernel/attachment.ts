/** A file that people brought, on its way out: saved, never shown, and nothing in it runs. */

/** A name as headers spell it beside its plain one (RFC 5987): all but letters, digits and a few signs in percent. */
function extended(name: string): string {
  return encodeURIComponent(name.toWellFormed()).replace(
    /['()*!]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** Headers under which a stranger's file does no harm: it is saved, not shown, and nothing in it runs. */
export function attachmentHeaders(file: { name: string; mediaType: string; size: number }): Record<string, string> {
  const plain = file.name.replace(/[^\x20-\x7e]|["\\%]/g, "_");
  return {
    "Content-Type": file.mediaType,
    "Content-Length": String(file.size),
    "Content-Disposition": `attachment; filename="${plain}"; filename*=UTF-8''${extended(file.name)}`,
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "private, no-store",
  };
}
