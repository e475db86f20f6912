// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.toml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import trilobite.model.project.FieldPath;
import trilobite.model.project.ProjectEdit;

class EditorTest {

  private static String set(String text, Object value, String... path) {
    return Editor.edit(text, List.of(new ProjectEdit.Set(FieldPath.of(path), value)));
  }

  private static String remove(String text, String... path) {
    return Editor.edit(text, List.of(new ProjectEdit.Remove(FieldPath.of(path))));
  }

  private static String append(String text, String key, Object value, String... path) {
    var values = new LinkedHashMap<String, Object>();
    values.put(key, value);
    return Editor.edit(text, List.of(new ProjectEdit.AppendTable(FieldPath.of(path), values)));
  }

  @Test
  void replacesAValueAndNothingElse() {
    assertThat(set("# a\r\n[t]  # b\r\n\tx   =  'old'  # c  \r\n", "new", "t", "x"))
        .isEqualTo("# a\r\n[t]  # b\r\n\tx   =  'new'  # c  \r\n");
    assertThat(set("a.b.\"c d\" = 1 # n", 2L, "a", "b", "c d")).isEqualTo("a.b.\"c d\" = 2 # n");
    assertThat(set("\uFEFFx = \"\"\"\nmany\n\"\"\"\n", "one", "x"))
        .isEqualTo("\uFEFFx = \"one\"\n");
    assertThat(set("t = { x = 1, y.z = 2 }\n", true, "t", "y", "z"))
        .isEqualTo("t = { x = 1, y.z = true }\n");
  }

  @Test
  void quotesWhatNeedsIt() {
    assertThat(set("x = 'a'\n", "it's", "x")).isEqualTo("x = \"it's\"\n");
    assertThat(set("x = 1\n", "a\"\\\n\t\0é", "x")).isEqualTo("x = \"a\\\"\\\\\\n\\t\\u0000é\"\n");
    assertThat(set("", 1L, "odd key", "b")).isEqualTo("[\"odd key\"]\nb = 1\n");
  }

  @Test
  void addsAKeyBelowItsSiblings() {
    assertThat(set("[t]\n  x = 1 # one\n\n# next\n[u]\n", 2L, "t", "y"))
        .isEqualTo("[t]\n  x = 1 # one\n  y = 2\n\n# next\n[u]\n");
    assertThat(set("[t]\n[u]", 2L, "u", "y")).isEqualTo("[t]\n[u]\ny = 2\n");
    assertThat(set("[a]\nn.mode = 'x'\nz = 1\n", true, "a", "n", "on"))
        .isEqualTo("[a]\nn.mode = 'x'\nn.on = true\nz = 1\n");
    assertThat(set("n = { }\n", 1L, "n", "a")).isEqualTo("n = { a = 1 }\n");
    assertThat(set("n = { b.c = 0 }\n", 1L, "n", "b", "d")).isEqualTo("n = { b.c = 0, b.d = 1 }\n");
    assertThat(set("# top\n\n[t]\nx = 1\n", 1L, "r")).isEqualTo("# top\n\nr = 1\n\n[t]\nx = 1\n");
  }

  @Test
  void addsATableBesideItsRelatives() {
    assertThat(set("[target.a]\nx = 1\n\n# debugging\n[debug]\ny = 1\n", "q35", "target", "b", "m"))
        .isEqualTo("[target.a]\nx = 1\n\n[target.b]\nm = \"q35\"\n\n# debugging\n[debug]\ny = 1\n");
    assertThat(set("[[d]]\na = 1\n[[d]]\na = 2\n[z]\n", 3L, "d", "1", "sub", "x"))
        .isEqualTo("[[d]]\na = 1\n[[d]]\na = 2\n\n[d.sub]\nx = 3\n\n[z]\n");
    assertThat(set("", "q35", "target", "default", "machine"))
        .isEqualTo("[target.default]\nmachine = \"q35\"\n");
  }

