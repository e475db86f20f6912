// SPDX-License-Identifier: Apache-2.0
package trilobite.model.port;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import trilobite.model.inspect.ProfileFit;

/// Holds OS profiles to images, for those who write either.
public interface ProfileChecks {

  /// Says of each entry of a profile whether an image has what it names. Blocks while gdb reads the
  /// image's types.
  ///
  /// @param profile name of one; empty for those that the image's symbols speak for, or all, by how
  ///   much of them is there, where they speak for none
  /// @throws IOException where the image cannot be read, or no profile has that name
  List<ProfileFit> check(Path image, String profile) throws IOException;
}
