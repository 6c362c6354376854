import type { StaffMessages } from "../en/all";
import account from "./account.json" with { type: "json" };
import answers from "./answers.json" with { type: "json" };
import asking from "./asking.json" with { type: "json" };
import buying from "./buying.json" with { type: "json" };
import chart from "./chart.json" with { type: "json" };
import compare from "./compare.json" with { type: "json" };
import coverage from "./coverage.json" with { type: "json" };
import drivers from "./drivers.json" with { type: "json" };
import growth from "./growth.json" with { type: "json" };
import imports from "./imports.json" with { type: "json" };
import lifetime from "./lifetime.json" with { type: "json" };
import loyalty from "./loyalty.json" with { type: "json" };
import mails from "./mails.json" with { type: "json" };
import palette from "./palette.json" with { type: "json" };
import potential from "./potential.json" with { type: "json" };
import proof from "./proof.json" with { type: "json" };
import publicPages from "./public.json" with { type: "json" };
import renewals from "./renewals.json" with { type: "json" };
import retention from "./retention.json" with { type: "json" };
import review from "./review.json" with { type: "json" };
import segments from "./segments.json" with { type: "json" };
import settings from "./settings.json" with { type: "json" };
import shell from "./shell.json" with { type: "json" };
import surveys from "./surveys.json" with { type: "json" };
import touchpoints from "./touchpoints.json" with { type: "json" };
import ui from "./ui.json" with { type: "json" };

export const nb: StaffMessages = {
  account,
  answers,
  asking,
  buying,
  chart,
  compare,
  coverage,
  drivers,
  growth,
  imports,
  lifetime,
  loyalty,
  mails,
  palette,
  potential,
  proof,
  public: publicPages,
  renewals,
  retention,
  review,
  segments,
  settings,
  shell,
  surveys,
  touchpoints,
  ui,
};
