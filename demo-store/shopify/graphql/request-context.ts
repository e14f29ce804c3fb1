import type { Args } from './args';
import type { DemoConfig } from '../../config';
import type { World } from '../../world/types';
import type { AppDeclaration } from '../app-declaration';
import type { Installation } from '../installation';
import type { SortedLists } from './sorted-lists';

/** What one GraphQL request is answered from. */
export interface RequestContext {
  readonly config: DemoConfig;
  readonly world: World;
  readonly app: AppDeclaration;
  readonly installation: Installation;
  readonly lists: SortedLists;
  readonly scopes: ReadonlySet<string>; // granted, with what they imply
}

/** The fields of one type of the schema. What is not here answers with an error, never with a silent null. */
export type Fields<Source> = Readonly<
  Record<string, (source: Source, args: Args, context: RequestContext) => unknown>
>;
