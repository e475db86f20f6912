// SPDX-License-Identifier: Apache-2.0
package trilobite.runner;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import trilobite.model.place.Locations;
import trilobite.model.port.Builds;
import trilobite.model.port.Captures;
import trilobite.model.port.Domains;
import trilobite.model.port.Elsewhere;
import trilobite.model.port.Guests;
import trilobite.model.port.History;
import trilobite.model.port.Images;
import trilobite.model.port.Jobs;
import trilobite.model.port.Load;
import trilobite.model.port.Machine;
import trilobite.model.port.ProfileChecks;
import trilobite.model.port.ProjectFormat;
import trilobite.model.port.Projects;
import trilobite.model.port.Queries;
import trilobite.model.port.Settings;
import trilobite.model.port.Workbench;
import trilobite.model.port.Workspace;
import trilobite.model.port.Wraps;
import trilobite.model.time.HostClock;
import trilobite.model.wrap.LineTarget;
import trilobite.runner.attach.ForeignGuests;
import trilobite.runner.attach.RamLeftAlone;
import trilobite.runner.build.ToolchainBuilds;
import trilobite.runner.data.Data;
import trilobite.runner.debug.GuestTypes;
import trilobite.runner.domain.Virsh;
import trilobite.runner.fit.ImageChecks;
import trilobite.runner.guard.GuardShells;
import trilobite.runner.guests.HeldPorts;
import trilobite.runner.guests.Leftovers;
import trilobite.runner.guests.LocalGuests;
import trilobite.runner.guests.Places;
import trilobite.runner.guests.Starting;
import trilobite.runner.guests.WrappedGuests;
import trilobite.runner.guests.WrappedSpecs;
import trilobite.runner.history.RunHistory;
import trilobite.runner.identify.LocalImages;
import trilobite.runner.job.ThreadJobs;
import trilobite.runner.live.Follower;
import trilobite.runner.live.Launcher;
import trilobite.runner.load.HttpLoad;
import trilobite.runner.machine.HostMachine;
import trilobite.runner.place.Self;
import trilobite.runner.profile.KeptProfiles;
import trilobite.runner.profile.PanicPatterns;
import trilobite.runner.project.HostFactsReader;
import trilobite.runner.project.ProjectFolders;
import trilobite.runner.project.Templates;
import trilobite.runner.project.TomlProjectFormat;
import trilobite.runner.query.SqlQueries;
import trilobite.runner.relay.PacketFile;
import trilobite.runner.settings.FileSettings;
import trilobite.runner.shark.SharkCaptures;
import trilobite.runner.thread.Threads;
import trilobite.runner.toolchain.Kit;
import trilobite.runner.toolchain.ToolCheck;
import trilobite.runner.toolchain.Toolchains;
import trilobite.runner.vitals.RunObservers;
import trilobite.runner.workspace.DiskWorkspace;
import trilobite.runner.wrap.LineProject;
import trilobite.runner.wrap.LocalWraps;

/// Puts the runner's parts together, once per process, and hands out the ports. The only class that
/// the application sees.
public final class Runner implements Workbench {

  private static final Logger LOG = LoggerFactory.getLogger(Runner.class);

  /// How long a program that ends waits for what it clears away.
  private static final Duration CLEARING = Duration.ofSeconds(2);

  private final ProjectFormat format = new TomlProjectFormat();
  private final ThreadJobs jobs = new ThreadJobs();
  private final HttpLoad load = new HttpLoad();
  private final HostMachine machine;
  private final FileSettings settings;
  private final ProjectFolders projects;
  private final ToolchainBuilds builds;
  private final LocalImages images;
  private final ImageChecks profiles;
  private final RunHistory history;
  private final SqlQueries queries;
  private final SharkCaptures captures;
  private final LocalGuests guests;
  private final ForeignGuests elsewhere;
  private final Thread clearing;
  private final LocalWraps wraps;
  private final GuardShells shells = new GuardShells();
  private final DiskWorkspace workspace;

