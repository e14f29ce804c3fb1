/** The demo's ports: which there are, and which of those that somebody chose cannot work. */

const FALLBACKS = {
  DEMO_PORT: 4000,
  DEMO_STOREFRONT_PORT: 4001,
  DEMO_EDGE_PORT: 4002,
  DEMO_SMTP_PORT: 4025,
  DEMO_APP_PORT: 4010,
};

/** Browsers and `fetch` refuse these, whoever listens there: https://fetch.spec.whatwg.org/#port-blocking */
export const BLOCKED_PORTS = [
  0, 1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102, 103, 104,
  109, 110, 111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427, 465, 512, 513, 514, 515,
  526, 530, 531, 532, 540, 548, 554, 556, 563, 587, 601, 636, 989, 990, 993, 995, 1719, 1720, 1723, 2049,
  3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080,
];

/**
 * The five ports by the names of their variables.
 * @throws {Error} with one sentence that names the variable and says what it can be
 */
export function readPorts(env) {
  const ports = {};
  const takenBy = new Map();
  for (const [name, fallback] of Object.entries(FALLBACKS)) {
    const port = readPort(name, env[name], fallback);
    const other = takenBy.get(port);
    if (other) throw new Error(`${name} and ${other} are both ${port}: give each a port of its own.`);
    takenBy.set(port, name);
    ports[name] = port;
  }
  return ports;
}

function readPort(name, text, fallback) {
  if (text === undefined || text === '') return fallback;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (!(port >= 1 && port <= 65_535))
    throw new Error(`${name} must be a whole number from 1 to 65535, not "${text}".`);
  // Mail does not go through a browser, but it is one rule less to know.
  if (BLOCKED_PORTS.includes(port))
    throw new Error(
      `${name} cannot be ${port}: browsers block that port. Choose another, such as ${fallback}.`,
    );
  return port;
}
