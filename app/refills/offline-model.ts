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
      [1.275, 0.558, -0.026, 0.074, 0.05, -0.001, 0.005, 0.638, -0.064, 0.281, -0.028, -0.031],
      [0.974, 0.789, -0.128, -0.015, -0.176, 0.102, 0.105, 0.588, 0.142, 0.036, -0.045, 0.01],
    ],
    spread: [
      [-0.189, -0.039, 0.111, 0],
      [0.09, 0.968, 0.045, 0],
      [0.066, 0.666, 0.07, -0.048],
    ],
    shares: [
      [0.17, 0.775, 0.011, 0, 0, 0.044],
      [0.186, 0.61, 0.027, 0.076, 0.031, 0.069],
      [0.196, 0.494, 0.039, 0.091, 0.076, 0.105],
      [0.241, 0.531, 0.002, 0.058, 0.039, 0.128],
      [0.079, 0.645, 0.019, 0.166, 0.046, 0.046],
      [0.158, 0.563, 0.009, 0.045, 0.055, 0.17],
      [0.143, 0.423, 0.017, 0.356, 0.041, 0.02],
      [0.17, 0.554, 0.015, 0.097, 0.055, 0.109],
      [0.055, 0.18, 0.015, 0.597, 0.129, 0.024],
      [0.144, 0.482, 0.017, 0.233, 0.117, 0.006],
    ],
  },
  comesBack: {
    weights: [4.644, 0.502, -0.785, -0.97, -0.187, 0.123, -0.038, 0.275, 0.118, 0.245, 0.001, 0.878, 0.181],
  },
  chances: [
    [-0.254, -0.144, 0.925],
    [-0.084, -0.21, 0.974],
    [-0.065, -0.177, 1.134],
    [-0.294, 0.141, 0.994],
  ],
  window: [0.265, 0.789],
};
