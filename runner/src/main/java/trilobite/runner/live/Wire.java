// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.live;

import trilobite.model.reach.Reach;
import trilobite.model.reading.Source;
import trilobite.runner.qmp.Qmp;
import trilobite.runner.relay.RelayCounters;

/// What stands on a guest's network: in line, or beside it.
interface Wire extends AutoCloseable {

  RelayCounters counters();

  /// Who counts them.
  Source source();

  /// How to ask the guest's own interface.
  Reach reach(RunSheet sheet, Qmp qmp);

  @Override
  void close();
}
