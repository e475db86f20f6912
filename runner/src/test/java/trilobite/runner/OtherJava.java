// SPDX-License-Identifier: Apache-2.0
package trilobite.runner;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Words that start a class of the tests in a Java of its own.
public final class OtherJava {

  private OtherJava() {}

  public static List<String> command(Class<?> main, Object... arguments) {
    var words = new ArrayList<String>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.add("--enable-native-access=ALL-UNNAMED");
    words.add("-cp");
    words.add(System.getProperty("java.class.path"));
    words.add(main.getName());
    for (var argument : arguments) {
      words.add(argument.toString());
    }
    return List.copyOf(words);
  }
}
