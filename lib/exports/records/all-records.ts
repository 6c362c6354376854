import { accountRecords } from "./accounts-record";
import { answerRecords } from "./answers-record";
import { caseRecords } from "./cases-record";
import { churnEventRecords } from "./churn-events-record";
import { complaintRecords } from "./complaints-record";
import { consentRecords } from "./consents-record";
import { contactRecords } from "./contacts-record";
import { contractRecords } from "./contracts-record";
import { handledAnswerRecords } from "./handled-answers-record";
import { invitationRecords } from "./invitations-record";
import { negotiationRecords } from "./negotiations-record";
import { productTypeRecords } from "./product-types-record";
import { promiseRecords } from "./promises-record";
import { purchaseRecords } from "./purchases-record";
import type { RecordKind, RecordKindName } from "./record-kind";
import { renewalCallRecords } from "./renewal-calls-record";
import { touchRecords } from "./touches-record";
import { touchpointAuditRecords } from "./touchpoint-audits-record";
import { walletEstimateRecords } from "./wallet-estimates-record";

export const ALL_RECORDS: Readonly<Record<RecordKindName, RecordKind>> = {
  accounts: accountRecords,
  contacts: contactRecords,
  product_types: productTypeRecords,
  contracts: contractRecords,
  purchases: purchaseRecords,
  churn_events: churnEventRecords,
  complaints: complaintRecords,
  promises: promiseRecords,
  cases: caseRecords,
  negotiations: negotiationRecords,
  renewal_calls: renewalCallRecords,
  touches: touchRecords,
  wallet_estimates: walletEstimateRecords,
  invitations: invitationRecords,
  answers: answerRecords,
  handled_answers: handledAnswerRecords,
  consents: consentRecords,
  touchpoint_audits: touchpointAuditRecords,
};
