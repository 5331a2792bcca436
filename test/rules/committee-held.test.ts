import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Minutes } from "#app/committee/minutes";
import { minutesText } from "#app/committee/minutes";
import { quorumOf, type Seat } from "#app/committee/quorum";
import { type Figures, movedSince } from "#app/committee/shortlist";
import { goesAgainstVotes, tallyOf, VOTES } from "#app/committee/votes";
import { day } from "#app/kernel/day";
import { minor } from "#app/kernel/money";
import { speechFor } from "#app/locales/speech";
import { HEARINGS, type Hearing } from "#app/people/roles";

const seat = (id: number, roles: string[], how: "there" | "wrote" | "away"): Seat => ({
  id,
  name: `Person ${id}`,
  roles,
  present: how === "there",
  wrote: how === "wrote",
});

describe("A quorum", () => {
  const member = (id: number) => seat(id, ["committee"], "there");
  const both: Hearing[] = ["security", "legal"];
  test.each<[string, Seat[], number, Hearing[], boolean, Hearing[]]>([
    ["enough, and nobody to be heard", [member(1), member(2)], 2, [], true, []],
    ["one too few", [member(1)], 2, [], false, []],
    ["enough, but nobody heard", [member(1), member(2)], 2, both, false, both],
    ["both there", [seat(1, ["security"], "there"), seat(2, ["legal"], "there")], 2, both, true, []],
    [
      "one there, one in writing",
      [member(1), seat(2, ["security"], "there"), seat(3, ["legal"], "wrote")],
      2,
      both,
      true,
      [],
    ],
    ["who writes is heard but not counted", [seat(1, ["security", "legal"], "wrote"), member(2)], 2, both, false, []],
    ["one person of two functions", [seat(1, ["security", "legal"], "there"), member(2)], 2, both, true, []],
    ["away is neither", [seat(1, ["legal"], "away"), member(2)], 1, ["legal"], false, ["legal"]],
    ["finance where it is asked for", [member(1)], 1, ["finance"], false, ["finance"]],
  ])("%s", (_, seats, needed, hears, reached, unheard) => {
    expect(quorumOf(seats, needed, hears)).toMatchObject({ reached, unheard });
  });

  test("is never lost by one more who is there", () => {
    const how = fc.constantFrom("there" as const, "wrote" as const, "away" as const);
    const anySeat = fc.tuple(fc.nat(), fc.subarray(["committee", ...HEARINGS]), how).map((of) => seat(...of));
    fc.assert(
      fc.property(
        fc.array(anySeat, { maxLength: 8 }),
        anySeat,
        fc.nat(8),
        fc.subarray([...HEARINGS]),
        (seats, more, needed, hears) => {
          const before = quorumOf(seats, needed, hears);
          const after = quorumOf([...seats, { ...more, present: true, wrote: false }], needed, hears);
          expect(after.reached || !before.reached).toBe(true);
        },
      ),
    );
  });
});

describe("Votes", () => {
  test.each([
    [["approve", "approve", "reject"], "approve"],
    [["approve", "reject"], null],
    [["approve", "abstain", "abstain"], "approve"],
    [["approve", "approve", "reject", "not-now"], null],
    [["abstain"], null],
    [[], null],
  ] as const)("%j: most say %s", (votes, majority) => {
    expect(tallyOf(votes).majority).toBe(majority);
  });

  test("a decision differs from a majority only where the majority was asked", () => {
    const tally = tallyOf(["reject", "reject", "approve"]);
    expect(goesAgainstVotes("approve", tally)).toBe(true);
    expect(goesAgainstVotes("reject", tally)).toBe(false);
    expect(goesAgainstVotes("stop", tally)).toBe(false);
    expect(goesAgainstVotes("approve", tallyOf(["reject", "approve"]))).toBe(false);
  });

  test("a tally counts every vote once, whatever their order", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...VOTES)), (votes) => {
        const { counts, majority, cast } = tallyOf(votes);
        expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(votes.length);
        expect(tallyOf([...votes].reverse())).toEqual(tallyOf(votes));
        if (majority) expect(votes.filter((vote) => vote === majority).length * 2).toBeGreaterThan(cast);
      }),
    );
  });
});

const FIGURES: Figures = {
  value: 62.5,
  complexity: 40,
  assessments: 3,
  npvMinor: minor(1_200_000),
  npvP50Minor: minor(1_100_000),
  totalCostMinor: minor(400_000),
  paybackQuarters: 3.5,
  rank: 2,
  ranked: 9,
  filtersFailed: 0,
};

test("What moved since a shortlist was frozen is named; that more cases are ranked moves nothing", () => {
  expect(movedSince(FIGURES, { ...FIGURES, ranked: 12 })).toEqual([]);
  expect(movedSince(FIGURES, { ...FIGURES, rank: 4, npvMinor: minor(0) })).toEqual(["npvMinor", "rank"]);
  expect(movedSince({ ...FIGURES, value: null }, FIGURES)).toEqual(["value"]);
});

