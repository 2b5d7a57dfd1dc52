import { Bone } from '../../ui/Loading.tsx';

const WIDTHS = ['92%', '64%', '80%', '71%', '88%'];

export function FeedSkeleton() {
  return (
    <div class="mt-2">
      {WIDTHS.map((width) => (
        <div key={width} class="row">
          <Bone width="1.5rem" height={6} round />
          <div class="grid flex-1 content-start gap-2">
            <Bone width="45%" />
            <Bone width="60%" />
            <Bone width={width} height={4} />
          </div>
        </div>
      ))}
    </div>
  );
}
