// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.guests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import trilobite.model.command.Argument;
import trilobite.model.command.CommandLine;
import trilobite.model.console.LinePattern;
import trilobite.model.image.ImageIdentity;
import trilobite.model.port.Images;
import trilobite.model.project.Forward;
import trilobite.model.project.MemorySize;
import trilobite.model.project.Project;
import trilobite.model.project.SymbolFile;
import trilobite.model.project.Target;
import trilobite.model.run.Accelerator;
import trilobite.model.run.ForwardBinding;
import trilobite.model.time.HostClock;
import trilobite.model.wrap.LineTarget;
import trilobite.model.wrap.WrapPlan;
import trilobite.runner.console.ConsoleWatch;
import trilobite.runner.live.LaunchSpec;

/// What is known of a wrapped guest, in the words of a launch.
public record WrappedSpecs(Texts texts, Function<String, List<LinePattern>> panics) {

  private static final Logger LOG = LoggerFactory.getLogger(WrappedSpecs.class);

  /// Who reads images and writes project files.
  ///
  /// @param project the file that a line reads as
  public record Texts(Images images, Function<LineTarget, String> project) {}

  LaunchSpec of(RunPlace place, WrappedGuests.Line line, WrapPlan plan, LineTarget read) {
    var target = read.target();
    var image = image(target);
    var accelerator = target.accelerator().equals("auto") ? "tcg" : target.accelerator();
    return new LaunchSpec(
        place.id(),
        HostClock.wall(),
        project(read, image),
        texts.project().apply(read),
        target,
        line.folder(),
        place.durable(),
        place.runtime(),
        new CommandLine(line.program(), plan.words().stream().map(WrappedSpecs::word).toList()),
        new Accelerator(accelerator, "the command asks for it"),
        target.network().forwards().stream().map(WrappedSpecs::binding).toList(),
        plan.ram()
            .map(WrapPlan.Ram::bytes)
            .or(() -> target.memorySize().map(MemorySize::bytes))
            .orElse(0L),
        image.flatMap(ImageIdentity::buildId),
        new ConsoleWatch.Patterns(
            image.flatMap(ImageIdentity::ready).map(text -> LinePattern.text(text, true)),
            () -> panics.apply("auto")));
  }

  private static Argument word(String word) {
    return new Argument("", word, List.of(), "of the command");
  }

  private static ForwardBinding binding(Forward forward) {
    return new ForwardBinding(
        forward.proto(), forward.host(), forward.hostPort(), forward.guestPort());
  }

  private static Project project(LineTarget read, Optional<ImageIdentity> image) {
    var targets = new LinkedHashMap<String, Target>();
    targets.put(read.target().name(), read.target());
    var symbols = new ArrayList<SymbolFile>();
    image
        .flatMap(ImageIdentity::symbols)
        .ifPresent(
            file -> symbols.add(new SymbolFile(file.toString(), "kernel", OptionalLong.empty())));
    return new Project(
        read.name(), "command", List.of(), Map.of(), targets, symbols, "auto", List.of());
  }

  /// What boots; a guest is watched, whatever its image is.
  private Optional<ImageIdentity> image(Target target) {
    var file = target.kernel().map(Path::of).filter(Files::isReadable);
    try {
      return file.isEmpty() ? Optional.empty() : Optional.of(texts.images().identify(file.get()));
    } catch (IOException e) {
      LOG.info("the image cannot be read: {}", e.getMessage());
      return Optional.empty();
    }
  }
}
