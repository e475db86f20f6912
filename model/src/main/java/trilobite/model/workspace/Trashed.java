// SPDX-License-Identifier: Apache-2.0
package trilobite.model.workspace;

import java.nio.file.Path;

/// A file or folder in the trash.
///
/// @param original where it was
/// @param kept where it is now
/// @param note the trash's own note about it, which goes with it
public record Trashed(Path original, Path kept, Path note) {}
