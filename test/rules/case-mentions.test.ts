import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fold } from "#app/kernel/told";
import { lookUps, mentionsIn, type Nameable, namedBy, toldPieces } from "#app/use-cases/talk/mentions";

const person = (id: number, name: string, email = `${id}@example.com`): Nameable => ({
  id,
  name,
  nameFolded: fold(name),
  email,
});
const PEOPLE = [
  person(1, "Nadia Belkacem"),
  person(2, "Jean Martin"),
  person(3, "Jean Martin", "jean.martin2@example.com"),
  person(4, "Anne-Marie d’Arcy"),
  person(5, "Anne"),
  person(6, "Zoé Œuvrard", "zoe@example.com"),
  person(7, "Jean Dupont"),
];
const named = (text: string) => namedBy(mentionsIn(text, PEOPLE));

describe("A name behind an @", () => {
  test.each([
    ["@Nadia Belkacem, qu’en dis-tu ?", [1]],
    ["@nadia belkacem's view", [1]],
    ["Voir (@NADIA BELKACEM).", [1]],
    ["@Nadia, ton avis ?", [1]],
    ["@Anne-Marie d'Arcy et @Anne", [4, 5]],
    ["@zoé œuvrard", [6]],
    ["@zoe@example.com.", [6]],
    ["@jean.martin2@example.com : d’accord ?", [3]],
    ["@Jean Dupont", [7]],
    ["« @Nadia Belkacem »", [1]],
  ])("%s", (text, people) => {
    expect(named(text)).toEqual({ people, ambiguous: [], unknown: [] });
  });

  test("that several people have is said, and tells none of them", () => {
    expect(named("@Jean Martin, merci")).toEqual({ people: [], ambiguous: ["@Jean Martin"], unknown: [] });
    expect(named("@Jean ?")).toEqual({ people: [], ambiguous: ["@Jean"], unknown: [] });
  });

  test("that nobody has is said", () => {
    expect(named("@Nadai Belkacem")).toEqual({ people: [], ambiguous: [], unknown: ["@Nadai"] });
    expect(named("@nobody@example.com")).toEqual({ people: [], ambiguous: [], unknown: ["@nobody@example.com"] });
  });

  test.each(["contact@example.com", "a@b", "@ 14 h", "@", "@@", "prix @: 3 €", "<@>"])("«%s» names nobody", (text) => {
    expect(mentionsIn(text, PEOPLE)).toEqual([]);
  });

  test("is looked up by its address or its first word", () => {
    expect(lookUps("@Zoé Œuvrard et @a.b@example.com, @zoe")).toEqual({
      emails: ["a.b@example.com"],
      words: ["zoe"],
    });
  });

  test("whatever is written, its pieces are the text, and every name found was looked up", () => {
    const texts = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc
        .array(fc.constantFrom("@", "Jean", " ", "Martin", "@Anne", "\n", "’s", ".", "Zoé", "zoe@example.com"), {
          maxLength: 30,
        })
        .map((parts) => parts.join("")),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const pieces = toldPieces(text, PEOPLE);
        expect(pieces.map((piece) => piece.text).join("")).toBe(text);
        const { emails, words } = lookUps(text);
        for (const id of named(text).people) {
          const one = PEOPLE.find((each) => each.id === id);
          const found = emails.includes(one?.email ?? "") || words.some((word) => one?.nameFolded.startsWith(word));
          expect(found).toBe(true);
        }
      }),
    );
  });
});
