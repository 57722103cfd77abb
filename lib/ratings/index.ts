export { type AnswerRatingFailure, answerRating } from './answer-rating'
export { findRatingForStaff, type RatingForStaff } from './find-rating-for-staff'
export {
  type RatingFigures,
  type RatingToAnswer,
  ratingFigures,
  ratingOfCase,
  ratingsToAnswer,
} from './find-ratings'
export { type Rating, type WhyNotAnswer, whyNotAnswer } from './may-answer'
export { LONGEST_WORDS, type RateFailure, rateCase } from './rate-case'
export { isLow, type RatingStep, ratingSteps, readStep } from './steps'
