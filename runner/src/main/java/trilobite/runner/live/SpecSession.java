// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.live;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import trilobite.model.job.Subscription;
import trilobite.model.project.Target;
import trilobite.model.run.ForwardBinding;
import trilobite.model.run.RunEvent;
import trilobite.model.run.RunId;
import trilobite.model.run.RunStatus;

/// A session of a guest whose launch is known: from our own start of it, or from its command line.
public interface SpecSession extends Session {

  LaunchSpec spec();

  /// Where the run's events are kept.
  RunSheet sheet();

  @Override
  default RunId id() {
    return spec().id();
  }

  @Override
  default String project() {
    return spec().project().name();
  }

  @Override
  default String profile() {
    return spec().project().profile();
  }

  @Override
  default Target target() {
    return spec().target();
  }

  @Override
  default Path projectFolder() {
    return spec().projectFolder();
  }

  @Override
  default Path runFolder() {
    return spec().runFolder();
  }

  @Override
  default Path runtimeFolder() {
    return spec().runtimeFolder();
  }

  @Override
  default long memory() {
    return spec().memory();
  }

  @Override
  default List<ForwardBinding> forwards() {
    return spec().forwards();
  }

  @Override
  default RunStatus status() {
    return sheet().status();
  }

  @Override
  default Subscription listen(Consumer<RunEvent> listener) {
    return sheet().listen(listener);
  }
}
