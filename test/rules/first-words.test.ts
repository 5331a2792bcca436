import { expect, test } from "vitest";
import { firstWords } from "#app/kernel/told";
import { NOTHING_SAID, saysAnything } from "#app/use-cases/content";

const LONG = "Chaque contrat de sous-traitance est relu deux fois à la main, puis une troisième par le juriste";

test.each([
  [{ fr: "Relire  les\ncontrats" }, { fr: "Relire les contrats" }],
  [{ fr: LONG }, { fr: "Chaque contrat de sous-traitance est relu deux fois à la…" }],
  [
    { en: "Reading", fr: LONG },
    { fr: "Chaque contrat de sous-traitance est relu deux fois à la…", en: "Reading" },
  ],
  [{ fr: "é".repeat(100) }, { fr: `${"é".repeat(60)}…` }],
  [{ fr: "👩‍🔬".repeat(90) }, { fr: expect.stringMatching(/^.{1,200}…$/u) }],
  [{ fr: "   " }, {}],
  [{}, {}],
])("the first words of %j are %j", (told, words) => {
  expect(firstWords(told)).toEqual(words);
});

test.each([
  [{}, false],
  [{ ownerId: 1, departmentId: 2, timesPer: "day", source: "field" }, false],
  [{ need: { en: "x" } }, true],
  [{ title: { fr: "x" } }, true],
  [{ toolInMind: "Copilot" }, true],
  [{ minutesPerTime: 0 }, true],
] as const)("of %j it is %s that something was written", (said, written) => {
  expect(saysAnything({ ...NOTHING_SAID, ...said })).toBe(written);
});
