import { z } from "zod";
import { idOf, startedFrom, text } from "#app/kernel/input";

export const conditionInput = z.object({ id: idOf, version: startedFrom, answer: text(4_000) });