  @Test
  void listsKeepTheirLinesAndComments() {
    var list = "f = [\n  \"a\", # first\n  \"b\" # second\n]\n";
    assertThat(set(list, List.of("a", "b", "c"), "f"))
        .isEqualTo("f = [\n  \"a\", # first\n  \"b\", # second\n  \"c\"\n]\n");
    assertThat(set(list, List.of("b"), "f")).isEqualTo("f = [\n  \"b\" # second\n]\n");
    assertThat(set(list, List.of("a"), "f")).isEqualTo("f = [\n  \"a\", # first\n]\n");
    assertThat(set(list, List.of("z", "a", "b"), "f"))
        .isEqualTo("f = [\n  \"z\",\n  \"a\", # first\n  \"b\" # second\n]\n");
    assertThat(set(list, List.of(), "f")).isEqualTo("f = [\n]\n");
    assertThat(set("f = [1, 2 ,3]", List.of(1L, 3L), "f")).isEqualTo("f = [1, 3]");
    assertThat(set("f = [ ]", List.of(1L, 3L), "f")).isEqualTo("f = [1, 3 ]");
    assertThat(set("f = [1, 2]", 3L, "f", "2")).isEqualTo("f = [1, 2, 3]");
    assertThat(set("f = ['a', 'b']", "c", "f", "0")).isEqualTo("f = ['c', 'b']");
  }

  @Test
  void removesValuesElementsAndTables() {
    assertThat(remove("# k\n[t]\nx = 1 # gone\n# stays\ny = 2\n", "t", "x"))
        .isEqualTo("# k\n[t]\n# stays\ny = 2\n");
    assertThat(remove("t = { a = 1, b = 2, c = 3 }\n", "t", "b"))
        .isEqualTo("t = { a = 1, c = 3 }\n");
    assertThat(remove("t = { a = 1, b.x = 2, b.y = 3 }\n", "t", "b")).isEqualTo("t = { a = 1 }\n");
    assertThat(remove("f = [1, 2, 3]\n", "f", "2")).isEqualTo("f = [1, 2]\n");
    assertThat(remove("[a]\nx = 1\n\n[a.b]\ny = 1\n\n# c\n[c]\n", "a")).isEqualTo("# c\n[c]\n");
    assertThat(remove("[[d]]\nx = 1\n[d.e]\ny = 1\n[[d]]\nx = 2\n", "d", "0"))
        .isEqualTo("[[d]]\nx = 2\n");
    assertThat(remove("[t]\nn.a = 1\nm = 2\nn.b = 3\n", "t", "n")).isEqualTo("[t]\nm = 2\n");
    assertThat(remove("\uFEFFa = 1\nb = 2\n", "a")).isEqualTo("\uFEFFb = 2\n");
    assertThat(remove("a = 1\n", "b")).isEqualTo("a = 1\n");
  }

  @Test
  void appendsToArraysOfTablesInEitherForm() {
    assertThat(append("[[t.d]]\nf = 'a'\n[u]\n", "f", "b", "t", "d"))
        .isEqualTo("[[t.d]]\nf = 'a'\n\n[[t.d]]\nf = \"b\"\n\n[u]\n");
    assertThat(append("t.d = [{ f = 'a' }]\n", "f", "b", "t", "d"))
        .isEqualTo("t.d = [{ f = 'a' }, { f = \"b\" }]\n");
    assertThat(append("[t]\nx = 1\n", "f", "b", "t", "d"))
        .isEqualTo("[t]\nx = 1\n\n[[t.d]]\nf = \"b\"\n");
    assertThat(append("t = { x = 1 }\n", "f", "b", "t", "d"))
        .isEqualTo("t = { x = 1, d = [{ f = \"b\" }] }\n");
  }

  @Test
  void editsThatDoNotFitAreRefused() {
    assertThatThrownBy(() -> set("[t]\nx = 1\n", 1L, "t")).hasMessageContaining("is a table");
    assertThatThrownBy(() -> set("x = 1\n", 1L, "x", "y")).hasMessageContaining("no table");
    assertThatThrownBy(() -> set("[[d]]\nx = 1\n", 1L, "d", "5", "x"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> set("x = [1]\n", 1L, "x", "7"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> set("x = \n", 1L, "x")).hasMessageContaining("no TOML");
    assertThatThrownBy(() -> set("x = 1\n", 1.5, "x")).hasMessageContaining("Double");
  }
}
