import { fold, type Told } from "#app/kernel/told";

/** Products and techniques that people come with, as they write them. Longer names first: the one that is said is shown. */
const TOOLS = [
  ...["microsoft copilot", "github copilot", "m365 copilot", "copilot", "chatgpt", "gpt", "openai", "claude", "gemini"],
  ...["mistral", "le chat", "perplexity", "notebooklm", "midjourney", "dall-e", "llama", "deepseek", "power automate"],
  ...[
    "chatbot",
    "agent ia",
    "ai agent",
    "agent conversationnel",
    "assistant virtuel",
    "virtual assistant",
    "llm",
    "rag",
  ],
  ...["ia generative", "generative ai", "machine learning", "deep learning", "ocr", "rpa", "uipath"],
] as const;

/** Words by which people tell what is wrong today, or what it costs: a text that has one tells a need, whatever tool it names. */
const NEEDS =
  /\b(probleme|problem|perd|perte|los[et]|lent|slow|retard|late|delay|erreur|error|oubli|forg[eo]t|ressais|recopi|retype|copy by hand|a la main|by hand|manuel|manual|trop|too |manqu|miss|cherch|search(?:es|ing) |we search|attend|wait|plainte|complain|rupture|gaspill|waste|cout|cost|heures?|hours?|minutes?|jours?|days?|difficile|hard to|impossible|penible|painful|fois)/;

/** The tool that a need names instead of a need, as it is usually written; null where a need is told, or no tool. */
export function toolInsteadOfNeed(title: Told | null, need: Told | null): string | null {
  const said = fold([need?.fr, need?.en].filter(Boolean).join(" "));
  const all = fold([title?.fr, title?.en, need?.fr, need?.en].filter(Boolean).join(" "));
  if (NEEDS.test(said)) return null;
  return TOOLS.find((tool) => new RegExp(`(^|[^\\p{L}])${tool}s?([^\\p{L}]|$)`, "u").test(all)) ?? null;
}
