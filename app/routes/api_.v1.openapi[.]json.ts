import { describe } from "#app/api.server";

/** The description is for whoever comes: it tells what can be asked, and nothing of what is kept. */
export const loader = describe;
export const action = describe;
