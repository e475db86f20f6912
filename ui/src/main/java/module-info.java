// SPDX-License-Identifier: Apache-2.0

import org.jspecify.annotations.NullMarked;

/// The window: shell, panels and controls on JavaFX. Sees the model's ports only, never the runner.
@NullMarked
module trilobite.ui {
  requires atlantafx.base;
  requires bento.fx;
  requires java.desktop;
  requires transitive javafx.controls;
  requires org.controlsfx.controls;
  requires org.fxmisc.flowless;
  requires org.fxmisc.richtext;
  requires org.fxmisc.undo;
  requires org.kordamp.ikonli.carbonicons;
  requires org.kordamp.ikonli.javafx;
  requires org.slf4j;
  requires reactfx;
  requires transitive trilobite.model;
  requires wellbehavedfx;

  exports trilobite.ui;
  exports trilobite.ui.fx;
  exports trilobite.ui.panel;
  exports trilobite.ui.theme;

  uses trilobite.ui.panel.FileEditors;
  uses trilobite.ui.panel.Panel;

  provides trilobite.ui.panel.FileEditors with
      trilobite.ui.editor.CodeEditors;
  provides trilobite.ui.panel.Panel with
      trilobite.ui.panel.build.BuildPanel,
      trilobite.ui.panel.bytes.BytesPanel,
      trilobite.ui.panel.config.ConfigPanel,
      trilobite.ui.panel.connections.ConnectionsPanel,
      trilobite.ui.panel.console.ConsolePanel,
      trilobite.ui.panel.core.CorePanel,
      trilobite.ui.panel.disk.DiskPanel,
      trilobite.ui.panel.guests.GuestsPanel,
      trilobite.ui.panel.help.HelpPanel,
      trilobite.ui.panel.image.ImagePanel,
      trilobite.ui.panel.load.LoadPanel,
      trilobite.ui.panel.machine.MachinePanel,
      trilobite.ui.panel.memory.MemoryPanel,
      trilobite.ui.panel.newproject.NewProjectPanel,
      trilobite.ui.panel.options.OptionsPanel,
      trilobite.ui.panel.packets.PacketsPanel,
      trilobite.ui.panel.problems.ProblemsPanel,
      trilobite.ui.panel.project.ProjectPanel,
      trilobite.ui.panel.reach.ReachPanel,
      trilobite.ui.panel.query.QueryPanel,
      trilobite.ui.panel.runs.RunsPanel,
      trilobite.ui.panel.settings.SettingsPanel,
      trilobite.ui.panel.threads.ThreadsPanel,
      trilobite.ui.panel.vitals.VitalsPanel,
      trilobite.ui.panel.welcome.WelcomePanel;
}
