package io.handrail.care.protocolfile;

import io.handrail.care.protocol.Protocol;
import io.handrail.care.protocol.Protocols;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code ./handrail protocols check [DIR]} and {@code ./handrail protocols draw NAME}. */
public final class ProtocolsCommand {
  private static final String USAGE =
      """
      handrail protocols check [DIR]        checks every protocol and instrument file
      handrail protocols draw NAME [DIR]    prints the flow as a Mermaid flowchart\
      """;

  private final PrintStream out;
  private final PrintStream err;

  ProtocolsCommand(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  public static void main(String[] args) {
    var out =
        new PrintStream(
            new java.io.FileOutputStream(java.io.FileDescriptor.out), true, StandardCharsets.UTF_8);
    var err =
        new PrintStream(
            new java.io.FileOutputStream(java.io.FileDescriptor.err), true, StandardCharsets.UTF_8);
    System.exit(new ProtocolsCommand(out, err).run(List.of(args)));
  }

  /** 0 when all is well, 1 when a file is not, 2 when the command is not understood. */
  int run(List<String> args) {
    String verb = args.isEmpty() ? "" : args.getFirst();
    if (verb.equals("check") && args.size() <= 2) return check(folder(args, 1));
    if (verb.equals("draw") && args.size() >= 2 && args.size() <= 3) {
      return draw(args.get(1), folder(args, 2));
    }
    err.println(USAGE);
    return 2;
  }

  private static Path folder(List<String> args, int at) {
    return args.size() > at ? Path.of(args.get(at)) : ProtocolFolder.standard();
  }

  private int check(Path folder) {
    ProtocolFolder.Report report = ProtocolFolder.check(folder);
    report.files().forEach(f -> out.println("ok  " + f));
    report.problems().forEach(err::println);
    InstrumentFolder.Report instruments = InstrumentFolder.check(folder);
    instruments.files().forEach(f -> out.println("ok  " + f));
    instruments.problems().forEach(err::println);
    return report.problems().isEmpty() && instruments.problems().isEmpty() ? 0 : 1;
  }

  private int draw(String name, Path folder) {
    ProtocolFolder.Report report = ProtocolFolder.check(folder);
    report.problems().forEach(err::println);
    Optional<Protocols> protocols = report.protocols();
    if (protocols.isEmpty()) return 1;
    Optional<Protocol> protocol = protocols.get().active(name);
    if (protocol.isEmpty()) {
      err.println(
          "there is no active protocol "
              + name
              + "; there are: "
              + String.join(
                  ", ", protocols.get().active().stream().map(p -> p.ref().name()).toList()));
      return 1;
    }
    String language =
        protocol.get().languages().contains("en")
            ? "en"
            : protocol.get().languages().iterator().next();
    out.print(
        Drawing.of(protocol.get(), language, Drawing.conditions(text(folder, protocol.get()))));
    return 0;
  }

  private static String text(Path folder, Protocol protocol) {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().matches(".*\\.ya?ml")).toList()) {
        String text = Files.readString(file);
        boolean its =
            text.lines()
                    .anyMatch(
                        l -> l.matches("protocol:\\s*" + protocol.ref().name() + "\\s*(#.*)?"))
                && text.lines()
                    .anyMatch(l ->
                        l.matches("version:\\s*\"?" + protocol.ref().version() + "\"?\\s*(#.*)?"));
        if (its) return text;
      }
    } catch (IOException e) {
      return "";
    }
    return "";
  }
}
