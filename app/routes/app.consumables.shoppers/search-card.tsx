import { Form, useNavigation } from '@remix-run/react';
import { Button, Card, TextField } from '@shopify/polaris';
import { useState } from 'react';

/** By ids only: Larder keeps no names, and no addresses that could be searched. */
export function SearchCard({ asked }: { asked: string }) {
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
