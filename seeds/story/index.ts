import { campaigns } from "./campaigns";
import { ecommerce } from "./cases/ecommerce";
import { finance } from "./cases/finance";
import { hr } from "./cases/hr";
import { marketing } from "./cases/marketing";
import { purchasing } from "./cases/purchasing";
import { service } from "./cases/service";
import { stores } from "./cases/stores";
import { supply } from "./cases/supply";
import { gathered } from "./gathered";
import { guarded, ownRisks } from "./guarded";
import { departments, filters, organisation, quarters, TODAY } from "./organisation";
import { people } from "./people";
import { reviews } from "./reviewed";
import { scoring } from "./scoring";
import { sessions } from "./sessions";
import { models, vendors } from "./suppliers";
import type { Story } from "./types";

/** Six quarters of a retailer that took AI seriously, and wrote down what went wrong as well. */
export const story: Story = {
  today: TODAY,
  organisation,
  departments,
  people,
  campaigns,
  scoring,
  vendors,
  models,
  filters,
  sessions,
  quarters,
  reviews,
  cases: [...marketing, ...ecommerce, ...supply, ...stores, ...hr, ...finance, ...service, ...purchasing],
  gathered,
  guarded,
  ownRisks,
};
