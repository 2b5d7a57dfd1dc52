import type { ActivityType } from '../../shared/activity.ts';
import { Icon, type LucideIcon } from '../ui/Icon.tsx';
import {
  FileText,
  Gift,
  Globe,
  Mail,
  MapPin,
  MessageCircle,
  Phone,
  Presentation,
  Smile,
  StickyNote,
  Users,
} from '../ui/icons.ts';

export const ACTIVITY_ICON: Record<ActivityType, LucideIcon> = {
  email: Mail,
  call: Phone,
  meeting: Users,
  visit: MapPin,
  web_capture: Globe,
  message: MessageCircle,
  note: StickyNote,
  demo: Presentation,
  gift_care: Gift,
  survey: Smile,
  other: FileText,
};

export function ActivityIcon(props: { type: ActivityType; small?: boolean; class?: string }) {
  const { type, ...rest } = props;
  return <Icon of={ACTIVITY_ICON[type]} {...rest} />;
}
