/** Article 6(1): products under the laws of Annex I, as Regulation (EU) 2026/1744 sorted them. */

import { SECTION_A, SECTION_B } from "../products";
import { after, none, plain, type Question } from "../question";

export const PRODUCT = [
  {
    key: "annexIProduct",
    part: "product",
    kind: "one",
    article: "Art. 6(1), Annex I",
    options: [none, ...plain(...SECTION_A, ...SECTION_B)],
  },
  {
    key: "productRole",
    part: "product",
    kind: "one",
    article: "Art. 6(1)(a), Art. 3(14), Art. 6(1a)-(1b)",
    options: plain("product-itself", "safety-component", "other-component"),
    when: [after("annexIProduct", ...SECTION_A, ...SECTION_B)],
  },
  {
    key: "thirdPartyAssessment",
    part: "product",
    kind: "one",
    article: "Art. 6(1)(b), Art. 6(1c)",
    options: plain("required", "other-risks-only", "not-required"),
    when: [after("productRole", "product-itself", "safety-component")],
  },
] as const satisfies readonly Question[];
