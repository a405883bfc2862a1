import type { ComponentChildren } from 'preact'
import { formatDay } from '../dates.ts'
import type { PageContext } from '../view.ts'

/** A form that changes something: posts to a path of this launch with the launch's anti-forgery token. */
export const LaunchForm = (props: {
  page: PageContext
  to: string
  class?: string
  children: ComponentChildren
}) => (
  <form method="post" action={`${props.page.launchPath ?? ''}/${props.to}`} class={props.class} novalidate>
    <input type="hidden" name="csrf" value={props.page.csrf} />
    {props.children}
  </form>
)

export const Day = ({ at }: { at: string }) => (
  <time datetime={at} data-day>
    {formatDay(at, 'Australia/Sydney')}
  </time>
)
