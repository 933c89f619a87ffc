import { Component, type ReactNode, Suspense } from "react";

import { BrokenNote } from "./broken-note";

interface PartProps {
  /** Stands while the part is fetched. */
  loading?: ReactNode;
  children: ReactNode;
}

/**
 * A part of the page with code of its own: it may be on its way, or gone. The rest of the page is not drawn into it.
 * The router's own boundary forgets an error that strikes while it mounts, so it cannot do this.
 */
export class Part extends Component<PartProps, { broken: { error: unknown } | null }> {
  override state = { broken: null as { error: unknown } | null };

  static getDerivedStateFromError(error: unknown) {
    return { broken: { error } };
  }

  override render() {
    if (this.state.broken !== null) return <BrokenNote error={this.state.broken.error} />;
    return <Suspense fallback={this.props.loading}>{this.props.children}</Suspense>;
  }
}
