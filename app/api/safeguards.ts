/** The operations on risks, incidents and trust cards, in the order of their description. */
import type { Contract } from "./contract";
import {
  closeIncident,
  listIncidents,
  logIncident,
  pauseUseCase,
  readIncident,
  reopenIncident,
  resumeUseCase,
  setIncidentCost,
  updateIncident,
} from "./incidents";
import { exportIncidents, exportRisks, exportVendorSpend } from "./register-files";
import {
  closeRisk,
  createOrganisationRisk,
  createRisk,
  listRisks,
  readRisk,
  reopenRisk,
  reviewRisk,
  updateRisk,
} from "./risks";
import { readTrustCard, writeTrustCard } from "./trust-cards";

export const SAFEGUARDS: readonly Contract[] = [
  listRisks,
  exportRisks,
  readRisk,
  createRisk,
  createOrganisationRisk,
  updateRisk,
  reviewRisk,
  closeRisk,
  reopenRisk,
  listIncidents,
  exportIncidents,
  exportVendorSpend,
  readIncident,
  logIncident,
  updateIncident,
  closeIncident,
  reopenIncident,
  pauseUseCase,
  resumeUseCase,
  setIncidentCost,
  readTrustCard,
  writeTrustCard,
];
