import { randomBytes } from "node:crypto";

/** A name for the next sending of a form: the same sending twice is known by it. */
export const newSending = (): string => randomBytes(12).toString("base64url");
