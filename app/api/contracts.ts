/** Every operation of the API, in the order of its description. */

import {
  createView,
  deleteView,
  listViews,
  previewBulkAct,
  readView,
  runBulkAct,
  undoBulkAct,
  updateView,
} from "./acts";
import { createLink, listLinks, listTags, readInterest, removeLink, setFollowing, setTags, setVote } from "./around";
import { evaluateBusinessCase } from "./business-cases";
import { captureLines, createCampaign, listCampaigns, readCampaign, updateCampaign } from "./campaigns";
import type { Contract } from "./contract";
import { readDashboard } from "./dashboard";
import { createKpi, listKpis, listReports, readKpi, readReport, updateKpi, writeReports } from "./measurement";
import { assignScreening, listNotifications, listScreening, readNotifications } from "./notifications";
import { listDepartments, listPeople, listQuarters, readMe } from "./organisation";
import { listFiles, listVersions, readVersion, removeFile } from "./past";
import { optimisePortfolio } from "./portfolio";
import {
  correctCoSponsor,
  findSimilar,
  joinUseCase,
  judgeDuplicate,
  leaveUseCase,
  listDuplicates,
  readSharedNeed,
  unmergeUseCase,
} from "./similar";
import { createComment, listComments, updateComment, withdrawComment } from "./talk";
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
  listComments,
  createComment,
  updateComment,
  withdrawComment,
  readInterest,
  setVote,
  setFollowing,
  listTags,
  setTags,
  listLinks,
  createLink,
  removeLink,
  listFiles,
  removeFile,
  listVersions,
  readVersion,
  listCampaigns,
  createCampaign,
  readCampaign,
  updateCampaign,
  captureLines,
  unmergeUseCase,
  findSimilar,
  readSharedNeed,
  joinUseCase,
  correctCoSponsor,
  leaveUseCase,
  listDuplicates,
  judgeDuplicate,
  listViews,
  createView,
  readView,
  updateView,
  deleteView,
  previewBulkAct,
  runBulkAct,
  undoBulkAct,
  listKpis,
  createKpi,
  readKpi,
  updateKpi,
  listReports,
  readReport,
  writeReports,
  readDashboard,
  evaluateBusinessCase,
  optimisePortfolio,
  readMe,
  listDepartments,
  listPeople,
  listQuarters,
  listNotifications,
  readNotifications,
];
