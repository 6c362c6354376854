/** An NPS counted in one way; null where nobody answered. */
export type NpsCountDto = {
  value: number | null;
  n: number;
  promoters: number;
  passives: number;
  detractors: number;
};

export type NpsCountsDto = {
  /** First and last day of the answers counted. */
  from: string;
  until: string;
  /** Answers of this source only; null: of all. */
  source: string | null;
  /** Where answers came from, the most first; `survey` is what was asked here. */
  sources: { name: string; answers: number }[];
  everyAnswer: NpsCountDto;
  /** The latest answer of each person; an answer of nobody known stands for a person. */
  everyPerson: NpsCountDto;
  /** The figure of the overview at the last day: each active account has one voice. */
  ours: {
    value: number | null;
    low: number | null;
    high: number | null;
    accounts: number;
    answers: number;
    fewest: number;
  };
  /** Of every answer, those that name no account. */
  withoutAccount: number;
};
