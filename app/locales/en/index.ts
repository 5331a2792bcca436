import { aiAct } from "./ai-act";
import { api } from "./api";
import { arbitrate } from "./arbitrate";
import { assessment } from "./assessment";
import { businessCases } from "./business-cases";
import { calibration } from "./calibration";
import { campaigns } from "./campaigns";
import { capture } from "./capture";
import { casePage } from "./case-page";
import { changes } from "./changes";
import { choice } from "./choice";
import { committee } from "./committee";
import { delivery } from "./delivery";
import { desk } from "./desk";
import { exposure } from "./exposure";
import { firstSteps } from "./first-steps";
import { forecast } from "./forecast";
import { home } from "./home";
import { imports } from "./imports";
import { incidents } from "./incidents";
import { intake } from "./intake";
import { list } from "./list";
import { measurement } from "./measurement";
import { notifications } from "./notifications";
import { overlaps } from "./overlaps";
import { ownChecks } from "./own-checks";
import { people } from "./people";
import { poc } from "./poc";
import { pocApi } from "./poc-api";
import { portfolio } from "./portfolio";
import { prioritise } from "./prioritise";
import { registers } from "./registers";
import { registersApi } from "./registers-api";
import { review } from "./review";
import { risks } from "./risks";
import { rollOut } from "./roll-out";
import { safeguards } from "./safeguards";
import { safeguardsApi } from "./safeguards-api";
import { shell } from "./shell";
import { similar } from "./similar";
import { star } from "./star";
import { trust } from "./trust";
import { useCases } from "./use-cases";
import { weighing } from "./weighing";

export const en = {
  ...shell,
  ...desk,
  ...home,
  ...firstSteps,
  ...people,
  ...notifications,
  ...useCases,
  ...casePage,
  ...similar,
  ...list,
  ...intake,
  ...campaigns,
  ...capture,
  ...imports,
  ...assessment,
  ...businessCases,
  ...calibration,
  ...committee,
  ...prioritise,
  ...weighing,
  ...arbitrate,
  ...changes,
  ...forecast,
  ...review,
  ...choice,
  ...delivery,
  ...poc,
  ...pocApi,
  ...registers,
  ...rollOut,
  ...registersApi,
  ...safeguards,
  ...overlaps,
  ...ownChecks,
  ...risks,
  ...incidents,
  ...star,
  ...trust,
  ...aiAct,
  ...measurement,
  ...portfolio,
  ...exposure,
  ...api,
  ...safeguardsApi,
} as const;
