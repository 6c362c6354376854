/** What the form shows depends on these; everything else is read when it is sent. */
export type Draft = {
  question: string;
  scale: string;
  scope: string;
  followUps: readonly string[];
};

export function readDraft(form: HTMLFormElement): Draft {
  const data = new FormData(form);
  const text = (name: string) => String(data.get(name) ?? "");
  return {
    question: text("question"),
    scale: text("scale"),
    scope: text("scope"),
    followUps: data.getAll("followUps[]").map(String),
  };
}
