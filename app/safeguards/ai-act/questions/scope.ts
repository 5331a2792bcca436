/** Whether the Regulation looks at the system at all, and at whom. */
import { by, none, plain, type Question, YES_NO } from "../question";

export const SCOPE = [
  { key: "aiSystem", part: "scope", kind: "yes-no", article: "Art. 3(1)", options: YES_NO },
  {
    key: "roles",
    part: "scope",
    kind: "many",
    article: "Art. 3(3)-(8)",
    options: plain(
      "provider",
      "deployer",
      "importer",
      "distributor",
      "product-manufacturer",
      "authorised-representative",
    ),
  },
  {
    key: "euLink",
    part: "scope",
    kind: "many",
    article: "Art. 2(1)",
    options: [...plain("placed-in-union", "deployer-in-union", "output-used-in-union"), none],
  },
  {
    key: "exclusion",
    part: "scope",
    kind: "many",
    article: "Art. 2(3)-(12)",
    options: [
      by("military-defence-security", "art-2-3"),
      by("third-country-cooperation", "art-2-4"),
      by("research-only", "art-2-6"),
      by("before-market", "art-2-8"),
      by("personal-use", "art-2-10"),
      by("open-source", "art-2-12"),
      none,
    ],
  },
] as const satisfies readonly Question[];
