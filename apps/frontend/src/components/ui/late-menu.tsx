import { cloneElement, type ComponentType, lazy, type ReactElement, useState } from "react";

import { Part } from "./part";

type TargetProps = Record<string, unknown>;

interface LateMenuProps {
  /** Id of the button. */
  id: string;
  button: ReactElement<TargetProps>;
}

export type OpenedMenuProps = LateMenuProps;

/**
 * A menu whose code is fetched when somebody reaches for its button: lists of many rows have many menus and open
 * few. `load` gives a component that draws an `OpenedMenu` around the button it is given.
 */
export function lateMenu<Content extends object>(
  load: () => Promise<ComponentType<Content & LateMenuProps>>,
) {
  const fetched = async () => ({ default: await load() });
  const Opened = lazy<ComponentType<Content & LateMenuProps>>(fetched);
  // One that fails here fails again at the click, and is told there.
  const fetchAhead = () => void load().catch(() => undefined);

  return function LateMenu(props: Content & LateMenuProps) {
    const [asked, setAsked] = useState(false);
    const button = cloneElement(props.button, {
      id: props.id,
      "aria-haspopup": "menu",
      "aria-expanded": false,
      onPointerEnter: fetchAhead,
      onFocus: fetchAhead,
      onClick: () => setAsked(true),
    });
    return asked ? (
      <Part loading={button}>
        <Opened {...props} />
      </Part>
    ) : (
      button
    );
  };
}
