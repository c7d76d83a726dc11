package io.handrail.chatbot.prompt;

import freemarker.core.PlainTextOutputFormat;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.SimpleObjectWrapper;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import io.handrail.care.plan.CarePlan.ModelUse;
import io.handrail.chatbot.turn.Phrasing.Request;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The prompts of this build, read and checked once. Made only from a folder that passes. */
public final class Prompts {
  private static final Configuration CONFIGURATION = configuration();

  /** How much of the last lines and of the worksheet goes in, tried in this order. */
  private static final List<int[]> FITS =
      List.of(
          new int[] {CaseData.LINES_MAX, CaseData.ENTRIES_MAX}, new int[] {2, 4}, new int[] {0, 0});

  private record Ready(PromptFile file, Template system, Template user) {}

  private final Map<ModelUse, Ready> prompts;

  private Prompts(Map<ModelUse, Ready> prompts) {
    this.prompts = prompts;
  }

  /**
   * The prompts that were built into this program.
   *
   * @throws BadPrompts when they must not be used
   */
  public static Prompts bundled() {
    return read(
        path -> {
          try (InputStream in = Prompts.class.getResourceAsStream("/prompts/" + path)) {
            if (in == null) return Optional.empty();
            return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  /**
   * The prompts in a folder.
   *
   * @throws BadPrompts when they must not be used
   */
  public static Prompts in(Path folder) {
    return read(
        path -> {
          try {
            Path file = folder.resolve(path);
            return Files.isRegularFile(file)
                ? Optional.of(Files.readString(file))
                : Optional.empty();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  static Prompts read(Function<String, Optional<String>> files) {
    var problems = new ArrayList<String>();
    Versions versions = Versions.read(files.apply("versions"), problems);
    var ready = new EnumMap<ModelUse, Ready>(ModelUse.class);
    for (ModelUse use : ModelUse.values()) {
      if (use == ModelUse.OFF) continue;
      String name = use.name().toLowerCase(Locale.ROOT);
      PromptFile.read(name, files, problems)
          .filter(file -> versions.holds(file, problems))
          .flatMap(file -> parsed(file, problems))
          .ifPresent(prompt -> ready.put(use, prompt));
    }
    ready.forEach(
        (use, prompt) -> problems.addAll(FullestCase.problems(use, prompt.file, fill(prompt))));
    if (!problems.isEmpty()) throw new BadPrompts(problems);
    return new Prompts(ready);
  }

  private static Optional<Ready> parsed(PromptFile file, List<String> problems) {
    String name = file.ref().name();
    try {
      return Optional.of(
          new Ready(
              file,
              new Template(name + "/system", file.system(), CONFIGURATION),
              new Template(name + "/user", file.user(), CONFIGURATION)));
    } catch (IOException e) {
      problems.add(
          "prompts/"
              + name
              + ".ftl or a part of it: "
              + e.getMessage().lines().findFirst().orElse("cannot be parsed"));
      return Optional.empty();
    }
  }

  private static Function<Map<String, Object>, String[]> fill(Ready prompt) {
    return variables ->
        new String[] {filled(prompt.system, variables), filled(prompt.user, variables)};
  }

  private static String filled(Template template, Map<String, Object> variables) {
    try {
      var out = new StringWriter(4096);
      template.process(variables, out);
      return out.toString();
    } catch (TemplateException | IOException e) {
      // The message would quote the case; the name of the template says enough.
      throw new IllegalStateException("prompt " + template.getName() + " could not be filled");
    }
  }

  /** The prompt's name and version for a level of autonomy; empty for {@link ModelUse#OFF}. */
  public Optional<PromptRef> ref(ModelUse use) {
    return Optional.ofNullable(prompts.get(use)).map(p -> p.file.ref());
  }

  /**
   * Makes a prompt ready. Old lines and worksheet entries are left out where a message in an
   * unusual script would go over the budget.
   *
   * @return empty when even the message alone is over the budget, or the plan says no model
   */
  public Optional<Rendered> render(Request request) {
    Ready prompt = prompts.get(request.use());
    if (prompt == null) return Optional.empty();
    var masks = new Masks(request.hide());
    var data = new CaseData(request, masks);
    for (int[] fit : FITS) {
      String[] texts = fill(prompt).apply(data.variables(fit[0], fit[1]));
      int tokens = Tokens.atMost(texts[0]) + Tokens.atMost(texts[1]);
      if (tokens <= prompt.file.budgetTokens()) {
        return Optional.of(
            new Rendered(prompt.file.ref(), texts[0], texts[1], tokens, Rendered.by(masks)));
      }
    }
    return Optional.empty();
  }

  private static Configuration configuration() {
    var configuration = new Configuration(Configuration.VERSION_2_3_34);
    configuration.setTemplateLoader(null);
    configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
    configuration.setAPIBuiltinEnabled(false);
    // Maps, lists and texts only: no template can reach a method.
    configuration.setObjectWrapper(new SimpleObjectWrapper(Configuration.VERSION_2_3_34));
    configuration.setOutputFormat(PlainTextOutputFormat.INSTANCE);
    configuration.setRecognizeStandardFileExtensions(false);
    configuration.setTagSyntax(Configuration.ANGLE_BRACKET_TAG_SYNTAX);
    configuration.setInterpolationSyntax(Configuration.DOLLAR_INTERPOLATION_SYNTAX);
    configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    configuration.setLogTemplateExceptions(false);
    configuration.setWrapUncheckedExceptions(true);
    configuration.setLocalizedLookup(false);
    configuration.setLocale(Locale.ROOT);
    configuration.setNumberFormat("computer");
    return configuration;
  }
}
