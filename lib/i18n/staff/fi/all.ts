import type { StaffMessages } from "../en/all";
import account from "./account.json" with { type: "json" };
import answers from "./answers.json" with { type: "json" };
import asking from "./asking.json" with { type: "json" };
import chart from "./chart.json" with { type: "json" };
import imports from "./imports.json" with { type: "json" };
import loyalty from "./loyalty.json" with { type: "json" };
import mails from "./mails.json" with { type: "json" };
import publicPages from "./public.json" with { type: "json" };
import segments from "./segments.json" with { type: "json" };
import settings from "./settings.json" with { type: "json" };
import shell from "./shell.json" with { type: "json" };
import surveys from "./surveys.json" with { type: "json" };
import touchpoints from "./touchpoints.json" with { type: "json" };
import ui from "./ui.json" with { type: "json" };

export const fi: StaffMessages = {
  account,
  answers,
  asking,
  chart,
  imports,
  loyalty,
  mails,
  public: publicPages,
  segments,
  settings,
  shell,
  surveys,
  touchpoints,
  ui,
};
