// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.toolchain;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import trilobite.runner.data.Data;
import trilobite.runner.profile.Guide;
import trilobite.runner.profile.Profiles;

/// README's table of supported systems is generated from descriptors and profiles, so that it
/// claims no more than they do. `-Dreadme.update=true` writes it anew.
class SystemsTableTest {

  private static final Path README = Path.of("../README.md");
  private static final Path NOWHERE = Path.of("/nowhere");
  private static final String START = "<!-- systems: generated -->\n";
  private static final String END = "<!-- /systems -->";

  @Test
  void saysOfEachSystemWhatWasTried() throws IOException {
    var text = Files.readString(README);
    int from = text.indexOf(START) + START.length();
    int to = text.indexOf(END);
    assertThat(from).isGreaterThan(START.length());
    var table = table();
    if (Boolean.getBoolean("readme.update")) {
      Files.writeString(README, text.substring(0, from) + table + text.substring(to));
      return;
    }
    assertThat(text.substring(from, to))
        .as("README's systems are stale; run this test with -Dreadme.update=true")
        .isEqualTo(table);
  }

  private static String table() {
    var profiles = Profiles.load(NOWHERE);
    return new Toolchains(Data.shipped(), NOWHERE)
        .all().stream()
            .flatMap(entry -> entry.toolchain().stream())
            .filter(toolchain -> !toolchain.page().manual().isEmpty())
            .map(toolchain -> row(toolchain, profiles))
            .collect(
                joining(
                    "",
                    "| project | toolchain | recognised by | written from | build tried | image and"
                        + " console tried |\n|---|---|---|---|---|---|\n",
                    ""));
  }

  private static String row(Toolchain toolchain, Profiles profiles) {
    var page = toolchain.page();
    return "| ["
        + toolchain.title()
        + "]("
        + page.manual()
        + ") | `"
        + toolchain.name()
        + "` | "
        + signs(toolchain)
        + " | "
        + page.source()
        + " | "
        + page.tried().orElse("not tried")
        + " | "
        + images(page.profiles(), profiles)
        + " |\n";
  }

  private static String signs(Toolchain toolchain) {
    var signs =
        toolchain.signs().stream()
            .map(
                sign -> {
                  var files = sign.files().stream().map(file -> "`" + file + "`");
                  var texts = sign.texts().values().stream().map(text -> "`" + text + "`");
                  return java.util.stream.Stream.concat(files, texts).collect(joining(" + "));
                })
            .distinct()
            .limit(2)
            .collect(joining(" or "));
    return signs.isEmpty() ? "asked for" : signs;
  }

  private static String images(List<String> names, Profiles profiles) {
    return names.isEmpty()
        ? "any ELF, see above"
        : names.stream()
            .flatMap(name -> profiles.named(name).stream())
            .map(profile -> profile.title() + " " + tried(profile.guide()))
            .collect(joining(", "));
  }

  private static String tried(Guide guide) {
    return guide
        .tried()
        .map(
            tried ->
                tried.state().equals("booted")
                    ? tried.version()
                    : tried.version() + " (from its sources)")
        .orElse("");
  }
}
