// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.option;

import java.nio.file.Path;

/// A symbol that a Kconfig file declares.
///
/// @param prompt what a menu shows; empty where no person chooses it
/// @param menu the menus that lead to it
/// @param needs conditions, joined by `&&`
/// @param choice the same for all of which one at most is on; empty where it is in no choice
/// @param line of its declaration, from 1
record KconfigEntry(
    String name,
    String kind,
    String prompt,
    String menu,
    String needs,
    String help,
    String choice,
    Path file,
    int line) {}
