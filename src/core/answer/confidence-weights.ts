/** Set by hand: there are too few such questions to learn from. */
const BY_HAND = {
  /** Who or what no text names, the texts do not know. */
  unheardNames: -1.7,
  /** What is told of no place that is asked about most often happened in another. */
  elsewhere: -1,
  /** Nothing makes up for what is asked and not told. */
  missingParticulars: -8,
  /** Nothing here tells what to do, or what is so today unless it says that it is of today. */
  practical: -2.5,
  /** What a claim has wrong is found nowhere, and yet the sentence answers that tells it right. */
  isClaim: 0.8,
  /** A sentence without any number tells no number, whatever else it shares with the question. */
  noNumber: -2,
  /** The date of something else is not the date of a visit. */
  missesVisit: -2,
  /** The nineteenth is not answered by the twentieth. */
  otherOrdinal: -3,
  /** A follow-up leaves its subject unsaid: that the sentence is on it and has the kind of thing stands for its words. */
  continuesTopic: 1.18,
  /** A wording that asks about a series need not share a word with its figures. */
  askedFigure: 6.03,
} as const;

/**
 * Weights of a logistic regression over the project's question sets, each question seen twice: with the sentence that
 * answers it, and with the best one left when that sentence is taken away. See docs/ranking.md.
 */
const FITTED = {
  bias: -8.6,
  covered: 0.48,
  own: 2.2,
  missingNames: -1.07,
  missingPeople: -0.48,
  missingCountries: -2.36,
  amount: 0.47,
  pairs: 0.85,
  closeness: 1.29,
  focus: 1.25,
  familiarity: -1.37,
  counted: 1.08,
  formless: 0.58,
  kindFit: 2.77,
  dateFit: 0.81,
  ordinalFit: 1.25,
  likeness: 2.89,
  /** See {@link leadOverRivals}. */
  lead: 3.9,
  /** Articles and figures have no questions of their own that could be like this one. */
  notAsked: 1.04,
};

/**
 * The same where nobody wrote down how things are asked for, so that likeness says nothing; fitted when the lead over rivals
 * was not looked at yet. Among few texts a lead is no sign: there is nobody to be ahead of.
 */
const FITTED_WITHOUT_LIKENESS: typeof FITTED = {
  bias: -6.59,
  covered: -0.31,
  own: 3.36,
  missingNames: -1.15,
  missingPeople: -0.49,
  missingCountries: -1.94,
  amount: 0.62,
  pairs: 1.03,
  closeness: 0.89,
  focus: 1.8,
  familiarity: -1.76,
  counted: 1.45,
  formless: 0.39,
  kindFit: 1.98,
  dateFit: 1.43,
  ordinalFit: 0.85,
  likeness: 0,
  lead: 0,
  notAsked: 0,
};

type Weights = typeof FITTED & Readonly<Record<keyof typeof BY_HAND, number>>;

/** What the decision to answer weighs. */
export type ConfidenceFeature = Exclude<keyof Weights, 'bias'>;

const WITH_LIKENESS: Weights = { ...FITTED, ...BY_HAND };
const WITHOUT_LIKENESS: Weights = { ...FITTED_WITHOUT_LIKENESS, ...BY_HAND };

/** The weights for a library; `isAskedFor`: whether anybody wrote down how its events are asked for. */
export const weightsFor = (isAskedFor: boolean): Weights => (isAskedFor ? WITH_LIKENESS : WITHOUT_LIKENESS);
