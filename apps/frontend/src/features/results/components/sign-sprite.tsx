import signs from "@/components/ui/certainty-sign.module.css";
import { SIGN_BOX, SignDrawing, SIGNS } from "@/components/ui/sign-drawing";
import type { Certainty } from "@/lib/certainty";

import classes from "./grid.module.css";

/** The signs, drawn once for all cells: a cell of its own drawing would cost three more nodes each. */
export function SignSprite() {
  return (
    <svg className={classes.sprite} aria-hidden="true">
      {SIGNS.map((certainty) => (
        <symbol key={certainty} id={`sign-${certainty}`} viewBox={SIGN_BOX}>
          <SignDrawing certainty={certainty} />
        </symbol>
      ))}
    </svg>
  );
}

/** A blank cell says so by its dash; without a label the sign stands beside words that say the same. */
export function CellSign({ certainty, label }: { certainty: Certainty; label: string }) {
  if (certainty === "blank") return null;
  return (
    <svg
      className={signs.sign}
      data-certainty={certainty}
      width={14}
      height={14}
      {...(label === "" ? { "aria-hidden": true } : { role: "img", "aria-label": label })}
    >
      <use href={`#sign-${certainty}`} />
    </svg>
  );
}
