// SPDX-License-Identifier: Apache-2.0
package trilobite.app.window;

import java.util.HashMap;
import java.util.Map;
import javafx.scene.input.KeyCode;
import org.testfx.api.FxRobot;

/// A keyboard with the American layout, which is what Xvfb has. TestFX's own `write` hands the
/// scene its events and so passes by what real keys go through.
final class Keyboard {

  private static final String PLAIN = "`-=[]\\;',./";
  private static final String SHIFTED = "~_+{}|:\"<>?";
  private static final KeyCode[] MARKS = {
    KeyCode.BACK_QUOTE, KeyCode.MINUS, KeyCode.EQUALS, KeyCode.OPEN_BRACKET, KeyCode.CLOSE_BRACKET,
    KeyCode.BACK_SLASH, KeyCode.SEMICOLON, KeyCode.QUOTE, KeyCode.COMMA, KeyCode.PERIOD,
    KeyCode.SLASH
  };
  private static final String OVER_DIGITS = ")!@#$%^&*(";
  private static final Map<Character, Stroke> STROKES = strokes();

  private record Stroke(KeyCode key, boolean shift) {}

  private Keyboard() {}

  private static Map<Character, Stroke> strokes() {
    var all = new HashMap<Character, Stroke>();
    for (char letter = 'a'; letter <= 'z'; letter++) {
      var key = KeyCode.valueOf(String.valueOf(Character.toUpperCase(letter)));
      all.put(letter, new Stroke(key, false));
      all.put(Character.toUpperCase(letter), new Stroke(key, true));
    }
    for (int digit = 0; digit <= 9; digit++) {
      var key = KeyCode.valueOf("DIGIT" + digit);
      all.put((char) ('0' + digit), new Stroke(key, false));
      all.put(OVER_DIGITS.charAt(digit), new Stroke(key, true));
    }
    for (int i = 0; i < MARKS.length; i++) {
      all.put(PLAIN.charAt(i), new Stroke(MARKS[i], false));
      all.put(SHIFTED.charAt(i), new Stroke(MARKS[i], true));
    }
    all.put(' ', new Stroke(KeyCode.SPACE, false));
    all.put('\n', new Stroke(KeyCode.ENTER, false));
    return all;
  }

  static void type(FxRobot robot, String text) {
    for (int i = 0; i < text.length(); i++) {
      var stroke = STROKES.get(text.charAt(i));
      if (stroke == null) {
        throw new IllegalArgumentException("no key for '" + text.charAt(i) + "'");
      }
      if (stroke.shift()) {
        robot.push(KeyCode.SHIFT, stroke.key());
      } else {
        robot.push(stroke.key());
      }
    }
  }
}
