/** Programs may leave out what may be unknown, and may not send an empty title, reason or note in its place. */
import { expect, test } from "vitest";
import type { z } from "zod";
import { closeIncident, logIncident, pauseUseCase } from "#app/api/incidents";
import { closeRisk, createRisk, reviewRisk } from "#app/api/risks";

const NOTHING = [{}, { fr: "   ", en: "" }];

test.each<[string, { body?: z.ZodType | undefined }, string]>([
  ["closing a risk", closeRisk, "reason"],
  ["reviewing a risk", reviewRisk, "note"],
  ["writing a risk down", createRisk, "title"],
  ["logging an incident", logIncident, "title"],
  ["logging an incident", logIncident, "what"],
  ["closing an incident", closeIncident, "reason"],
  ["pausing a case", pauseUseCase, "reason"],
])("%s (%j) asks for words in %s", (_, { body }, field) => {
  const faultsOf = (said: unknown) => {
    const read = body?.safeParse({ [field]: said });
    return (read?.error?.issues ?? []).filter(({ path }) => path[0] === field).map(({ message }) => message);
  };
  for (const said of NOTHING) expect(faultsOf(said)).toEqual(["desk.input.required"]);
  expect(faultsOf({ en: "Told" })).toEqual([]);
});
