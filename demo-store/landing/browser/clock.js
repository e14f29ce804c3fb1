/** The clock on the first page: moves it, shows how far it got, and what the app could not do. */
(function () {
  const box = document.querySelector('[data-clock]');
  const find = (name) => box.querySelector('[data-clock-' + name + ']');
  const buttons = box.querySelectorAll('[data-hours], [data-lived]');
  const bar = box.querySelector('progress');
  const words = new Intl.DateTimeFormat('en', {
    dateStyle: 'full',
    timeStyle: 'short',
    timeZone: box.dataset.zone,
  });
  let wasRunning = false;

  function showReport(report) {
    const parts = [];
    if (report) {
      parts.push(
        `${report.ordersPlaced} orders placed, ${report.visits} visits to the home page (${report.refillViews} with refills), ` +
          `${report.offersSeen} reminders offered and ${report.remindersAccepted} accepted, ${report.mailsReceived} mails received.`,
      );
      if (report.failures.length) parts.push(`${report.failures.length} things the app could not do:`);
    }
    const list = document.createElement('ul');
    const counts = new Map();
    for (const { what, error } of report ? report.failures : []) {
      const line = `${what}: ${error}`;
      counts.set(line, (counts.get(line) || 0) + 1);
    }
    for (const [line, times] of [...counts].slice(0, 20)) {
      const item = document.createElement('li');
      item.textContent = times > 1 ? `${line} (${times} times)` : line;
      list.append(item);
    }
    find('report').replaceChildren(parts.join(' '), ...(list.children.length ? [list] : []));
  }

  async function update() {
    const state = await (await fetch('/clock')).json();
    const { running, nowAt, lastReport } = state;
    find('time').textContent = words.format(nowAt);
    find('progress').hidden = !running;
    for (const button of buttons) button.disabled = Boolean(running);
    if (running) {
      bar.max = running.total;
      bar.value = running.done;
      find('words').textContent =
        running.total > 48
          ? `${Math.floor(running.done / 24)} of ${Math.round(running.total / 24)} days`
          : `${running.done} of ${running.total} hours`;
      find('report').textContent = '';
    } else if (lastReport) showReport(lastReport);
    wasRunning = Boolean(running);
  }

  async function tick() {
    try {
      await update();
    } catch {
      find('report').textContent = 'The demo store does not answer. Is it still running?';
    }
    setTimeout(tick, wasRunning ? 300 : 3000);
  }

  for (const button of buttons) {
    button.addEventListener('click', async () => {
      for (const each of buttons) each.disabled = true;
      if ('lived' in button.dataset) {
        await fetch('/clock/lived', { method: 'POST' });
        find('lived').hidden = true;
      } else
        await fetch('/clock/advance', {
          method: 'POST',
          body: JSON.stringify({ hours: Number(button.dataset.hours) }),
        });
      wasRunning = true;
      await update();
    });
  }
  find('stop').addEventListener('click', () => fetch('/clock/stop', { method: 'POST' }));
  tick();
})();
