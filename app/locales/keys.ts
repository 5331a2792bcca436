import type { fr } from "./fr";

/** Every message of the product. French is written first; English must have the same keys (the compiler says so). */
export type Key = keyof typeof fr;

/** Values that a message's ICU placeholders take. */
export type Values = Record<string, string | number | Date | boolean>;
