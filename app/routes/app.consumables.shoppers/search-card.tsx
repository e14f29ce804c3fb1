import { Form, useNavigation } from '@remix-run/react';
import { Button, Card, TextField } from '@shopify/polaris';
import { useState } from 'react';

/** By ids only: Larder keeps no names, and no addresses that could be searched. */
export function SearchCard({ asked, isEmpty }: { asked: string; isEmpty: boolean }) {
  const [text, setText] = useState(asked);
  const navigation = useNavigation();
  return (
    <Card>
      <Form method="get" role="search">
        <TextField
          label="Customer id, order number or browser id"
          helpText="The customer id stands at the end of a customer’s address in your admin. Larder keeps no names, so it cannot search by them."
          name="q"
          value={text}
          onChange={setText}
          error={isEmpty && text === '' ? 'Type a customer id, an order number or a browser id.' : undefined}
          maxLength={100}
          autoComplete="off"
          connectedRight={
            <Button submit variant="primary" loading={navigation.state === 'loading'}>
              Look up
            </Button>
          }
        />
      </Form>
    </Card>
  );
}
