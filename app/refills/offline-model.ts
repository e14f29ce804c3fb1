import type { RefillModel } from './refill-model';

/**
 * What a shop starts from, and is shrunk to. Learned by `fitRefillModel` from a pool of equal parts: the first half year of
 * the public UCI Online Retail orders (gifts, resellers) and four invented shops (online grocer, supermarket, pet supplies,
 * gifts), 1,600 cases with two or more own gaps and 800 with fewer of each. Set by hand: the first line of `centre` (a
 * shopper without own gaps), since a pool of shops with products alike would hide that products differ.
 */
export const OFFLINE_MODEL: RefillModel = {
  horizonDays: 365,
  when: {
    centre: [
      [0.12, 0.25, 0.2, 0.2, 0.2, 0.1, 0, 0, 0, 0, 0, 0],
      [1.26, 0.463, 0.04, 0.14, -0.126, 0.011, 0.121, 0.631, 0.075, 0.164, -0.053, -0.008],
      [1.009, 0.789, -0.098, 0.001, -0.254, 0.038, 0.02, 0.411, 0.217, 0.029, -0.031, -0.007],
    ],
    spread: [
      [-0.193, -0.038, 0.107, 0],
      [0.119, 0.958, 0.059, 0],
      [0.039, 0.636, 0.144, -0.019],
    ],
    shares: [
      [0.188, 0.742, 0.014, 0, 0.001, 0.055],
      [0.193, 0.623, 0.013, 0.06, 0.038, 0.073],
      [0.139, 0.484, 0.071, 0.117, 0.054, 0.134],
      [0.267, 0.475, 0.012, 0.036, 0.078, 0.132],
      [0.092, 0.559, 0.03, 0.18, 0.062, 0.076],
      [0.187, 0.512, 0.011, 0.08, 0.053, 0.158],
      [0.092, 0.393, 0.041, 0.384, 0.062, 0.028],
      [0.208, 0.517, 0.028, 0.061, 0.072, 0.113],
      [0.08, 0.165, 0.024, 0.563, 0.154, 0.014],
      [0.195, 0.427, 0.028, 0.237, 0.098, 0.015],
    ],
  },
  comesBack: {
    weights: [3.963, 0.883, -0.784, -0.655, -0.367, 0.24, 0.162, 0.234, 0.032, 0.406, -0.004, 0.711, 0.549],
  },
  chances: [
    [-0.353, -0.158, 0.932],
    [-0.28, -0.211, 0.961],
    [-0.227, -0.197, 1.078],
    [-0.336, 0.249, 1.02],
  ],
  window: [0.277, 0.801],
};
