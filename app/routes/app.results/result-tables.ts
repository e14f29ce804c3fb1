/** The tables of one comparison that can be fetched as CSV, by the word in the export's address. */
export type ResultTable =
  | 'groups'
  | 'lift'
  | 'money'
  | 'harms'
  | 'secondary'
  | 'days'
  | 'weeks'
  | 'segments'
  | 'attributed'
  | 'review'
  | 'left-out';
