// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.session;

/// Ids of panels that the flows bring to the front. A panel that is not there is passed over.
public final class WellKnown {

  public static final String CONSOLE = "console";
  public static final String THREADS = "threads";
  public static final String BUILD = "build";
  public static final String PROBLEMS = "problems";
  public static final String IMAGE = "image";
  public static final String MACHINE = "machine";

  private WellKnown() {}
}
