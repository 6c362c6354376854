/** What a person has to say in their company's decision to stay. */
export const CONTACT_ROLES = ["decision_maker", "influencer", "user"] as const;
