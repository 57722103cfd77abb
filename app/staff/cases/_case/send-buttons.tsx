import { Button } from '@/components/button'

/** Under a preview: send exactly this, or go back and change it (two-steps.tsx). */
export function SendButtons({ send, change }: { send: string; change: string }) {
  return (
    <div className="flex flex-wrap gap-3">
      <Button name="step" value="send">
        {send}
      </Button>
      <Button kind="secondary" name="step" value="write">
        {change}
      </Button>
    </div>
  )
}