  private Runner(Locations locations, Map<String, String> env, List<String> self)
      throws IOException {
    var data = Data.shipped();
    var places = Places.of(locations);
    var toolchains = new Toolchains(data, locations.config());
    var templates = new Templates(data);
    settings = new FileSettings(locations.config());
    machine = new HostMachine(locations.cache(), env.getOrDefault("PATH", "/usr/bin:/bin"));
    var held = new HeldPorts(places);
    var facts =
        new HostFactsReader(machine::report, toolchains, places.runtime().bases(), held::mark);
    projects = new ProjectFolders(templates, toolchains, facts, locations.state());
    var tools =
        new ToolchainBuilds.Tools(toolchains, new ToolCheck(env), new Kit(data, locations.cache()));
    builds = new ToolchainBuilds(projects, templates, tools, format, locations.state());
    images = new LocalImages(locations.config(), locations.state(), locations.cache(), format);
    history =
        new RunHistory(
            locations.state(), () -> RunHistory.limit(settings.get(RunHistory.LIMIT_SETTING)));
    queries = new SqlQueries(history, HostClock::nanos);
    captures = new SharkCaptures(locations.state(), env);
    var types = types(locations, env);
    var kernels = new KeptProfiles(locations.config());
    profiles = new ImageChecks(kernels, types);
    var observers = new RunObservers(kernels, types, history);
    var panics = new PanicPatterns(kernels);
    var starting =
        new Starting(panics::of, panics::ends, self, locations.state().resolve("keeper.log"));
    var launcher =
        new Launcher(
            observers, shells, () -> PacketFile.limit(settings.get(PacketFile.LIMIT_SETTING)));
    guests = new LocalGuests(projects, machine, places, launcher, starting);
    elsewhere =
        new ForeignGuests(
            kernels,
            types,
            guests,
            observers,
            () -> PacketFile.limit(settings.get(PacketFile.LIMIT_SETTING)));
    wraps = wraps(places, observers, panics, self, env);
    workspace =
        new DiskWorkspace(settings, env, locations.data().resolveSibling("Trash"), Self.uid());
    clearing = Threads.waiting("leftovers", () -> clear(new Leftovers(places)));
    elsewhere.after(clearing);
  }

  private LocalWraps wraps(
      Places places,
      RunObservers observers,
      PanicPatterns panics,
      List<String> self,
      Map<String, String> env) {
    var follower =
        new Follower(
            observers,
            () -> PacketFile.limit(settings.get(PacketFile.LIMIT_SETTING)),
            RamLeftAlone::open);
    Function<LineTarget, String> project = line -> LineProject.text(line, format);
    var texts = new WrappedSpecs.Texts(images, project);
    var guests = new WrappedGuests(places, follower, texts, panics::of);
    var path = env.getOrDefault("PATH", "/usr/bin:/bin");
    return new LocalWraps(places, guests, project, self, path);
  }

  /// Opens the workbench of this user. What owners that died left behind is cleared in the
  /// background.
  ///
  /// @param env environment, for XDG folders and `PATH`
  /// @param args the program's arguments, so that it can start itself as a keeper
  /// @throws IOException where this user's folders cannot even be named
  public static Runner open(Map<String, String> env, String... args) throws IOException {
    return new Runner(locations(env), env, Self.command(args.length));
  }

  /// The folders of this user, made or not.
  ///
  /// @throws IOException where they cannot even be named
  public static Locations locations(Map<String, String> env) throws IOException {
    return Locations.of(env, Path.of(System.getProperty("user.home")), Self.uid());
  }

  private static GuestTypes types(Locations locations, Map<String, String> env) {
    var home = Path.of(env.getOrDefault("HOME", System.getProperty("user.home")));
    return new GuestTypes(locations.cache(), home, env);
  }

  /// A verb is over sooner than what others left behind is cleared, and there may be verbs only.
  private void cleared() {
    try {
      if (!clearing.join(CLEARING)) {
        LOG.info("what earlier owners left behind is not all cleared yet");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void clear(Leftovers leftovers) {
    try {
      leftovers.clear();
    } catch (IOException e) {
      LOG.warn("what earlier owners left behind could not be cleared: {}", e.getMessage());
    }
  }

  @Override
  public ProjectFormat format() {
    return format;
  }

  @Override
  public Projects projects() {
    return projects;
  }

  @Override
  public Builds builds() {
    return builds;
  }

  @Override
  public Guests guests() {
    return guests;
  }

  @Override
  public Elsewhere elsewhere() {
    return elsewhere;
  }

  @Override
  public Wraps wraps() {
    return wraps;
  }

  @Override
  public Domains domains() {
    return new Virsh();
  }

  @Override
  public Images images() {
    return images;
  }

  @Override
  public ProfileChecks profiles() {
    return profiles;
  }

  @Override
  public History history() {
    return history;
  }

  @Override
  public Queries queries() {
    return queries;
  }

  @Override
  public Captures captures() {
    return captures;
  }

  @Override
  public Machine machine() {
    return machine;
  }

  @Override
  public Workspace workspace() {
    return workspace;
  }

  @Override
  public Settings settings() {
    return settings;
  }

  @Override
  public Jobs jobs() {
    return jobs;
  }

  @Override
  public Load load() {
    return load;
  }

  @Override
  public void close() {
    load.stop();
    cleared();
    guests.close();
    elsewhere.close();
    shells.close();
    history.close();
    jobs.close();
    settings.close();
  }
}
