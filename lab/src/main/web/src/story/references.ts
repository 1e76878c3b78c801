/** A work that the story tells from. */
export interface Work {
  /** As a sentence names it. */
  cited: string;
  authors: string;
  title: string;
  address: string;
}

/** The works, by the names that sentences have for them. */
export const WORKS: Record<string, Work> = {
  liu: {
    cited: 'Liu et al. 2025',
    authors: 'Liu, Zhang, Du & Zhao (2025)',
    title: 'A Minimalist Example of Edge-of-Stability and Progressive Sharpening',
    address: 'https://arxiv.org/abs/2503.02809',
  },
  cohen: {
    cited: 'Cohen et al. 2021',
    authors: 'Cohen, Kaur, Li, Kolter & Talwalkar (2021)',
    title: 'Gradient Descent on Neural Networks Typically Occurs at the Edge of Stability',
    address: 'https://arxiv.org/abs/2103.00065',
  },
  damian: {
    cited: 'Damian et al. 2022',
    authors: 'Damian, Nichani & Lee (2022)',
    title: 'Self-Stabilization: The Implicit Bias of Gradient Descent at the Edge of Stability',
    address: 'https://arxiv.org/abs/2209.15594',
  },
  chen: {
    cited: 'Chen & Bruna 2022',
    authors: 'Chen & Bruna (2022)',
    title: 'Beyond the Edge of Stability via Two-step Gradient Updates',
    address: 'https://arxiv.org/abs/2206.04172',
  },
  rosenfeld: {
    cited: 'Rosenfeld & Risteski 2023',
    authors: 'Rosenfeld & Risteski (2023)',
    title: 'Outliers with Opposing Signals Have an Outsized Effect on Neural Network Optimization',
    address: 'https://arxiv.org/abs/2311.04163',
  },
  krizhevsky: {
    cited: 'Krizhevsky 2009',
    authors: 'Krizhevsky (2009)',
    title: 'Learning Multiple Layers of Features from Tiny Images',
    address: 'https://www.cs.toronto.edu/~kriz/learning-features-2009-TR.pdf',
  },
};
