import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { load } from 'js-yaml';
import { createMetrics } from '../../src/infra/system/metrics.ts';

const ALERTS = readFileSync('docs/alerts.yaml', 'utf8');
const DASHBOARD = readFileSync('docs/grafana-dashboard.json', 'utf8');
const GUIDE = readFileSync('docs/operations.md', 'utf8');

const OURS = new Set(
  createMetrics({ ofProcess: false })
    .registry.getMetricsAsArray()
    .map(({ name }) => name),
);

/** The bot's own metrics that a text names. */
const namedIn = (text: string): readonly string[] => [
  ...new Set([...text.matchAll(/\bnhip_cau_\w+/g)].map(([name]) => name.replace(/_bucket$/, ''))),
];

describe('the dashboard and the alert rules', () => {
  it('ask only for metrics there are', () => {
    const strangers = [...namedIn(ALERTS), ...namedIn(DASHBOARD)].filter((name) => !OURS.has(name));
    assert.deepEqual(strangers, []);
  });

  it('show every metric there is on the dashboard or in the guide', () => {
    const named = new Set([...namedIn(DASHBOARD), ...namedIn(GUIDE)]);
    assert.deepEqual(
      [...OURS].filter((name) => !named.has(name)),
      [],
    );
  });

  it('are files that Grafana and Prometheus can read, each panel and rule with a name of its own', () => {
    const { panels } = JSON.parse(DASHBOARD) as { readonly panels: readonly { readonly title: string }[] };
    const { groups } = load(ALERTS) as {
      readonly groups: readonly { readonly rules: readonly { readonly alert: string }[] }[];
    };
    const titles = panels.map(({ title }) => title);
    const alerts = groups.flatMap(({ rules }) => rules.map(({ alert }) => alert));
    assert.equal(new Set(titles).size, titles.length);
    assert.equal(new Set(alerts).size, alerts.length);
    for (const alert of alerts) assert.ok(GUIDE.includes(`\`${alert}\``), alert);
  });
});
