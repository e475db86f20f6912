// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.project;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import trilobite.model.port.Projects.TrustQuestion;
import trilobite.model.project.Project;
import trilobite.runner.file.FileTrouble;
import trilobite.runner.toolchain.Toolchains;

/// Remembers which content of which project the user trusts: a file for each decision, so that two
/// processes never spoil each other's.
final class Trust {

  private final Path decisions;
  private final Toolchains toolchains;

  /// @param state Trilobite's folder of durable state
  Trust(Path state, Toolchains toolchains) {
    this.decisions = state.resolve("trusted");
    this.toolchains = toolchains;
  }

  TrustQuestion question(Path folder, Project project) throws IOException {
    var place = folder.toRealPath();
    // By what is written, not by what fills it in, such as the number of this machine's cores.
    var asks = Demands.of(project, toolchains.commands(project));
    var hash = hash(place, asks);
    var shown = Demands.of(project, toolchains.commands(folder, project));
    return new TrustQuestion(
        folder,
        made(place) || allowed(asks, hash),
        hash,
        shown.stream().map(FileTrouble::shown).toList());
  }

  /// The question's answer alone, for those who need not ask.
  boolean trusted(Path folder, Project project) throws IOException {
    var place = folder.toRealPath();
    if (made(place)) {
      return true;
    }
    var asks = Demands.of(project, toolchains.commands(project));
    return allowed(asks, hash(place, asks));
  }

  /// It was made here, so it may do whatever it asks for.
  private boolean made(Path place) throws IOException {
    return Files.exists(decisions.resolve(birth(place)));
  }

  private boolean allowed(List<String> asks, String hash) {
    return asks.isEmpty() || Files.exists(decisions.resolve(hash));
  }

  void remember(TrustQuestion question) throws IOException {
    Files.createDirectories(decisions);
    var lines = question.folder() + "\n" + String.join("\n", question.asks()) + "\n";
    Files.writeString(decisions.resolve(question.hash()), lines);
  }

  /// Remembers that this folder's project was made here: what its owner writes into it later is
  /// trusted too.
  void rememberMade(Path folder) throws IOException {
    Files.createDirectories(decisions);
    Files.writeString(decisions.resolve(birth(folder.toRealPath())), folder + "\n");
  }

  /// Names this very folder, so that another one put in its place is asked about.
  private static String birth(Path folder) throws IOException {
    var attributes = Files.readAttributes(folder, BasicFileAttributes.class);
    return hash(folder, List.of("made here", String.valueOf(attributes.fileKey())));
  }

  /// Each ask with its length, so that no two lists read the same.
  private static String hash(Path folder, List<String> asks) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      add(digest, folder.toString());
      asks.forEach(ask -> add(digest, ask));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void add(MessageDigest digest, String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
    digest.update(bytes);
  }
}
