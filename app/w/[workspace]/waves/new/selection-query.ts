export type SearchParams = Record<string, string | string[] | undefined>;

/** What the address says about who is asked; everything is checked again by the verb. */
export type SelectionQuery = {
  surveyId: string;
  q: string;
  segmentId: string;
  roles: string[];
  accountIds: string[];
  contactIds: string[];
  asksDespiteInterval: boolean;
  isChosen: boolean;
};

function all(value: string | string[] | undefined): string[] {
  if (value === undefined || value === "") return [];
  return Array.isArray(value) ? value : [value];
}

export function readSelection(params: SearchParams): SelectionQuery {
  const one = (name: string): string => all(params[name])[0] ?? "";
  const accountIds = all(params.accountIds);
  const contactIds = all(params.contactIds);
  return {
    surveyId: one("surveyId"),
    q: one("q"),
    segmentId: one("segmentId"),
    roles: all(params.roles),
    accountIds,
    contactIds,
    asksDespiteInterval: one("asksDespiteInterval") !== "",
    isChosen: one("show") !== "" || accountIds.length > 0 || contactIds.length > 0,
  };
}
