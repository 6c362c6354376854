export const PREFERENCES = ["less_often", "no_surveys", "no_marketing", "erase"] as const;
export type Preference = (typeof PREFERENCES)[number];

/** Where a person pressed, or what pressed on the person's behalf. */
export const PREFERENCE_SOURCES = ["preferences page", "one-click", "unsubscribe mail"] as const;
export type PreferenceSource = (typeof PREFERENCE_SOURCES)[number];

/** "At most one survey every six months." */
export const LESS_OFTEN_DAYS = 183;
export const ERASURE_DELAY_DAYS = 7;

export type PreferenceState = Record<Preference, boolean> & {
  /** ISO day on which the details are deleted; null while nobody asked for it. */
  eraseOn: string | null;
  /** The details are deleted; nothing can be chosen or undone any more. */
  isErased: boolean;
};
