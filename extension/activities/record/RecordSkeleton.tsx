import { Bone } from '../../ui/Loading.tsx';

export function RecordSkeleton() {
  return (
    <>
      <div class="section flex items-center gap-2">
        <Bone width="2rem" height={8} round />
        <div class="grid flex-1 gap-2">
          <Bone width="40%" />
          <Bone width="65%" />
        </div>
      </div>
      <div class="section grid gap-2">
        <Bone width="96%" height={4} />
        <Bone width="88%" height={4} />
        <Bone width="52%" height={4} />
      </div>
    </>
  );
}
