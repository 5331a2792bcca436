import { fold, type Told } from "#app/kernel/told";

/** Products and techniques that people come with, as they are usually written. Longer names first. */
const TOOLS = [
  ...["Microsoft Copilot", "GitHub Copilot", "M365 Copilot", "Copilot", "ChatGPT", "GPT", "OpenAI", "Claude", "Gemini"],
  ...["Mistral", "Le Chat", "Perplexity", "NotebookLM", "Midjourney", "DALL-E", "Llama", "DeepSeek", "Power Automate"],
  ...[
    "chatbot",
    "agent IA",
    "AI agent",
    "agent conversationnel",
    "assistant virtuel",
    "virtual assistant",
    "LLM",
    "RAG",
  ],
  ...["IA générative", "generative AI", "machine learning", "deep learning", "OCR", "RPA", "UiPath"],
] as const;

/** Words by which people tell what is wrong today, or what it costs: a text that has one tells a need, whatever tool it names. */
const NEEDS =
  /\b(probleme|problem|perd|perte|los[et]|lent|slow|retard|late|delay|erreur|error|oubli|forg[eo]t|ressais|recopi|retype|copy by hand|a la main|by hand|manuel|manual|trop|too |manqu|miss|cherch|search(?:es|ing) |we search|attend|wait|plainte|complain|rupture|gaspill|waste|cout|cost|heures?|hours?|minutes?|jours?|days?|difficile|hard to|impossible|penible|painful|fois)/;

/** The tool that a need names instead of a need, as it is usually written; null where a need is told, or no tool. */
export function toolInsteadOfNeed(title: Told | null, need: Told | null): string | null {
  const said = fold([need?.fr, need?.en].filter(Boolean).join(" "));
  const all = fold([title?.fr, title?.en, need?.fr, need?.en].filter(Boolean).join(" "));
  if (NEEDS.test(said)) return null;
  return TOOLS.find((tool) => new RegExp(`(^|[^\\p{L}])${fold(tool)}s?([^\\p{L}]|$)`, "u").test(all)) ?? null;
}
