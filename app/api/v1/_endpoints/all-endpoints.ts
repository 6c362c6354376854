import { z } from "zod";
import type { Endpoint } from "@/lib/api/endpoint";
import { getFigures } from "@/lib/loyalty/get-figures";
import { figuresInput } from "@/lib/loyalty/view-input";
import { listSegmentAccounts, segmentPageSchema } from "@/lib/segments/list-segment-accounts";
import { listSegments } from "@/lib/segments/list-segments";
import { createInvitations } from "@/lib/surveys/invitations/create-invitations";
import { createInvitationsSchema } from "@/lib/surveys/invitations/invitations-input";
import { figuresAnswer, invitationsAnswer, segmentAccountsAnswer, segmentsAnswer } from "./answers";
import { RECORD_ENDPOINTS } from "./record-endpoints";

/** Every way into the API; the router, the checks and the description all read this list. */
export const ENDPOINTS: readonly Endpoint[] = [
  ...RECORD_ENDPOINTS,
  {
    method: "POST",
    path: "invitations",
    group: "Asking",
    summary: "Make survey links",
    about:
      "Links for people whom a system of yours sends them to. Whom a wave would not ask is refused here too.",
    scope: "wave:send",
    body: createInvitationsSchema,
    answer: invitationsAnswer,
    verb: createInvitations,
  },
  {
    method: "GET",
    path: "segments",
    group: "Segments",
    summary: "List segments",
    about: "With the accounts and the running revenue each has today.",
    scope: "segment:read",
    query: z.strictObject({}),
    answer: segmentsAnswer,
    verb: ({ ctx }) => listSegments({ ctx }),
  },
  {
    method: "GET",
    path: "segments/{segmentId}/accounts",
    group: "Segments",
    summary: "List a segment's accounts",
    about: "Sites of a parent that decides for them come with it.",
    scope: "segment:read",
    query: segmentPageSchema,
    answer: segmentAccountsAnswer,
    verb: listSegmentAccounts,
  },
  {
    method: "GET",
    path: "figures",
    group: "Figures",
    summary: "Read the measures",
    about:
      "Every measure that suits the data, with interval, n and coverage, of all accounts, a segment or an owner at one date.",
    scope: "figures:read",
    query: figuresInput,
    answer: figuresAnswer,
    verb: getFigures,
  },
];
