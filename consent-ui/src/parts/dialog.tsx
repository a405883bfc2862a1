import type { ComponentChildren } from 'preact'
import { Icon } from './icons.tsx'

/**
 * A modal. With the browser script it opens as a real modal dialog; without, its opener is a plain link to its id
 * and the stylesheet shows the targeted dialog.
 */
export const Dialog = (props: { id: string; title: string; children: ComponentChildren }) => (
  <dialog id={props.id} class="dialog" aria-labelledby={`${props.id}-title`}>
    <div class="dialog-head">
      <h2 id={`${props.id}-title`}>{props.title}</h2>
      <a class="icon-button" href="#page" data-close aria-label="Close">
        <Icon name="close" />
      </a>
    </div>
    <div class="dialog-body">{props.children}</div>
  </dialog>
)

export const OpenDialog = (props: {
  id: string
  class?: string
  label?: string
  children: ComponentChildren
}) => (
  <a href={`#${props.id}`} data-dialog={props.id} class={props.class} aria-label={props.label}>
    {props.children}
  </a>
)

export const ExternalLink = (props: { href: string; children: ComponentChildren }) => (
  <a href={props.href} target="_blank" rel="noopener noreferrer">
    {props.children}
    <span class="sr"> (opens in a new tab)</span>
  </a>
)
