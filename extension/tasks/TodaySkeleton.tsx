import { Bone } from '../ui/Loading.tsx';

const WIDTHS = ['72%', '56%', '80%', '64%', '70%', '48%'];

export function TodaySkeleton() {
  return (
    <div class="mt-2">
      {WIDTHS.map((width) => (
        <div key={width} class="flex gap-3 px-4 py-2">
          <Bone width="1rem" height={4} />
          <div class="grid flex-1 content-start gap-2">
            <Bone width={width} height={4} />
            <Bone width="40%" />
          </div>
        </div>
      ))}
    </div>
  );
}
