// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import trilobite.model.console.GuestText;
import trilobite.model.guest.Eyes;
import trilobite.model.guest.Listing;
import trilobite.model.guest.View;
import trilobite.model.guest.Views;
import trilobite.model.inspect.ProfileFit;

/// `trilobite profile check IMAGE`.
@Command(
    name = "profile",
    description = "Says which entries of an OS profile an image has, and shows the first rows.")
final class ProfileVerb implements Callable<Integer> {
  private static final int ROWS = 3;

  private final Env env;

  @Mixin private GuestChoice guest = new GuestChoice();

  @Parameters(index = "0", paramLabel = "check", description = "the only thing to do with one")
  private String act = "";

  @Parameters(index = "1", paramLabel = "IMAGE", description = "a kernel's file with its symbols")
  private Path image = Path.of(".");

  @Option(
      names = "--profile",
      paramLabel = "NAME",
      description = "this one instead of those that the image's symbols speak for")
  private String profile = "";

  @Option(names = "--rows", description = "first rows of the guest that runs, or of that of -g")
  private boolean rows;

  @Option(names = "--json", description = "one JSON object a profile")
  private boolean json;

  ProfileVerb(Env env) {
    this.env = env;
  }

  @Override
  public Integer call() throws Exception {
    if (!act.equals("check")) {
      throw new VerbException(
          Exit.USAGE, "profile knows check only: trilobite profile check IMAGE");
    }
    var fits = env.workbench().get().profiles().check(env.resolve(image), profile);
    fits.forEach(json ? this::object : this::lines);
    if (fits.isEmpty()) {
      env.err().println("trilobite: no profile knows anything of this image");
    }
    if (rows || !guest.wanted().isEmpty()) {
      var eyes = guest.choose(env.workbench().get()).eyes();
      for (var view : List.of(Views.THREADS, Views.LISTENERS, Views.ALLOCATORS)) {
        show(eyes, view);
      }
    }
    return !fits.isEmpty() && fits.stream().allMatch(ProfileFit::fits) ? Exit.DONE : Exit.NO;
  }

  private void lines(ProfileFit fit) {
    say("profile " + fit.profile() + (fit.detected() ? "" : ": the image has not all its symbols"));
    var answer = new Answer("", "ENTRY", "SAYS", "IS");
    fit.entries().forEach(e -> answer.row(e.fits() ? "ok" : "NO", e.name(), e.says(), e.what()));
    answer.print(env);
    if (!fit.types().isEmpty()) {
      say("entries that need types were not looked at: " + fit.types());
    }
  }

  private void say(String line) {
    env.out().println(env.terminal() ? GuestText.visible(line) : line);
  }

  private void object(ProfileFit fit) {
    env.out()
        .println(
            new Json()
                .put("profile", fit.profile())
                .put("detected", fit.detected())
                .put("fits", fit.fits())
                .put("types", fit.types().isEmpty() ? null : fit.types())
                .put("entries", fit.entries().stream().map(ProfileVerb::entry).toList()));
  }

  private static Map<String, ?> entry(ProfileFit.Entry entry) {
    return new Json()
        .put("entry", entry.name())
        .put("says", entry.says())
        .put("fits", entry.fits())
        .put(entry.fits() ? "is" : "why", entry.what())
        .map();
  }

  private <R extends Record> void show(Eyes eyes, View<R> view) {
    var seen =
        eyes.see(view)
            .map(
                listing ->
                    new Listing<>(listing.rows().stream().limit(ROWS).toList(), listing.cut()));
    int ignored = new TableAnswer<>(env, view.table(), Set.of()).print(seen, json);
  }
}
