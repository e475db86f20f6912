// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import trilobite.model.workspace.TextFile;
import trilobite.ui.editor.FileEditorModel.OnDisk;

class FileEditorModelTest {
  private final FileEditorModel model = new FileEditorModel();

  private static TextFile file(String text) {
    return new TextFile(Path.of("/p/a.c"), text, false, "UTF-8", "stamp of " + text, false, "");
  }

  @Test
  void isCleanUntilEditedAndAgainWhenTypedBack() {
    model.loaded(file("a"));
    assertThat(model.dirty()).isFalse();
    model.edited("b");
    assertThat(model.dirty()).isTrue();
    model.edited("a");
    assertThat(model.dirty()).isFalse();
  }

  @Test
  void staysDirtyWhenTypingWentOnDuringTheSave() {
    model.loaded(file("a"));
    model.edited("ab");
    model.edited("abc");
    model.saved(file("ab"));
    assertThat(model.dirty()).isTrue();
  }

  @Test
  void reloadsWhatNobodyEditedHere() {
    model.loaded(file("a"));
    assertThat(model.seen(file("theirs"))).isEqualTo(OnDisk.RELOAD);
  }

  @Test
  void asksWhenBothSidesChanged() {
    model.loaded(file("a"));
    model.edited("mine");
    assertThat(model.seen(file("theirs"))).isEqualTo(OnDisk.ASK);
  }

  @Test
  void keepingMineLetsTheNextSaveReplaceTheirs() {
    model.loaded(file("a"));
    model.edited("mine");
    model.seen(file("theirs"));
    model.keepMine();
    assertThat(model.file().orElseThrow().stamp()).isEqualTo("stamp of theirs");
    assertThat(model.dirty()).isTrue();
  }

  @Test
  void doesNothingAboutItsOwnSave() {
    model.loaded(file("a"));
    model.edited("b");
    model.saved(file("b"));
    assertThat(model.seen(file("b"))).isEqualTo(OnDisk.NOTHING);
  }
}
