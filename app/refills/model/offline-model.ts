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
      [0.886, 0.555, 0.004, 0.104, 0.03, 0.033, 0.102, 0.444, 0.045, 0.178, -0.022, -0.024],
      [0.673, 0.674, -0.074, -0.017, -0.125, 0.153, 0.147, 0.991, 0.185, -0.071, -0.022, -0.021],
    ],
    spread: [
      [-0.159, -0.05, 0.141, 0],
      [0.125, 0.955, 0.062, 0],
      [0.189, 0.866, 0.092, -0.076],
    ],
    shares: [
      [0.166, 0.791, 0.014, 0, 0, 0.029],
      [0.163, 0.626, 0.019, 0.103, 0.025, 0.063],
      [0.23, 0.535, 0.057, 0.039, 0.064, 0.075],
      [0.21, 0.601, 0, 0.066, 0.015, 0.108],
      [0.042, 0.665, 0.031, 0.166, 0.07, 0.025],
      [0.136, 0.577, 0.007, 0.043, 0.063, 0.173],
      [0.158, 0.343, 0.006, 0.447, 0.024, 0.022],
      [0.11, 0.57, 0.011, 0.103, 0.046, 0.159],
      [0.031, 0.12, 0.025, 0.699, 0.071, 0.053],
      [0.1, 0.514, 0.01, 0.23, 0.131, 0.013],
    ],
    weekdays: { shares: [1 / 7, 1 / 7, 1 / 7, 1 / 7, 1 / 7, 1 / 7, 1 / 7], visits: 16 },
  },
  comesBack: {
    weights: [3.647, 0.343, -1.336, -0.562, -0.304, 0.169, 0.126, 0.244, 0.14, 0.085, -0.023, 0.655, 0.318],
  },
  chances: {
    atPurchase: [
      [-0.373, 0.249, 0.9, -0.241, -0.02],
      [-0.128, -0.135, 0.966, 0.009, -0.08],
      [0.075, -0.001, 1.192, -0.004, 0.04],
    ],
    later: [
      [
        -0.278, 0.947, -0.248, 0.201, -0.695, 0.751, -0.101, -0.045, -0.001, 0.053, 0.037, 0.213, 0.032,
        0.088, 0.121, -0.138, 0.051,
      ],
      [
        -0.377, 0.917, -0.068, 0.18, -0.534, 0.579, -0.024, -0.041, -0.035, 0.07, 0.048, 0.195, 0.088, -0.078,
        -0.037, -0.029, 0.01,
      ],
      [
        -0.294, 0.774, -0.099, 0.163, -1.007, 0.56, -0.102, 0.083, 0.08, 0.064, 0.094, 0.066, 0.185, -0.069,
        -0.01, -0.05, -0.016,
      ],
    ],
    usualRates: { atPurchase: [0, 0, 0], later: [0, 0, 0] },
    lately: { visits: 0, shopperDays: 0 },
  },
  window: [0.232, 0.687],
};
