// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import trilobite.model.build.BuildEvent;
import trilobite.model.build.BuildResult;
import trilobite.model.run.RunEvent;
import trilobite.model.run.RunStatus;
import trilobite.model.vitals.Vitals;

/// Says what a build or a run does, in one of two faces: lines for people, or JSON events.
interface RunPrinter {

  void build(BuildEvent event);

  void built(BuildResult result);

  void run(RunEvent event);

  void vitals(RunStatus status, Vitals vitals);

  /// This terminal lets go of a guest that goes on in the background.
  void left(RunStatus status);

  static RunPrinter of(Env env, boolean json) {
    return json ? new JsonRunPrinter(env) : new TextRunPrinter(env);
  }
}
