import { ICalCalendar, ICalCalendarMethod } from 'ical-generator';

export interface CalendarReview {
  readonly id: number;
  /** Title of the tactic. */
  readonly title: string;
  /** Local days of the shop. */
  readonly dueOn: number;
  readonly closedDueOn: number;
}

const DAY_MS = 86_400_000;

/**
 * The reviews that are under way as a calendar (iCalendar, RFC 5545): whole days without a time zone, for they are days of
 * the shop. A review that was decided is gone from it.
 * @param at when it is written; stands in every entry
 */
export function reviewCalendar(
  reviews: readonly CalendarReview[],
  about: { readonly shopName: string; readonly resultsUrl: string; readonly at: Date },
): string {
  const { shopName, resultsUrl, at } = about;
  const calendar = new ICalCalendar({
    // The library escapes what stands in entries, not the calendar's own name.
    name: `Larder reviews, ${shopName.replace(/[\s,;\\]+/g, ' ').slice(0, 40)}`,
    prodId: { company: 'Larder', product: 'Reviews', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: 6 * 3600,
  });
  for (const { id, title, dueOn, closedDueOn } of reviews) {
    const looks = [
      { name: 'first', on: dueOn, summary: `${title}: first look`, says: 'Whether anything has changed.' },
      {
        name: 'decide',
        on: closedDueOn,
        summary: `${title}: decide`,
        says: 'Keep it, change it or retire it.',
      },
    ];
    for (const { name, on, summary, says } of looks) {
      calendar.createEvent({
        id: `review-${id}-${name}@larder`,
        stamp: at,
        start: new Date(on * DAY_MS),
        end: new Date((on + 1) * DAY_MS),
        allDay: true,
        summary,
        description: says,
        url: resultsUrl,
      });
    }
  }
  return calendar.toString();
}
