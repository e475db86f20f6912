// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.editor;

import java.util.Optional;
import trilobite.model.workspace.TextFile;

/// What the editor knows of its file: the text as saved, whether it was edited, and what happened
/// to it on disk meanwhile. Knows no JavaFX.
final class FileEditorModel {
  private Optional<TextFile> saved = Optional.empty();
  private Optional<TextFile> onDisk = Optional.empty();
  private String text = "";

  /// What to do about a change on disk.
  enum OnDisk {
    NOTHING,
    /// Nothing was edited here: take the new text.
    RELOAD,
    /// Both sides changed: the user decides.
    ASK
  }

  void loaded(TextFile file) {
    saved = Optional.of(file);
    onDisk = Optional.empty();
    text = file.text();
  }

  void edited(String now) {
    text = now;
  }

  /// A save succeeded. The text may have been edited further meanwhile.
  void saved(TextFile file) {
    saved = Optional.of(file);
    onDisk = Optional.empty();
  }

  boolean dirty() {
    return saved.isPresent()
        && (text.length() != saved.get().text().length() || !text.equals(saved.get().text()));
  }

  Optional<TextFile> file() {
    return saved;
  }

  boolean readonly() {
    return saved.map(TextFile::readonly).orElse(true);
  }

  /// The file was read again after something changed in its folder.
  OnDisk seen(TextFile now) {
    if (saved.isEmpty() || saved.get().stamp().equals(now.stamp())) {
      onDisk = Optional.empty();
      return OnDisk.NOTHING;
    }
    if (!dirty() || now.text().equals(text)) {
      return OnDisk.RELOAD;
    }
    onDisk = Optional.of(now);
    return OnDisk.ASK;
  }

  /// The user keeps this text: the next save replaces what is on disk now.
  void keepMine() {
    onDisk.ifPresent(
        now ->
            saved =
                saved.map(
                    s ->
                        new TextFile(
                            s.path(),
                            now.text(),
                            s.crlf(),
                            s.charset(),
                            now.stamp(),
                            now.readonly(),
                            now.why())));
    onDisk = Optional.empty();
  }

  /// Language, line ends and charset for the status bar.
  String format(String language) {
    return saved
        .map(f -> language + "   " + (f.crlf() ? "CR LF" : "LF") + "   " + f.charset())
        .orElse(language);
  }
}
