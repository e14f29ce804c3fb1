/** A merchant words and brands a letter, sees it at once, sends it to themselves and takes it back. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { install, openMerchant, type Merchant } from './merchant';
import { mailsTo } from './read-mail';
import { startDemo, type RunningDemo } from './start-demo';

describe.skipIf(!process.env.CHROMIUM_PATH)('the letters', { timeout: 240_000 }, () => {
  let demo: RunningDemo;
  let merchant: Merchant;

  beforeAll(async () => {
    demo = await startDemo({ args: ['--shoppers', '60', '--days', '120'] });
    merchant = await openMerchant(demo);
    await install(demo, merchant);
  }, 480_000);
  afterAll(() => demo?.stop(), 60_000);

  test('are worded with a look at what comes of it, tested and brought back', async () => {
    const { page, app, open } = merchant;
    const save = page.getByRole('button', { name: 'Save' });
    await open('/app/letters/reminder');
    const shown = app.frameLocator('iframe[title="Preview of the letter"]');
    await shown.getByText('Here is the reminder you asked for').waitFor();

    const greeting = app.getByRole('textbox', { name: 'Greeting' });
    await greeting.fill('Time for {{frist item}}');
    await app.getByText('There is no field {{frist item}} in this letter.').waitFor();
    await greeting.fill('Nearly out at home, says {{shop}}');
    await shown.getByText(/^Nearly out at home, says Juniper/).waitFor();
    await app.getByRole('button', { name: 'Dark' }).click();
    await app.getByRole('button', { name: 'Text', exact: true }).click();
    await app.locator('.larder-letter-text', { hasText: 'Nearly out at home' }).waitFor();

    await app.getByLabel('Send a test to').fill('merchant@juniper.test');
    await app.getByRole('button', { name: 'Send the test' }).click();
    await page.getByText('Test sent').waitFor();

    await save.click();
    await app.getByText('English words: version 1').waitFor();
    await app.getByRole('button', { name: 'Use Larder’s words in English' }).click();
    await app.getByText('English words: back to Larder’s').waitFor();
    expect(await greeting.inputValue()).toBe('Here is the reminder you asked for');
    await app.getByRole('button', { name: 'Bring back English words, version 1' }).click();
    await app.getByText('English words: version 3').waitFor();

    const other = await (await demo.newContext()).newPage();
    const [subject] = await mailsTo(demo, other, 'merchant@juniper.test');
    expect(subject).toMatch(/^\[Test\] Your reminder: /);
    await other.context().close();
    expect(merchant.consoleErrors).toEqual([]);
  });

  test('have a look of the shop’s, if it can be read', async () => {
    const { page, app, open } = merchant;
    await open('/app/letters');
    await app.getByLabel('Button', { exact: true }).fill('#ffdd00');
    await app.getByText(/The words on the button are hard to read: the contrast is 1.3/).waitFor();
    await app.getByLabel('Button', { exact: true }).fill('#003366');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('The look of your letters is saved').waitFor();
  });
});
