import { QueryClientProvider } from '@tanstack/preact-query';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { shown } from '../ui/shown.ts';
import { captured } from './captured.ts';
import { noteError } from './diagnosis.ts';
import { errorCode } from './error-text.ts';
import { useKeys } from './keyboard.ts';
import { rememberPerson } from './last-person.ts';
import { back, canGoBack, go, settleFocus, type View, view } from './navigation.ts';
import { queryClient } from './queries.ts';
import { CurrentScreen, FirstLater, KeyMapLater, useShownView } from './screens.tsx';
import { refreshMe, type Session, session } from './session.ts';
import { Header } from './shell/Header.tsx';
import { isKeyMapOpen } from './shell/is-key-map-open.ts';
import { ScreenGuard } from './shell/ScreenGuard.tsx';
import { ShellBanner } from './shell/ShellBanner.tsx';
import { forgetToasts, toast } from './toast.ts';

export function Shell() {
  return (
    <QueryClientProvider client={queryClient}>
      <div class="panel h-dvh!">
        <WhoIsHere />
      </div>
      <p class="sr-only" role="status">
        {shown(toast.value?.text ?? '')}
      </p>
    </QueryClientProvider>
  );
}

function WhoIsHere() {
  const current = session.value;
  if (current === undefined) return null;
  if (current === null) {
    return (
      <main class="flex min-h-0 flex-1 flex-col">
        <FirstLater />
      </main>
    );
  }
  // What one person has loaded is nothing to the next.
  return (
    <SignedInShell
      key={`${current.server} ${current.me.workspace.id} ${current.me.user.id}`}
      session={current}
    />
  );
}

function SignedInShell({ session: current }: { session: Session }) {
  useEffect(
    () => () => {
      queryClient.clear();
      forgetToasts();
    },
    [],
  );
  useEffect(() => rememberPerson(current), [current]);
  useEffect(() => {
    // Colleagues, teams and rights may have changed since; what is known serves until the answer comes.
    refreshMe().catch((error: unknown) => noteError(errorCode(error)));
  }, []);
  useShellKeys();
  useInvitation();
  const screen = useRef<HTMLElement>(null);
  const shown = useShownView();
  // Focus moves when the screen changes, and only then.
  useLayoutEffect(() => {
    if (screen.current) settleFocus(screen.current);
  }, [shown]);
  return (
    <>
      <Header />
      {shown.name !== 'sign_in' && <ShellBanner />}
      <main id="screen" ref={screen} tabIndex={-1} class="flex min-h-0 flex-1 flex-col outline-none">
        <ScreenGuard key={JSON.stringify(shown)}>
          <CurrentScreen view={shown} />
        </ScreenGuard>
      </main>
      <KeyMapLater />
    </>
  );
}

/** Screens that one only looks at: whoever clicks the icon meanwhile wants to see what was read. */
const BROWSING: readonly View['name'][] = ['feed', 'today', 'record', 'search'];

function useInvitation(): void {
  const state = captured.value;
  useEffect(() => {
    if (state.state === 'reading' && state.isInvited && BROWSING.includes(view.peek().name)) {
      go({ name: 'now' });
    }
  }, [state]);
}

function useShellKeys(): void {
  const openSearch = () => go({ name: 'search' });
  useKeys({
    'mod+k': openSearch,
    '/': openSearch,
    n: () => go({ name: 'write' }),
    'g n': () => go({ name: 'now' }),
    'g f': () => go({ name: 'feed' }),
    'g t': () => go({ name: 'today' }),
    'g q': () => go({ name: 'queue' }),
    '?': () => {
      isKeyMapOpen.value = true;
    },
    escape: () => (canGoBack() ? back() : false),
  });
}
