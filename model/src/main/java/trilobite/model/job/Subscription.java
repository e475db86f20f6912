// SPDX-License-Identifier: Apache-2.0
package trilobite.model.job;

/// Ends a subscription. Closing twice does nothing.
@FunctionalInterface
public interface Subscription extends AutoCloseable {
  @Override
  void close();
}
