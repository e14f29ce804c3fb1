import '@shopify/ui-extensions/preact';
import { render } from 'preact';
import { Reminders } from './reminders';

export default function extension() {
  render(<Reminders />, document.body);
}
