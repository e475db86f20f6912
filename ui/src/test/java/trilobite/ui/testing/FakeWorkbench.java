// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.testing;

import trilobite.model.port.ProfileChecks;
import trilobite.model.port.Workbench;

/// Fakes of all ports, each with knobs of its own.
public final class FakeWorkbench implements Workbench {

  private final FakeFormat format = new FakeFormat();
  private final FakeProjects projects = new FakeProjects(format);
  private final FakeBuilds builds = new FakeBuilds();
  private final FakeGuests guests =
      new FakeGuests(folder -> projects.trustQuestion(folder).trusted());
  private final FakeElsewhere elsewhere = new FakeElsewhere();
  private final FakeImages images = new FakeImages();
  private final FakeHistory history = new FakeHistory();
  private final FakeQueries queries = new FakeQueries();
  private final FakeCaptures captures = new FakeCaptures();
  private final FakeMachine machine = new FakeMachine();
  private final FakeWorkspace workspace = new FakeWorkspace();
  private final FakeSettings settings = new FakeSettings();
  private final FakeJobs jobs = new FakeJobs();
  private final FakeLoad load = new FakeLoad();
  private volatile boolean closed;

  @Override
  public FakeFormat format() {
    return format;
  }

  @Override
  public FakeProjects projects() {
    return projects;
  }

  @Override
  public FakeBuilds builds() {
    return builds;
  }

  @Override
  public FakeGuests guests() {
    return guests;
  }

  @Override
  public FakeElsewhere elsewhere() {
    return elsewhere;
  }

  @Override
  public FakeImages images() {
    return images;
  }

  @Override
  public ProfileChecks profiles() {
    return (image, profile) -> java.util.List.of();
  }

  @Override
  public FakeHistory history() {
    return history;
  }

  @Override
  public FakeQueries queries() {
    return queries;
  }

  @Override
  public FakeCaptures captures() {
    return captures;
  }

  @Override
  public FakeMachine machine() {
    return machine;
  }

  @Override
  public FakeWorkspace workspace() {
    return workspace;
  }

  @Override
  public FakeSettings settings() {
    return settings;
  }

  @Override
  public FakeJobs jobs() {
    return jobs;
  }

  @Override
  public FakeLoad load() {
    return load;
  }

  public boolean closed() {
    return closed;
  }

  @Override
  public void close() {
    closed = true;
  }
}
