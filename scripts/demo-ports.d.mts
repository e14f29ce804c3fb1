type PortName = 'DEMO_PORT' | 'DEMO_STOREFRONT_PORT' | 'DEMO_EDGE_PORT' | 'DEMO_SMTP_PORT' | 'DEMO_APP_PORT';

export const BLOCKED_PORTS: readonly number[];
export function readPorts(env: Readonly<Record<string, string | undefined>>): Record<PortName, number>;
