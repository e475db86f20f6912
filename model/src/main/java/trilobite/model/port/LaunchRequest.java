// SPDX-License-Identifier: Apache-2.0
package trilobite.model.port;

import java.nio.file.Path;

/// What to boot.
///
/// @param folder project folder
/// @param target name of a target
/// @param trust true where the user trusts the project's present content
/// @param detach true to hand the guest to a background keeper that outlives this process
public record LaunchRequest(Path folder, String target, boolean trust, boolean detach) {}
