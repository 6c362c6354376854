/** First day of conventions that hold for every date. */
export const EVERY_DATE = "1970-01-01";
