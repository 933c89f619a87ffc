import { Outlet } from "@tanstack/react-router";

import { Bar } from "@/components/layout/bar";
import { Announcer } from "@/components/ui/announcer";
import { UploadProvider } from "@/features/upload/api/use-uploads";

import { BatchSteps } from "./batch-steps";
import classes from "./root-layout.module.css";

export function RootLayout() {
  return (
    <Announcer>
      <UploadProvider>
        <div className={classes.app}>
          <Bar>
            <BatchSteps />
          </Bar>
          <main id="main" tabIndex={-1} className={classes.page}>
            <Outlet />
          </main>
        </div>
      </UploadProvider>
    </Announcer>
  );
}
