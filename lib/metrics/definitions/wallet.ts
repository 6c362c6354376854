import type { MeasureDefinition } from "./measure-definition";

export const walletDefinitions: readonly MeasureDefinition[] = [
  {
    key: "upsellRatio",
    name: "Upsell ratio",
    question: "How many customers use more than one product type, per customer who uses only one?",
    formula:
      "Customers with more than one product type active at the snapshot : customers with exactly one; beside it the share multiple / (multiple + single). Interval: Wilson on the share, its odds as limits of the ratio.",
    example:
      "Two customers with one type, two with more, one with none: 1.0, or 50 % of those with any.",
    liesWhen: "It depends on how finely product types are cut; compare only under one cut.",
    source: "Wilson (1927); Holdfast's own construct",
  },
  {
    key: "productTypeMatrix",
    name: "Product type matrix",
    question: "Of the customers with one product type, how many also have another?",
    formula: "Customers with both types / customers with the row's type. Interval: Wilson.",
    example:
      "Two customers, both with pumps, one with service too: of the pump owners 50 % have service, of the service owners all have pumps.",
    liesWhen: "Types that are sold as a bundle look like a success of cross-selling.",
    source: "Wilson (1927); Holdfast's own construct",
  },
  {
    key: "whiteSpace",
    name: "White space",
    question:
      "Which product types does an account lack, and what do accounts of its size spend on them?",
    formula:
      "For each type the account does not own, the median yearly spend of the owners of that type in the same size band, where there are at least 10 of them. Typical, not promised.",
    example:
      "Twelve large accounts own service and spend 40,000 a year on it in the middle; a large account without it has a gap of typically 40,000.",
    liesWhen:
      "Typical, not promised: who lacks a type may have no use for it, or buy it elsewhere for good reasons.",
    source: "Holdfast's own construct",
  },
  {
    key: "shareOfWallet",
    name: "Share of wallet",
    question: "How much of what customers spend on our categories do they spend with us?",
    formula:
      "Sum of own spend / sum of category spend, over the accounts whose wallet is known. Interval: ratio estimator with the account as unit.",
    example: "30 of 100 and 20 of 100: 25 %.",
    liesWhen:
      "Known for few accounts and typed by interested people; never the mean of the accounts' shares.",
    source: "Keiningham et al. (2011), Harvard Business Review 89(10); Cochran (1977)",
  },
  {
    key: "shareOfKnownWallets",
    name: "Share of known wallets",
    question: "How much of the wallets we know of do we have, and how well do we know them?",
    formula:
      "Per account and category the latest record under 12 months old (of one day the asked before the estimated before the modelled); own spend above an account's wallet counts as the whole wallet; then share of wallet over the accounts.",
    example:
      "One account told us in spring that it spends 100 on pumps, 30 of it with us; of another we have a figure from two years ago: 30 %, one account known, one stale.",
    liesWhen: "An estimate weighs as much as an answer: look at how much of the wallet was asked.",
    source: "Keiningham et al. (2011); Cochran (1977); Holdfast's own construct",
  },
  {
    key: "walletAllocation",
    name: "Wallet allocation",
    question: "Which share of wallet does a supplier's rank suggest where spend is not known?",
    formula: "(1 - rank / (suppliers + 1)) x 2 / suppliers; ties take the mean rank.",
    example: "First of two suppliers: 67 %. Second of three: 33 %.",
    liesWhen: "A rule of thumb from ranks, built on consumers; never mixed with asked wallets.",
    source: "Keiningham, Aksoy, Buoye & Cooil (2011), Customer Loyalty Isn't Enough",
  },
  {
    key: "walletAllocations",
    name: "Wallet allocations",
    question: "How does a customer's rating of its suppliers divide its wallet between them?",
    formula:
      "Suppliers ranked by their ratings, best first, ties taking the mean of the ranks they share; each then has its wallet allocation.",
    example: "Three suppliers rated 9, 8 and 8: 50 %, 25 % and 25 %.",
    liesWhen: "Suppliers the customer did not name are taken to have nothing.",
    source: "Keiningham, Aksoy, Buoye & Cooil (2011), Customer Loyalty Isn't Enough",
  },
];
