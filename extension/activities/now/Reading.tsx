import { t } from '../../app/i18n.ts';
import { Screen } from '../../app/Screen.tsx';
import { Bone, Loading } from '../../ui/Loading.tsx';

/** In the shape of a mail, so that the real one takes its place without a jump. */
export function Reading() {
  return (
    <Screen title={t('now.reading')}>
      <Loading pending label={t('now.reading')} shape={<Bones />}>
        {() => null}
      </Loading>
    </Screen>
  );
}

function Bones() {
  return (
    <>
      <div class="grid gap-2 px-4 pt-2 pb-3">
        <Bone width="72%" height={4} />
        <div class="flex items-center gap-2">
          <Bone width="1.5rem" height={6} round />
          <Bone width="55%" />
        </div>
      </div>
      <FieldBones isShown />
    </>
  );
}

/** Of what stands below the head. */
export function FieldBones({ isShown }: { isShown: boolean }) {
  return (
    <div class={isShown ? '' : 'invisible'} aria-busy="true">
      <div class="section grid gap-3">
        <Bone width="18%" />
        <div class="flex items-center gap-2">
          <Bone width="1.5rem" height={6} />
          <Bone width="40%" />
        </div>
        <div class="grid gap-2 pl-8">
          <Bone width="70%" />
          <Bone width="85%" />
        </div>
      </div>
      <div class="section grid gap-2.5">
        <Bone width="30%" />
        <Bone width="100%" />
        <Bone width="96%" />
        <Bone width="88%" />
        <Bone width="40%" />
      </div>
    </div>
  );
}
