// SPDX-License-Identifier: Apache-2.0
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import trilobite.app.Main;

/// The program with its window, and a hand on its tools: each line of standard input names two
/// panels to be shown side by side below the editor, or is `closed`. What is to be seen then is
/// answered in one line that begins with `shown`.
public final class PanelsWindow {

  private static final List<String> RIGHT = List.of("packets", "memory");
  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
  private static boolean split;

  private PanelsWindow() {}

  public static void main(String[] args) {
    Thread.ofPlatform().daemon().start(PanelsWindow::obey);
    Main.main(args);
  }

  private static void obey() {
    try (var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        var words = List.of(line.split(" "));
        var seen = new CompletableFuture<String>();
        Platform.runLater(() -> seen.complete(show(words)));
        System.out.println("shown " + seen.get());
      }
    } catch (IOException | InterruptedException | ExecutionException e) {
      e.printStackTrace();
    }
  }

  private static String show(List<String> panels) {
    var scene = scene();
    boolean closed = panels.equals(List.of("closed"));
    if (closed == toolsShown(scene)) {
      Event.fireEvent(scene, press(KeyCode.J, true));
    }
    if (closed) {
      return toolsShown(scene) ? "tools" : "closed";
    }
    if (!split) {
      split = true;
      for (var id : RIGHT) {
        select(scene, id);
        beside(scene);
      }
    }
    panels.forEach(id -> select(scene, id));
    var seen = panels.stream().filter(id -> selected(scene, id)).toList();
    return toolsShown(scene) ? String.join(" ", seen) : "closed";
  }

  private static Scene scene() {
    return Window.getWindows().stream()
        .filter(window -> window instanceof Stage && window.isShowing())
        .findFirst()
        .orElseThrow()
        .getScene();
  }

  private static boolean toolsShown(Scene scene) {
    var area = scene.lookup(".tri-tool-area");
    return area != null && area.getScene() != null && visible(area);
  }

  private static boolean visible(Node node) {
    for (var at = node; at != null; at = at.getParent()) {
      if (!at.isVisible()) {
        return false;
      }
    }
    return true;
  }

  private static void select(Scene scene, String id) {
    Event.fireEvent(scene.lookup("#tab-" + id), press(KeyCode.ENTER, false));
  }

  private static boolean selected(Scene scene, String id) {
    return scene.lookup("#tab-" + id).getPseudoClassStates().contains(SELECTED);
  }

  private static void beside(Scene scene) {
    scene.lookup(".tri-tool-area").lookupAll(".button").stream()
        .filter(Button.class::isInstance)
        .filter(button -> "Show this tab beside the others".equals(button.getAccessibleText()))
        .map(Button.class::cast)
        .findFirst()
        .orElseThrow()
        .fire();
  }

  private static KeyEvent press(KeyCode code, boolean control) {
    return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, control, false, false);
  }
}
