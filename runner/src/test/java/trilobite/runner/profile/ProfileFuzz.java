// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.profile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/// Any text as an OS profile: it is read, or refused in a sentence that names the file.
public final class ProfileFuzz {

  private ProfileFuzz() {}

  public static void fuzzerTestOneInput(byte[] data) {
    try {
      assertThat(ProfileReader.read("a.toml", new String(data, UTF_8)).name()).isNotBlank();
    } catch (ProfileException e) {
      assertThat(e.getMessage()).contains("a.toml");
    }
  }
}
