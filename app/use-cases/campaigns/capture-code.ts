/** The unguessable part of a campaign's link: letters and figures that nobody mistakes on a wall, 59 bits of them. */
export const CODE_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
export const CODE_LENGTH = 12;

/** `abcdefghjkmn` as people read it aloud: `abcd-efgh-jkmn`. */
export const spokenCode = (code: string): string => code.match(/.{1,4}/g)?.join("-") ?? code;

/** A code as somebody typed it: in any letter case, with or without its dashes. */
export const typedCode = (typed: string | undefined): string =>
  (typed ?? "")
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "")
    .slice(0, CODE_LENGTH + 1);

/** The address of quick capture, as a camera reads it and as people type it. */
export const captureAddress = (origin: string, code: string): string => `${origin}/capture/${spokenCode(code)}`;
