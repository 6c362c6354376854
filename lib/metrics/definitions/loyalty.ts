import type { MeasureDefinition } from "./measure-definition";

export const loyaltyDefinitions: readonly MeasureDefinition[] = [
  {
    key: "runningRevenue",
    name: "Running revenue and its base",
    question: "What does an account bring in a year, and what did it bring before?",
    formula:
      "Yearly value of the contracts active at the as-of date plus the purchases of the last 12 whole months outside contracts; the base is the same figure 12 months earlier. Where the data are younger than 24 months both windows shrink to the longest equal number of whole months that fit, at least 6; below that there is no base. Contracts need no window: an account without orders always looks 12 months back.",
    example:
      "One contract of 5,000 a year and orders of 10,000 and 10,000 in the last 12 whole months: 25,000. A year earlier 5,000 and two orders of 7,000: base 19,000.",
    liesWhen:
      "Until the data are 24 months old the windows are shorter than a year and seasons differ; a contract's yearly value is counted in full while a short order window is not stretched to a year.",
    source: "Holdfast's own construct",
  },
  {
    key: "accountActivity",
    name: "Active account",
    question: "Is this a customer at the as-of date?",
    formula:
      "A contract active at the as-of date, or an order in the last 12 whole months that is not lost. The contract part is lost at the end of the last contract or at a recorded churn; the order part once the days since the last order reach twice the late line (never before 60 days), without a rhythm after 12 months without an order, standing orders 12 months after the last of them. A later order or contract is won back.",
    example:
      "An account that orders every 30 days, last on 1 June, is lost on 29 September (120 days later) unless it orders again.",
    liesWhen: "An account that buys by telephone and is booked late looks lost before it is.",
    source: "Holdfast's own construct",
  },
  {
    key: "orderRhythm",
    name: "Own rhythm",
    question: "Does the account order when it usually does?",
    formula:
      "Usual interval E = median of the last 12 gaps between order days; late line L = the larger of 2 E and the longest of those gaps; d = days since the last order. On time d <= E, due d <= L, late d > L, lost d >= 2 L and never before 60 days. Points: d <= E gives 1, d = L gives .50, d >= 2 L gives 0, linear between.",
    example:
      "Gaps 28 31 33 30 35 29 31 48 30 31 27 33: E 31, longest 48, L 62, lost from 124. At 50 days due (.69), at 94 late (.24), at 130 lost (0).",
    liesWhen:
      "With three or four gaps the median is a guess; an account that changes to larger, rarer orders is late once before its rhythm follows.",
    source: "Holdfast's own construct",
  },
  {
    key: "keptRevenue",
    name: "Kept",
    question: "How much of last year's revenue is still there, as far as the orders prove it?",
    formula:
      "K = running revenue / base; SE = square root of (sum of squared day purchases / revenue squared, for both windows added); proven K = exp(ln K moved towards 0 by SE, not beyond 0), and K = 0 stays 0. Points, linear between: 0 gives 0, .80 gives .50, 1.00 gives .75, 1.20 gives 1.",
    example:
      "24 like orders, then 12: K .50, SE .35, proven K .71, points .45. One order of 1,200, then two of 200: K .33, but SE 1.22, so proven K 1 and too lumpy to say.",
    liesWhen:
      "A real fall of a customer with few orders stays unproven for a year; a price rise looks like growth.",
    source: "Kish, Survey Sampling (1965), effective sample size; Holdfast's own construct",
  },
  {
    key: "behaviourScore",
    name: "Behaviour score",
    question: "Does the account keep buying?",
    formula:
      "The weaker of kept and rhythm; rhythm counts only where orders, standing orders left out, are more than half of the base (of the running revenue while there is no base).",
    example: "Kept .75, but last order 94 days ago against a usual 31: rhythm .24, behaviour .24.",
    liesWhen:
      "It says that an account keeps buying, never why: a contract that merely runs is .75.",
    source: "Dick & Basu, Customer Loyalty (1994); Holdfast's own construct",
  },
  {
    key: "personScore",
    name: "Person's score",
    question: "Does this person want to stay?",
    formula:
      "Liking = mean of the points of NPS and satisfaction; preference = mean of the points of relative advantage and switching; score = mean of the two halves, or the one there is; after one clear no (NPS 0-6, CSat 1-2, worse, switching no or not sure) at most .45. Counted are confirmed answers of the last 365 days, the latest per question; touchpoint answers only where the person has no relationship answer.",
    example:
      "NPS 8 and better than the alternatives: liking .45, preference .85, score .65. NPS 9 and switching not sure: .55, held down to .45.",
    liesWhen: "A polite 9 counts as a clear yes; the line between 8 and 9 is a convention.",
    source: "Dick & Basu (1994); Reichheld (2003); Jones & Sasser (1995); Holdfast's own construct",
  },
  {
    key: "accountAttitude",
    name: "Account attitude",
    question: "Does the account want to stay?",
    formula:
      "Four ways side by side: mean of the points of every counted answer; mean of every person's score; the lowest decision-maker; the mean of the decision-makers, else of the influencers, else of the users. The map uses the least convinced decision-maker, and signer first where no decision-maker answered. Two or more persons disagree when two of the four ways lie on different sides of the line or .30 apart, or when two persons lie on different sides of the line and .30 apart.",
    example:
      "Account A: decision-maker NPS 4, influencer 8, user 9. Every answer .45, every person .45, least convinced decision-maker .20, signer first .20. The map uses .20; they disagree.",
    liesWhen:
      "The lowest of many decision-makers is lower than the lowest of one, so large accounts turn passive more easily.",
    source: "Dick & Basu (1994); Holdfast's own construct",
  },
  {
    key: "loyaltyState",
    name: "Loyalty state",
    question: "Does the account stay, and does it want to?",
    formula:
      "Leaving = notice given, or both scores below .50; not known = otherwise a score is null; loyal = both at least .50; passive = behaviour at least .50, attitude below (unhappy up to .30, else lukewarm); latent = attitude at least .50, behaviour below.",
    example:
      "Behaviour .75 and attitude .20: passive, unhappy. Behaviour .24 and attitude .70: latent. Notice given and attitude 1: leaving.",
    liesWhen:
      "An account just above a line and one just below it look different and are not; the sensitivity line says how much hangs on the cut.",
    source:
      "Dick & Basu, Customer Loyalty: Toward an Integrated Conceptual Framework (1994); Holdfast's own construct",
  },
  {
    key: "loyaltyMovement",
    name: "Movement",
    question: "Did an account change its state, and on evidence?",
    formula:
      "Moved = the state differs, there is new evidence on the axis that crossed (a new confirmed answer; a new order, missed line or contract event), and that score changed by at least .10; or notice was given or taken back. Known to not known, or a state that changed only because an answer grew too old, is no longer known; not known to known is now heard.",
    example:
      "Passive at .45 in June, a new answer of NPS 10 in August, loyal at 1 in September: moved. Loyal in June, no answer for a year in September: no longer known, not moved.",
    liesWhen: "An account that goes back and forth between two dates shows no movement.",
    source: "Holdfast's own construct",
  },
  {
    key: "mapTotals",
    name: "Map totals",
    question: "What is the loyalty map worth, state by state?",
    formula:
      "Sums of running revenue over the active accounts by state; passive = unhappy + lukewarm; unheard = behaviour at least .50 and attitude null, by reason; not proven = passive + unheard; locked in = behaviour at least .50 and switching answer no or not sure; captive the same with no real alternative; each share among those who answered, with the account as sampling unit. Every part also as a share of the active accounts (Wilson) and of their revenue (ratio by account).",
    example:
      "Staying revenue 129.2 m: loyal 77.0, passive 41.2, unheard 11.0. Switching answered for 54.3 m, of it not sure 6.4 and no 3.2: locked in 9.6 m, 18 % of what was asked, 42 % asked.",
    liesWhen:
      "Silence is not unwillingness: not proven means that nobody has said so, not that customers want to leave.",
    source:
      "Dick & Basu (1994); Wilson (1927); Cochran, Sampling Techniques (1977); Korn & Graubard (1998), Survey Methodology 24; Holdfast's own construct",
  },
  {
    key: "sensitivityCuts",
    name: "Sensitivity cuts",
    question: "Which conventions of the map could as well be others?",
    formula:
      "One cut at a time: the points of 8, of CSat 4 and of 9; a clear no that does not hold a person down; whose voice decides; how old an answer may be; when no answer yet is no answer; where unhappy ends; 25 % and 15 % less instead of 20 % as the line of behaviour; and a late line of 1.5 and 3 usual intervals instead of 2.",
    example:
      "As delivered 18 cuts, the first: 8 and CSat 4 counted as yes. Where the decision-makers' mean decides already, that cut is left out and the least convinced one takes its place.",
    liesWhen: "Cuts are changed one at a time; two of them together can move more than both.",
    source:
      "Saltelli et al., Global Sensitivity Analysis: The Primer (2008), one at a time; Holdfast's own construct",
  },
  {
    key: "mapSensitivity",
    name: "Map sensitivity",
    question: "How much of the map hangs on its conventions?",
    formula:
      "Each account is placed again under one changed cut at a time, everything else as it stands, and its running revenue summed by state again.",
    example:
      "Three accounts of 3, 4 and 8 m, decision-makers NPS 8, 2 and 10: passive 7 m. If 8 and CSat 4 counted as yes: passive 4 m.",
    liesWhen:
      "A sum that hardly moves may hide accounts that changed places; the total changes where another late line makes an account count as lost sooner or later.",
    source:
      "Saltelli et al., Global Sensitivity Analysis: The Primer (2008), one at a time; Holdfast's own construct",
  },
  {
    key: "switchingAnswer",
    name: "Switching answer of an account",
    question: "Would it choose us again if changing were free?",
    formula:
      "The least favourable answer of the decision-makers, else of the influencers, else of the users; no comes before not sure, not sure before yes.",
    example:
      "Decision-makers yes and not sure: not sure. No decision-maker answered, influencer yes: yes.",
    liesWhen: "One doubtful signer speaks for the whole account, on purpose.",
    source: "Holdfast's own construct",
  },
  {
    key: "alternativeAnswer",
    name: "Alternatives of an account",
    question: "Does it say there is no real alternative to us?",
    formula:
      'As the switching answer; no real alternative comes first, then worse, same and better. "Cannot say" is no answer.',
    example: "A decision-maker says no real alternative: captive, whatever the others say.",
    liesWhen: "People say there is no alternative when they have not looked for one.",
    source: "Dick & Basu (1994), relative attitude; Holdfast's own construct",
  },
  {
    key: "npsAnswer",
    name: "NPS answer of an account",
    question: "What did the least convinced deciding person answer?",
    formula:
      "The lowest answer of the decision-makers, else of the influencers, else of the users.",
    example: "Decision-makers 9 and 6, a user 10: 6. No decision-maker answered, influencer 8: 8.",
    liesWhen: "It is one person's answer; the NPS of an account as a figure is another measure.",
    source: "Reichheld (2003); Holdfast's own construct",
  },
  {
    key: "satisfactionAnswer",
    name: "Satisfaction answer of an account",
    question: "How satisfied is the least satisfied deciding person?",
    formula:
      "The answer with the fewest points of the decision-makers, else of the influencers, else of the users; the scales are one question.",
    example: "Decision-makers 5 of 5 and 5 of 7: the 5 of 7, which is worth .30.",
    liesWhen: "Scales are held against each other by the table of points, which is a convention.",
    source: "Jones & Sasser (1995); Holdfast's own construct",
  },
  {
    key: "proofMaterial",
    name: "Proof material",
    question: "What did we know of an account then, and was it still a customer a year later?",
    formula:
      "The scores at the close of a day, of whoever decides (least favourable decision-maker, else influencer, else user), set against the account's activity 12 months later. Silent is 0, heard 1.",
    example:
      "30 September 2025: decision-maker NPS 4, attitude .20, contract of 1 m. Notice in May, ended on 31 July 2026: not retained, 10 months.",
    liesWhen:
      "Saved accounts look as if the score had been wrong: read accounts that were acted on apart.",
    source: "Holdfast's own construct",
  },
  {
    key: "walletShare",
    name: "Account's share of wallet",
    question: "How much of what it spends on our categories does it spend with us?",
    formula:
      "Sum of own spend / sum of category spend, over the latest row per category that is under 12 months old; a row for all categories stands alone.",
    example: "30 with us of 100 in the category: .30. A row 13 months old is not counted.",
    liesWhen:
      "Customers and account managers both guess at a wallet; the figure is as good as who typed it.",
    source: "Holdfast's own construct",
  },
  {
    key: "roomToGrow",
    name: "Room to grow",
    question: "How much more could an account buy from us?",
    formula:
      "Where a wallet was asked or estimated in the last 12 months, per category wallet - own spend, at the low end, the middle and the high end of its range, never below 0; else for each product type the account lacks the typical spend of its owners. A wallet for all categories stands alone.",
    example:
      "Pumps: wallet asked at .8 to 1.2 m, .3 m of it with us: room .5 to .9 m, .7 m in the middle. Service, not owned: 14 accounts of the same size spend .4 m on it at the median. Room 1.1 m, of it .4 m typical.",
    liesWhen:
      "Typical is what others spend, not what this account could: who lacks a type may have no use for it. Nothing of it is promised.",
    source: "Holdfast's own construct",
  },
  {
    key: "growList",
    name: "Grow list",
    question: "With whom could we do more, and who would welcome it?",
    formula:
      "Every active account with room to grow that is not leaving; those with attitude at least .50 first, inside a group by room, then name.",
    example:
      "Account A, loyal, room .7 m, comes before Account B, passive, room 2 m; Account C, notice given, is not on the list.",
    liesWhen:
      "A large account with one guessed wallet leads the list; room that is known and room that is typical stand apart on each line for that reason.",
    source: "Holdfast's own construct",
  },
];
