// SPDX-License-Identifier: Apache-2.0
package trilobite.app.badinput;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a person is told whose project file cannot work, by the verbs that read it.
class BadProjectFileTest {

  private static final String GOOD =
      """
      [project]
      name = "p"
      toolchain = "make"
      [target.default]
      memory = "64M" # enough
      kernel = "image"
      [target.default.network]
      forward = ["0:80"]
      """;

  @TempDir Path home;
  private Person person;

  @BeforeEach
  void come() throws IOException {
    person = new Person(home).qemuOfVersion("7.2.22");
  }

  @AfterEach
  void leave() throws IOException {
    person.close();
  }

  private Path project(String toml) throws IOException {
    var folder = person.project("p", toml);
    // Something that looks bootable: an ELF header for x86-64 is made where a test needs one.
    Files.write(folder.resolve("image"), Images.bootable());
    return folder;
  }

  private Person.Said run(String toml) throws IOException {
    return person.says("run", project(toml), "--headless", "--trust");
  }

  @Test
  @Tag("bad:missing-toml")
  void missingFolderOrFile() throws IOException {
    for (var verb : new String[] {"run", "build", "command"}) {
      person.says(verb, "none").refuses(3, "There is no folder", "none");
    }
    Files.createDirectory(home.resolve("hollow"));
    person
        .says("run", "hollow")
        .refuses(3, "holds no trilobite.toml", "trilobite new", "trilobite import");
  }

  @Test
  @Tag("bad:empty-toml")
  void emptyFile() throws IOException {
    run("").refuses(1, "no [target.…] to boot", "add one");
  }

  @Test
  @Tag("bad:huge-toml")
  void hugeFileIsNeverReadWhole() throws IOException {
    var folder = project("");
    try (var huge = new RandomAccessFile(folder.resolve("trilobite.toml").toFile(), "rw")) {
      huge.setLength(1L << 40);
    }
    person.says("run", folder, "--headless").refuses(1, "1099511627776 bytes", "at most 1 MiB");
  }

  @Test
  @Tag("bad:binary-toml")
  void binaryFile() throws IOException {
    var folder = project("");
    Files.write(folder.resolve("trilobite.toml"), new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1, 0});
    person.says("run", folder, "--headless").refuses(1, "binary", "byte 7");
  }

  @Test
  @Tag("bad:not-utf8-toml")
  void fileInAnotherEncoding() throws IOException {
    var folder = project("");
    Files.write(
        folder.resolve("trilobite.toml"), "[project]\nname='gr\u00fcn'".getBytes(ISO_8859_1));
    person.says("run", folder, "--headless").refuses(1, "not UTF-8 in line 2", "save it as UTF-8");
  }

  @Test
  @Tag("bad:crlf-toml")
  void windowsLineEndsAreRead() throws IOException {
    var folder = project(GOOD.replace("\n", "\r\n"));
    assertThat(person.says("command", folder).fine().out()).contains("-m 64M");
    assertThat(folder.resolve("trilobite.toml")).hasContent(GOOD.replace("\n", "\r\n"));
  }

  @Test
  void brokenSyntaxNamesLineAndColumn() throws IOException {
    run("[project]\nname = \n").refuses(1, "trilobite.toml:2:8: error:");
  }

  @Test
  @Tag("bad:unknown-keys")
  void unknownKeysAreNamedAndDoNotStopAnything() throws IOException {
    var folder = project(GOOD.replace("[target.default]", "[target.default]\nmemroy = \"1G\""));
    var said = person.says("command", folder).fine();
    assertThat(said.err()).contains("trilobite.toml:5:", "warning", "memroy", "memory");
    assertThat(said.out()).contains("-m 64M");
  }

  @Test
  @Tag("bad:duplicate-forwards")
  void twoForwardsOfOnePort() throws IOException {
    run(GOOD.replace("\"0:80\"", "\"5555:80\", \"5555:81\""))
        .refuses(1, "Two forwards take tcp port 5555", "→ Remove the second", "[\"5555:80\"]");
  }

  @Test
  @Tag("bad:port-in-use")
  void takenPortNamesItsHolderAndOffersAnother() throws IOException {
    try (var holder = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = holder.getLocalPort();
      run(GOOD.replace("0:80", port + ":80"))
          .refuses(
              1,
              "127.0.0.1:" + port + " is in use by java (pid " + ProcessHandle.current().pid(),
              "→ Use ",
              "target.default.network.forward = [");
    }
  }

  @Test
  @Tag("bad:memory-0")
  void noMemory() throws IOException {
    run(GOOD.replace("64M", "0")).refuses(1, "is too little", "→ Use 64M: target.default.memory");
  }

  @Test
  @Tag("bad:memory-1k")
  void aKibibyteOfMemory() throws IOException {
    run(GOOD.replace("64M", "1K")).refuses(1, "1 KiB is too little", "→ Use 64M");
  }

  @Test
  @Tag("bad:memory-too-much")
  void moreMemoryThanTheHostHas() throws IOException {
    run(GOOD.replace("64M", "64T")).refuses(1, "is more than this machine has", "→ Use ");
  }

  @Test
  @Tag("bad:memory-too-much")
  void aWrongFieldIsToldBeforeTheMissingImageIsBuilt() throws IOException {
    var build = "toolchain = \"command\"\n[build]\ncommand = [\"touch\", \"built\"]";
    var folder =
        project(
            GOOD.replace("toolchain = \"make\"", build)
                .replace("\"image\"", "\"absent\"")
                .replace("64M", "64T"));
    person
        .says("run", folder, "--headless", "--trust")
        .refuses(1, "is more than this machine has", "→ Use ");
    assertThat(folder.resolve("built")).doesNotExist();
  }

  @Test
  @Tag("bad:no-image")
  void noImageAndNoWayToMakeOne() throws IOException {
    var folder = project(GOOD.replace("\"image\"", "\"absent\"").replace("make", "command"));
    var said = person.says("run", folder, "--headless", "--trust");
    assertThat(said.out()).contains("There is no earlier image, so Run has nothing to boot");
    assertThat(said.code()).isNotZero();
  }

  @Test
  @Tag("bad:text-image")
  void aTextAsImage() throws IOException {
    var folder = project(GOOD);
    Files.writeString(folder.resolve("image"), "#!/bin/sh\necho hello\n");
    person
        .says("run", folder, "--headless", "--trust")
        .refuses(1, "image is a text file, not an image", "→ Build: trilobite build");
  }

  @Test
  @Tag("bad:wrong-arch")
  void anImageForAnotherProcessor() throws IOException {
    var folder = project(GOOD);
    Files.write(folder.resolve("image"), Images.forArm());
    person
        .says("run", folder, "--headless", "--trust")
        .refuses(
            1, "built for aarch64", "the target is x86_64", "→ Use aarch64: target.default.arch");
  }
}