const ALL_SEEN = { hidden: new Set<string>(), seen: { hidden: new Set<number>(), owes: false } };

describe("Minutes as a text", () => {
  const minutes: Minutes = {
    number: 4,
    heldOn: day("2026-11-25"),
    chair: "Claire *Présidente*",
    quorum: 3,
    hears: ["security"],
    present: ["Claire", "Hugo"],
    inWriting: [{ name: "Ines", opinion: { fr: "Oui,\n# sous réserve" } }],
    items: [
      {
        reference: "UC-0007",
        title: { fr: "Trier <b>le</b> courrier" },
        figures: FIGURES,
        votes: tallyOf(["approve", "reject", "reject"]),
        decision: {
          outcome: "approve",
          reason: { fr: "- Le gain est net" },
          relookOn: null,
          budgetMinor: minor(2_500_000),
          againstRank: true,
          setAgainst: {
            ...{ said: false, stage: "assessment", rank: 5, passes: true, count: 22 },
            cases: [
              {
                useCaseId: 3,
                reference: "UC-0003",
                title: { fr: "Prévoir *les* stocks" },
                rank: 2,
                outcome: "not-now",
              },
              { useCaseId: 4, reference: "UC-0004", title: { fr: "Lire les factures" }, rank: 4, outcome: null },
            ],
          },
          againstVotes: "reject",
          quorate: false,
          overridden: 2,
          by: "Claire",
          asked: [{ text: { fr: "Tester sur deux magasins" }, owner: "Lou", dueOn: day("2027-01-15") }],
        },
      },
      { reference: "UC-0009", title: { en: "Left over" }, figures: FIGURES, votes: tallyOf([]), decision: null },
    ],
    notes: { fr: "Budget revu en janvier" },
  };

  test("says who was there, what was decided, why, and all that stood against it", () => {
    const text = minutesText(minutes, { ...ALL_SEEN, signed: null }, speechFor("fr", "EUR", "Europe/Paris"));
    for (const said of [
      "# Séance n° 4",
      "Claire et Hugo",
      "Quorum : 3 personnes nécessaires, 2 présentes. À entendre, en séance ou par écrit : Sécurité",
      "Contre le rang",
      "Contre la majorité des votes (rejeter)",
      "Sans quorum",
      "2 éléments manquants",
      "25 000,00",
      "Tester sur deux magasins (Lou, pour le 15 janvier 2027)",
      "Sans décision en séance.",
      "Budget revu en janvier",
    ])
      expect(text.replace(/[\u00a0\u202f]/g, " ")).toContain(said);
  });

  test("names what a decision against the rank passed over, but nobody whose assessment its reader owes", () => {
    const speech = speechFor("fr", "EUR", "Europe/Paris");
    const all = minutesText(minutes, { ...ALL_SEEN, signed: null }, speech);
    expect(all).toContain("22 cas mieux classés n’ont pas été approuvés");
    expect(all).toContain("- UC-0003 · Prévoir \\*les\\* stocks (rang 2 · Pas maintenant)");
    expect(all).toContain("- UC-0004 · Lire les factures (rang 4 · sans décision)");
    expect(all).toContain("20 autres ne sont pas nommés");
    const owing = minutesText(
      minutes,
      { ...ALL_SEEN, seen: { hidden: new Set([3]), owes: true }, signed: null },
      speech,
    );
    expect(owing).not.toContain("UC-0003");
    expect(owing).toContain("UC-0004");
    expect(owing).not.toContain("22 cas");
    expect(owing).not.toContain("autres ne sont pas nommés");
  });

  test("says what is hidden from its reader, and who signed it with the whole of its hash", () => {
    const signed = { by: "Claire", at: new Date("2026-12-04T09:30:00Z"), hash: "ab".repeat(32) };
    const speech = speechFor("fr", "EUR", "Europe/Paris");
    const text = minutesText(minutes, { ...ALL_SEEN, hidden: new Set(["UC-0009"]), signed }, speech);
    const [, left = ""] = text.split("UC-0009");
    expect(left).toContain("masqué tant que vous n’avez pas évalué");
    expect(left).not.toContain("non classé");
    expect(text).toContain(`Signé par Claire le 4 décembre 2026 à 10:30 (empreinte ${signed.hash}).`);
  });

  test("keeps what people wrote from becoming headings, lists, marks or elements of its own", () => {
    const text = minutesText(minutes, { ...ALL_SEEN, signed: null }, speechFor("fr", "EUR", "Europe/Paris"));
    expect(text).toContain("Claire \\*Présidente\\*");
    expect(text).toContain("Trier \\<b\\>le\\</b\\> courrier");
    expect(text).toContain("\\- Le gain est net");
    expect(text.match(/^# /gm)).toHaveLength(1);
  });
});
