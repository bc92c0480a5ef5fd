import * as administration from './endpoints/administration.ts';
import * as desk from './endpoints/desk.ts';
import * as directory from './endpoints/directory.ts';
import * as followUp from './endpoints/follow-up.ts';
import * as forwarding from './endpoints/forwarding.ts';
import * as openData from './endpoints/open-data.ts';
import * as operation from './endpoints/operation.ts';
import * as reports from './endpoints/reports.ts';
import * as sandbox from './endpoints/sandbox.ts';
import * as site from './endpoints/site.ts';
import * as statistics from './endpoints/statistics.ts';
import * as uploads from './endpoints/uploads.ts';
import * as webhooks from './endpoints/webhooks.ts';

/**
 * Every endpoint of v1, by its operation id. From this table come the OpenAPI document, the gateway's routes,
 * the client's methods and the reference page: nothing about the wire is written anywhere else.
 *
 * Whoever needs few endpoints imports those; a bundler keeps the whole table only where the whole table is used.
 */
export const endpoints = {
  getSite: site.getSite,
  getChallenge: site.getChallenge,
  suggest: site.suggest,
  listRegions: directory.listRegions,
  getRegion: directory.getRegion,
  getRegionBoundaries: directory.getRegionBoundaries,
  listInstitutions: directory.listInstitutions,
  listCategories: directory.listCategories,
  submitReport: reports.submitReport,
  listReports: reports.listReports,
  getReport: reports.getReport,
  replyToReport: followUp.replyToReport,
  supportReport: followUp.supportReport,
  confirmReport: followUp.confirmReport,
  disputeReport: followUp.disputeReport,
  withdrawReport: followUp.withdrawReport,
  describeUploads: uploads.describeUploads,
  createUpload: uploads.createUpload,
  headUpload: uploads.headUpload,
  appendUpload: uploads.appendUpload,
  deleteUpload: uploads.deleteUpload,
  downloadAttachment: uploads.downloadAttachment,
  getStatistics: statistics.getStatistics,
  exportReportsAsCsv: openData.exportReportsAsCsv,
  exportReportsAsJson: openData.exportReportsAsJson,
  getDataPackage: openData.getDataPackage,
  getOpenStatistics: openData.getOpenStatistics,
  getRssFeed: openData.getRssFeed,
  getAtomFeed: openData.getAtomFeed,
  listDeskReports: desk.listDeskReports,
  getDeskReport: desk.getDeskReport,
  actOnReport: desk.actOnReport,
  actOnReports: desk.actOnReports,
  auditReport: desk.auditReport,
  listReplyTemplates: desk.listReplyTemplates,
  createReplyTemplate: desk.createReplyTemplate,
  replaceReplyTemplate: desk.replaceReplyTemplate,
  deleteReplyTemplate: desk.deleteReplyTemplate,
  listWebhooks: webhooks.listWebhooks,
  createWebhook: webhooks.createWebhook,
  getWebhook: webhooks.getWebhook,
  changeWebhook: webhooks.changeWebhook,
  deleteWebhook: webhooks.deleteWebhook,
  rotateWebhookSecret: webhooks.rotateWebhookSecret,
  testWebhook: webhooks.testWebhook,
  listWebhookDeliveries: webhooks.listWebhookDeliveries,
  redeliverWebhook: webhooks.redeliverWebhook,
  listForwarding: forwarding.listForwarding,
  retryForwarding: forwarding.retryForwarding,
  resolveForwarding: forwarding.resolveForwarding,
  listSites: administration.listSites,
  createSite: administration.createSite,
  getSiteSettings: administration.getSiteSettings,
  changeSite: administration.changeSite,
  listKeys: administration.listKeys,
  createKey: administration.createKey,
  revokeKey: administration.revokeKey,
  moveClock: sandbox.moveClock,
  getClock: sandbox.getClock,
  setFaults: sandbox.setFaults,
  getFaults: sandbox.getFaults,
  getHealth: operation.getHealth,
  getReadiness: operation.getReadiness,
  getMetrics: operation.getMetrics,
  getOpenApi: operation.getOpenApi,
  getReference: operation.getReference,
} as const;

/** The name of an endpoint of {@link endpoints}. */
export type OperationId = keyof typeof endpoints;
