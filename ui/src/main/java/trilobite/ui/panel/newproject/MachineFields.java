// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.newproject;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;

/// Memory, CPUs, machine type and host port of the first target.
final class MachineFields extends GridPane {

  private static final String AS_IN_TEMPLATE = "as in the template";

  private final TextField memory = new TextField();
  private final TextField vcpus = new TextField();
  private final TextField port = new TextField();
  private final ChoiceBox<String> machine = new ChoiceBox<>();

  /// @param changed called at every change
  /// @param enter called when Enter is pressed in a field
  /// @param lit hears which field of the target has the focus; empty when it leaves
  MachineFields(Runnable changed, Runnable enter, Consumer<String> lit) {
    getStyleClass().add("new-place");
    memory.setId("new-memory");
    vcpus.setId("new-vcpus");
    machine.setId("new-machine");
    memory.setPromptText("64M");
    vcpus.setPromptText("1");
    port.setId("new-port");
    port.setPromptText("8080");
    machine.getItems().setAll(AS_IN_TEMPLATE, "q35", "pc", "microvm", "virt");
    machine.setValue(AS_IN_TEMPLATE);
    machine.setAccessibleText("Machine");
    machine.valueProperty().addListener(_ -> changed.run());
    for (var field : List.of(memory, vcpus, port)) {
      field.setPrefColumnCount(8);
      field.getStyleClass().add("new-mono");
      field.textProperty().addListener(_ -> changed.run());
      field.setOnAction(_ -> enter.run());
    }
    tell(memory, "memory", lit);
    tell(vcpus, "vcpus", lit);
    tell(machine, "machine", lit);
    tell(port, "network", lit);
    var kind = new Label("Machine");
    kind.setLabelFor(machine);
    kind.setMinWidth(USE_PREF_SIZE);
    addRow(
        0,
        NewProjectView.caption("Memory", memory),
        memory,
        NewProjectView.caption("CPUs", vcpus),
        vcpus,
        kind,
        machine);
    addRow(1, NewProjectView.caption("Host port", port), port);
  }

  private static void tell(Node field, String name, Consumer<String> lit) {
    field.focusedProperty().addListener((_, _, focused) -> lit.accept(focused ? name : ""));
  }

  MachineWish wish() {
    return new MachineWish(
        memory.getText().strip(),
        vcpus.getText().strip(),
        AS_IN_TEMPLATE.equals(machine.getValue()) ? "" : machine.getValue(),
        port.getText().strip());
  }

  void mark(MachineWish wish) {
    NewProjectView.mark(memory, wish.badMemory());
    NewProjectView.mark(vcpus, wish.badVcpus());
    NewProjectView.mark(port, wish.badPort());
  }

  TextField memory() {
    return memory;
  }

  TextField vcpus() {
    return vcpus;
  }

  TextField port() {
    return port;
  }
}
