import { describe, expect, test } from "vitest";
import type { Locale } from "#app/kernel/told";
import { aboutOf, languageOf, meaningsOf } from "#app/use-cases/similar/concepts";
import { cousinOf } from "#app/use-cases/similar/stems";

/** Cousins that no list names one by one: they meet by their spelling. */
const COUSINS = `
vérification verification; température temperature; laboratoire laboratory; territoire territory; mémoire memory
inventaire inventory; vocabulaire vocabulary; catégorie category; théorie theory; stratégie strategy; pharmacie pharmacy
géographie geography; bureaucratie bureaucracy; musique music; logistique logistics; mécanique mechanics; numérique numeric
clinique clinical; électrique electrical; technicien technician; mathématicien mathematician; sécurité security
biodiversité biodiversity; difficulté difficulty; variété variety; société society; flexibilité flexibility
responsabilité responsibility; fréquence frequency; tendance tendency; opérateur operator
professeur professor; vapeur vapour; directeur director; annuel annual; virtuel virtual; officiel official; légal legal
actif active; préventif preventive; dangereux dangerous; sérieux serious; optimiser optimise; organisation organization
quantifier quantify; notifier notify; indiquer indicate; évaluation evaluation; détecter detect; distribuer distribute
constituer constitute; introduire introduce; centre center; registre register; ministre minister; filtre filter
développement development; équipement equipment; touriste tourist; européen european; commission commission
construction construction; canal channel; climat climate; débat debate; photographie photography; tomate tomato
`;
/** Words that only begin alike. */
const APART = `
communication communal; import important; patient patent; station statistique; organe organisation; police politesse
nation nature; contrat contraste; personne personnage; marine marge; portail portion; commerce commentaire
universel université; généreux général; minéral minimum; original organique; capital capable; central centime
`;
const pairsOf = (text: string) =>
  text
    .trim()
    .split(/[;\n]/)
    .map((pair) => pair.trim().split(" "));

describe("Cousins in the other language", () => {
  test("meet by their endings", () => {
    const missed = pairsOf(COUSINS).filter(([french = "", english = ""]) => {
      return cousinOf(french, "fr") !== cousinOf(english, "en");
    });
    expect(missed).toEqual([]);
  });

  test("do not meet for their beginning alone", () => {
    const met = pairsOf(APART).filter(([one = "", other = ""]) => cousinOf(one, "fr") === cousinOf(other, "fr"));
    expect(met).toEqual([]);
  });
});

const said = (text: string, language: Locale) => meaningsOf(text, language).map(({ concept }) => concept);

describe("Meanings", () => {
  test("are the same in both languages", () => {
    expect(said("casse des bananes dans des tableurs", "fr")).toEqual(
      expect.arrayContaining(["waste", "banana", "table"]),
    );
    expect(said("banana waste kept in spreadsheets", "en")).toEqual(
      expect.arrayContaining(["waste", "banana", "table"]),
    );
    expect(said("cordon de soudure", "fr")).toEqual(said("weld seam", "en"));
  });

  test("are two for a word that has two", () => {
    expect(said("roulement", "fr")).toEqual(["work-time", "bearing"]);
    expect(said("bearings", "en")).toEqual(["bearing"]);
  });

  test("are found for a word whose cousin is listed", () => {
    expect(said("archival", "en")).toEqual(said("archivage", "fr"));
    expect(said("pharmacological", "en")).not.toEqual(said("pharmacie", "fr"));
  });
});

describe("The language of a text", () => {
  test("shows in its little words, or in words that only one language has", () => {
    expect(languageOf("the waste of bananas", "fr")).toBe("en");
    expect(languageOf("Banana waste figures", "fr")).toBe("en");
    expect(languageOf("Casse bananes", "en")).toBe("fr");
    expect(languageOf("Budget marketing", "fr")).toBe("fr");
    expect(aboutOf({ title: { fr: "Banana waste" }, need: null })[0]?.title).toEqual(["banana", "waste"]);
  });
});
