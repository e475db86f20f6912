// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.session;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Where settings of one project stand: `project.<hash of its folder>.`
public final class ProjectKey {

  private static final int DIGITS = 16;

  private ProjectKey() {}

  /// The beginning of the keys of a project's settings, with the dot.
  public static String of(Path folder) {
    try {
      var hash =
          MessageDigest.getInstance("SHA-256")
              .digest(folder.toString().getBytes(StandardCharsets.UTF_8));
      return "project." + HexFormat.of().formatHex(hash).substring(0, DIGITS) + ".";
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
