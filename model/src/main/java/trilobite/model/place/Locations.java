// SPDX-License-Identifier: Apache-2.0
package trilobite.model.place;

import java.nio.file.Path;
import java.util.Map;

/// Trilobite's folders, by the XDG base directory specification 0.8.
///
/// @param config settings, users' own profiles and toolchains
/// @param data projects made by the demo
/// @param state runs and history
/// @param cache symbols, accelerator probes
/// @param runtime sockets and guest RAM, mode 0700; never under the home folder
public record Locations(Path config, Path data, Path state, Path cache, Path runtime) {

  /// Resolves the folders from an environment.
  ///
  /// @param account the account's home folder, for where the environment names none
  /// @param uid numeric user id, for the fallback below `/dev/shm`
  public static Locations of(Map<String, String> env, Path account, long uid) {
    var home = absolute(env, "HOME", account);
    return new Locations(
        base(env, "XDG_CONFIG_HOME", home.resolve(".config")),
        base(env, "XDG_DATA_HOME", home.resolve(".local/share")),
        base(env, "XDG_STATE_HOME", home.resolve(".local/state")),
        base(env, "XDG_CACHE_HOME", home.resolve(".cache")),
        runtime(env, uid));
  }

  private static Path base(Map<String, String> env, String name, Path fallback) {
    return absolute(env, name, fallback).resolve("trilobite");
  }

  private static Path absolute(Map<String, String> env, String name, Path fallback) {
    var value = env.getOrDefault(name, "");
    // The specification: a relative path is invalid and must be ignored.
    return value.startsWith("/") ? Path.of(value) : fallback;
  }

  private static Path runtime(Map<String, String> env, long uid) {
    var value = env.getOrDefault("XDG_RUNTIME_DIR", "");
    return value.startsWith("/")
        ? Path.of(value).resolve("trilobite")
        : Path.of("/dev/shm/trilobite-" + uid);
  }
}
