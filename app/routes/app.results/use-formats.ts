import { createContext, useContext } from 'react';
import { formatsFor, type Formats } from './words/formats';

const Context = createContext<Formats>(formatsFor({ locale: 'en-GB', currency: 'USD' }));

export const FormatsProvider = Context.Provider;

/** The shop's way of writing days, figures and money. */
export function useFormats(): Formats {
  return useContext(Context);
}
