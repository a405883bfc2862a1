import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from './icons.tsx'

const icons: Record<'info' | 'warning' | 'failure' | 'success', IconName> = {
  info: 'info',
  warning: 'alert',
  failure: 'alert',
  success: 'check',
}

/** A message that is told by words and an icon, never by colour alone. */
export const Notice = (props: {
  kind: keyof typeof icons
  title?: string
  alert?: boolean
  children?: ComponentChildren
}) => (
  <div class={`notice notice-${props.kind}`} role={props.alert ? 'alert' : undefined}>
    <Icon name={icons[props.kind]} />
    <div>
      {props.title && <p class="notice-title">{props.title}</p>}
      {props.children}
    </div>
  </div>
)
