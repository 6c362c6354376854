import { accountRecords } from "./accounts-record";
import { answerRecords } from "./answers-record";
import { caseRecords } from "./cases-record";
import { churnEventRecords } from "./churn-events-record";
import { complaintRecords } from "./complaints-record";
import { contactRecords } from "./contacts-record";
import { contractRecords } from "./contracts-record";
import { negotiationRecords } from "./negotiations-record";
import { productTypeRecords } from "./product-types-record";
import { promiseRecords } from "./promises-record";
import { purchaseRecords } from "./purchases-record";
import type { RecordKind, RecordKindName } from "./record-kind";
import { touchRecords } from "./touches-record";
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
  touches: touchRecords,
  wallet_estimates: walletEstimateRecords,
  answers: answerRecords,
};
