// SPDX-License-Identifier: Apache-2.0
package trilobite.model.port;

/// Everything that touches the machine, handed out in one place. Closing it ends the guests that
/// this process owns.
public interface Workbench extends AutoCloseable {

  ProjectFormat format();

  Projects projects();

  Builds builds();

  Guests guests();

  /// Guests that were not started here.
  default Elsewhere elsewhere() {
    return Elsewhere.none();
  }

  /// Commands of the user's that start guests themselves.
  default Wraps wraps() {
    return Wraps.none();
  }

  /// Guests of libvirt's.
  default Domains domains() {
    return Domains.none();
  }

  Images images();

  ProfileChecks profiles();

  History history();

  Queries queries();

  Captures captures();

  Machine machine();

  Workspace workspace();

  Settings settings();

  Jobs jobs();

  Load load();

  @Override
  void close();
}
