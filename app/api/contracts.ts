/** Every operation of the API, in the order of its description. */
import { evaluateBusinessCase } from "./business-cases";
import type { Contract } from "./contract";
import { readDashboard } from "./dashboard";
import { createKpi, listKpis, listReports, readKpi, readReport, updateKpi, writeReports } from "./measurement";
import { assignScreening, listNotifications, listScreening, readNotifications } from "./notifications";
import { listDepartments, listPeople, listQuarters, readMe } from "./organisation";
import { listUseCases } from "./use-case-list";
import { createUseCase, mergeUseCase, moveUseCase, readUseCase, submitUseCase, updateUseCase } from "./use-cases";

export const CONTRACTS: readonly Contract[] = [
  listUseCases,
  createUseCase,
  readUseCase,
  updateUseCase,
  submitUseCase,
  listScreening,
  assignScreening,
  moveUseCase,
  mergeUseCase,
  listKpis,
  createKpi,
  readKpi,
  updateKpi,
  listReports,
  readReport,
  writeReports,
  readDashboard,
  evaluateBusinessCase,
  readMe,
  listDepartments,
  listPeople,
  listQuarters,
  listNotifications,
  readNotifications,
];
