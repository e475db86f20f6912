// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.session;

import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import trilobite.model.job.Job;
import trilobite.model.port.Projects;
import trilobite.model.port.Projects.TrustQuestion;
import trilobite.ui.panel.Toast;

/// Stands before Build and Run: lets through what is trusted, and asks about the rest.
public final class TrustGate {

  private final Projects projects;
  private final Host host;
  private final ReadOnlyObjectWrapper<Optional<Asked>> asked =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  TrustGate(Projects projects, Host host) {
    this.projects = projects;
    this.host = host;
  }

  /// A question that waits for its answer.
  ///
  /// @param verb what the user wanted to do, `Build` or `Run`
  public record Asked(TrustQuestion question, String verb, Runnable then) {}

  /// The question to show, while there is one.
  public ReadOnlyObjectProperty<Optional<Asked>> asked() {
    return asked.getReadOnlyProperty();
  }

  /// Goes on with `then` once the project is trusted.
  void pass(Path folder, String verb, Runnable then) {
    host.background(
        new Job<>("Look at what " + verb + " would do", _ -> projects.trustQuestion(folder)),
        question -> {
          if (question.trusted()) {
            asked.set(Optional.empty());
            then.run();
          } else {
            asked.set(Optional.of(new Asked(question, verb, then)));
          }
        },
        failure ->
            host.toast(
                Toast.error(
                    "Cannot " + verb.toLowerCase(java.util.Locale.ROOT), Words.of(failure))));
  }

  /// The user trusts what is asked about; what was wanted goes on.
  public void accept() {
    asked
        .get()
        .ifPresent(
            waiting -> {
              asked.set(Optional.empty());
              host.background(
                  new Job<>(
                      "Remember your trust",
                      _ -> {
                        projects.trust(waiting.question());
                        return true;
                      }),
                  _ -> waiting.then().run(),
                  failure ->
                      host.toast(Toast.error("Your answer was not kept", Words.of(failure))));
            });
  }

  /// Nothing is run.
  public void decline() {
    asked.set(Optional.empty());
  }
}
