// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.live;

/// Starts watching a run. Called once per run right after `cont`; returns at once and does its work
/// on threads of its own, because a first byte may be on its way.
@FunctionalInterface
public interface ObserverFactory {
  Observer observe(Session session);
}
