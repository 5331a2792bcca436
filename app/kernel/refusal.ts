import type { Key, Values } from "#app/locales/keys";

/** HTTP statuses by which a command may say no. */
export type RefusalStatus = 400 | 403 | 404 | 409 | 413 | 423 | 429 | 503 | 507;

/**
 * An expected «no»: a sentence for the person (a message key with its values) and a status.
 * Anything else that is thrown is a fault of ours and is logged as one.
 */
export class Refusal extends Error {
  readonly status: RefusalStatus;
  readonly key: Key;
  readonly values: Values;

  constructor(status: RefusalStatus, key: Key, values: Values = {}) {
    super(`${status} ${key}`);
    this.name = "Refusal";
    this.status = status;
    this.key = key;
    this.values = values;
  }
}
