/** What each symbol of the story means, in words. */
export const GLOSSARY: Record<string, string> = {
  η: 'eta, the step size or learning rate: how far gradient descent goes along the slope in one step.',
  S: 'the sharpness: how strongly the loss curves in its most curved direction, the largest eigenvalue of its second derivatives.',
  '2/η':
    'the limit of stability: where the loss curves more than two over the step size, each step across the valley lands farther out than the last.',
  ηS: 'step size times sharpness: below two a step comes closer to the bottom of the valley, above two it lands farther away.',
  L: 'the loss: how wrong the model is on average. Training makes it small.',
  x: 'the one number that is learned here: where the ball is.',
  α: 'alpha, the weight of the second layer. It multiplies both features, so it also sets how strongly the loss curves.',
  'β₁': 'beta one, the weight of the loud feature, which has nothing to do with the answer. It should become zero.',
  'β₂': 'beta two, the weight of the quiet feature, which is the answer.',
  'λ₁': 'lambda one, the loudness of the first feature: its variance.',
  'λ₂': 'lambda two, the loudness of the second feature: its variance.',
  φ: 'phi, the sharpness at which gradient flow would end, had it started where the run is now.',
  μ: 'mu, which places the two bottoms of the double well at plus and minus its square root.',
};
