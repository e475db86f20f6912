// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.project;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import trilobite.model.port.Projects;
import trilobite.runner.file.FileTrouble;
import trilobite.runner.file.SafeFile;
import trilobite.runner.toml.TomlText;

/// The `trilobite.toml` of a folder, as bytes on disk. Errors are sentences for people.
record ProjectFile(Path folder) {

  static final String NAME = "trilobite.toml";

  Path path() {
    return folder.resolve(NAME);
  }

  /// Reads the text; refuses what cannot be a project file before it is read whole.
  String read() throws IOException {
    var shown = FileTrouble.shown(path());
    if (!Files.isDirectory(folder)) {
      throw new Projects.NoProjectException(
          "There is no folder "
              + FileTrouble.shown(folder)
              + ". It may have been moved or deleted.");
    }
    if (Files.exists(path()) && !Files.isRegularFile(path())) {
      throw new IOException(shown + " is not a file.");
    }
    try {
      long size = Files.size(path());
      if (size > TomlText.LONGEST) {
        throw new IOException(shown + " has " + size + " bytes; a project file has at most 1 MiB.");
      }
      return decode(Files.readAllBytes(path()), shown);
    } catch (java.nio.file.NoSuchFileException e) {
      throw new Projects.NoProjectException(
          FileTrouble.shown(folder)
              + " is no project: it holds no "
              + NAME
              + ". Make one with “trilobite new”, take what is there over with “trilobite import”, or"
              + " open another folder.");
    } catch (java.nio.file.FileSystemException e) {
      throw new IOException(shown + " cannot be read: " + FileTrouble.reason(e) + ".", e);
    }
  }

  private static String decode(byte[] bytes, String shown) throws IOException {
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == 0) {
        throw new IOException(shown + " is binary (a zero at byte " + i + "), not a text.");
      }
    }
    var in = ByteBuffer.wrap(bytes);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(in).toString();
    } catch (CharacterCodingException e) {
      int line = 1;
      for (int i = 0; i < in.position(); i++) {
        line += bytes[i] == '\n' ? 1 : 0;
      }
      throw new IOException(
          shown + " is not UTF-8 in line " + line + ": save it as UTF-8 and open it again.", e);
    }
  }

  /// Replaces the text, if the file still holds what is being replaced.
  void replace(String expected, String text) throws IOException {
    if (!read().equals(expected)) {
      throw new Projects.ChangedOnDiskException(path());
    }
    write(text);
  }

  void write(String text) throws IOException {
    try {
      SafeFile.replace(path(), text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IOException(
          FileTrouble.shown(path())
              + " could not be saved: "
              + FileTrouble.reason(e)
              + ". The file is as it was.",
          e);
    }
  }
}
