// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import java.io.IOException;
import java.io.Serial;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;
import trilobite.model.command.ShellLine;
import trilobite.model.console.GuestText;
import trilobite.model.port.LaunchException;
import trilobite.model.port.Projects;

/// The command line: one line a verb.
public final class Verbs {
  private Verbs() {}

  private static List<Object> all(Env env) {
    return List.of(
        new DemoVerb(env),
        new NewVerb(env),
        new BuildVerb(env),
        new OptionsVerb(env),
        new TimesVerb(env),
        new RunVerb(env),
        new KeepVerb(env),
        new KeepWrapVerb(env),
        new PapersVerb(env),
        new RehearseVerb(env),
        new GuestsVerb(env),
        new AttachVerb(env),
        new DetachVerb(env),
        new StopVerb(env),
        new PauseVerb(env),
        new ResumeVerb(env),
        new DumpVerb(env),
        new ConsoleVerb(env),
        new VitalsVerb(env),
        new PsVerb(env),
        new TopVerb(env),
        new NetstatVerb(env),
        new PingVerb(env),
        new TcpdumpVerb(env),
        new PrintVerb(env),
        new HexdumpVerb(env),
        new StackVerb(env),
        new MemVerb(env),
        new IostatVerb(env),
        new ViewVerb(env),
        new SqlVerb(env),
        new ProfileVerb(env),
        new RunsVerb(env),
        new IdentifyVerb(env),
        new ToolchainsVerb(env),
        new ImportVerb(env),
        new WrapVerb(env),
        new CommandVerb(env),
        new DoctorVerb(env));
  }

  /// Runs a command line and returns its exit code. Everything but the answer goes to standard
  /// error.
  public static int execute(Env env, String... args) {
    if (args.length == 0) {
      return window(env);
    }
    var words = Habits.words(args);
    return line(env, meant(env, words[0])).execute(words);
  }

  /// The one verb that a word names, or all of them: the parser takes as long to make itself
  /// acquainted with each of them as some verbs take for their answer.
  private static List<Object> meant(Env env, String word) {
    var all = all(env);
    var named = all.stream().filter(verb -> name(verb).equals(word)).toList();
    return named.isEmpty() ? all : named;
  }

  private static String name(Object verb) {
    return verb.getClass().getAnnotation(Command.class).name();
  }

  /// Without a verb there is nothing to parse, and the parser would stand in front of the window.
  private static int window(Env env) {
    try {
      return new Root(env).call();
    } catch (RuntimeException failure) {
      env.err().println(GuestText.visible("trilobite: " + message(failure)));
      return code(failure);
    }
  }

  static CommandLine line(Env env) {
    return line(env, all(env));
  }

  private static CommandLine line(Env env, List<Object> verbs) {
    var line = new CommandLine(new Root(env));
    verbs.forEach(line::addSubcommand);
    line.getSubcommands().values().forEach(Verbs::help);
    // What stands behind a wrapped command's name is the command's.
    line.getSubcommands().values().stream()
        .filter(verb -> verb.getCommand() instanceof WrapVerb)
        .forEach(verb -> verb.setStopAtPositional(true));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setExecutionExceptionHandler(failures(env));
    line.setExecutionStrategy(Verbs::first);
    line.setOut(new java.io.PrintWriter(env.out(), true, java.nio.charset.StandardCharsets.UTF_8));
    line.setErr(new java.io.PrintWriter(env.err(), true, java.nio.charset.StandardCharsets.UTF_8));
    return line;
  }

  /// A verb comes first: what stands before it would be passed over in silence, and the verb done
  /// to another guest than the one that was meant.
  private static int first(ParseResult parsed) {
    if (parsed.hasSubcommand() && !parsed.matchedPositionals().isEmpty()) {
      var before = parsed.matchedPositionals().getFirst().stringValues().getFirst();
      var verb = parsed.subcommand().commandSpec();
      var place = verb.positionalParameters().isEmpty() && verb.findOption("-g") != null;
      var cure =
          "trilobite %s %s%s".formatted(verb.name(), place ? "-g " : "", ShellLine.word(before));
      var refusal = new VerbException(Exit.USAGE, "a verb comes first: " + cure);
      throw new ExecutionException(parsed.commandSpec().commandLine(), cure, refusal);
    }
    return new RunLast().execute(parsed);
  }

  private static void help(CommandLine verb) {
    verb.getCommandSpec()
        .addOption(
            OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("says what the verb does and takes")
                .build());
    verb.getSubcommands().values().forEach(Verbs::help);
  }

  private static IExecutionExceptionHandler failures(Env env) {
    return (failure, line, parsed) -> {
      env.err().println(GuestText.visible("trilobite: " + message(failure)));
      return code(failure);
    };
  }

  private static String message(Exception failure) {
    if (failure instanceof LaunchException refused) {
      return Refusal.text(refused);
    }
    if (failure instanceof NoSuchFileException missing) {
      return "no such file or folder: " + missing.getFile();
    }
    var message = failure.getMessage();
    return message == null ? failure.toString() : message;
  }

  private static int code(Exception failure) {
    return switch (failure) {
      case VerbException verb -> verb.code();
      case LaunchException launch ->
          switch (launch.reason()) {
            case INVALID, QEMU -> Exit.NO;
            case ABSENT -> Exit.ABSENT;
            case UNTRUSTED -> Exit.USAGE;
            case MACHINE -> Exit.MACHINE;
            case CANCELLED -> Exit.CANCELLED;
          };
      case InterruptedException cancelled -> Exit.CANCELLED;
      case NoSuchFileException missing -> Exit.ABSENT;
      case Projects.NoProjectException none -> Exit.ABSENT;
      case IOException io -> Exit.NO;
      default -> Exit.NO;
    };
  }

  /// `trilobite` with no verb opens the window, on a folder where one is named.
  @Command(
      name = "trilobite",
      mixinStandardHelpOptions = true,
      version = "trilobite 0.1.0",
      description =
          "Builds, boots and looks inside unikernels from outside. Without a verb: the window.")
  static final class Root implements Callable<Integer> {
    private final Env env;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(
        arity = "0..1",
        paramLabel = "DIR",
        description =
            "the project folder, or image, that the window opens; the last one by default")
    private Optional<Path> place = Optional.empty();

    Root(Env env) {
      this.env = env;
    }

    @Override
    public Integer call() {
      var named = place.map(env::resolve);
      // A verb with a slip of the pen is no folder: the parser knows the verbs that are near.
      if (named.filter(path -> !Files.exists(path)).isPresent()) {
        var word = place.get().toString();
        Habits.refuse(word);
        throw new NoVerb(spec.commandLine(), word);
      }
      env.windows().announce();
      return env.windows().open(env.workbench().get(), named, Optional.empty(), false);
    }
  }

  /// A first word that is neither a verb nor a place; the parser adds the verbs that are near.
  private static final class NoVerb extends UnmatchedArgumentException {
    @Serial private static final long serialVersionUID = 1;

    private final String word;

    NoVerb(CommandLine line, String word) {
      super(line, List.of(word));
      this.word = word;
    }

    @Override
    public String getMessage() {
      return GuestText.visible("trilobite: there is no verb and no file “" + word + "”");
    }
  }
}
