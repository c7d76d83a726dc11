package io.handrail.chatbot.prompt;

import io.handrail.care.plan.CarePlan.ModelUse;
import io.handrail.chatbot.turn.Phrasing.Request;
import java.io.IOException;
import java.io.InputStream;
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
import java.util.Set;
import java.util.function.Function;

/** The prompts of this build, read and checked once. Made only from a folder that passes. */
public final class Prompts {
  /** How much of the last lines and of the worksheet goes in, tried in this order. */
  private static final List<int[]> FITS =
      List.of(
          new int[] {CaseData.LINES_MAX, CaseData.ENTRIES_MAX}, new int[] {2, 4}, new int[] {0, 0});

  private static final String BRIEF = "brief";

  private final Map<ModelUse, ReadyPrompt> prompts;
  private final ReadyPrompt brief;

  private Prompts(Map<ModelUse, ReadyPrompt> prompts, ReadyPrompt brief) {
    this.prompts = prompts;
    this.brief = brief;
  }

  /**
   * The prompts that were built into this program.
   *
   * @throws BadPrompts when they must not be used
   */
  public static Prompts bundled() {
    return read(path -> {
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
    return read(path -> {
      try {
        Path file = folder.resolve(path);
        return Files.isRegularFile(file) ? Optional.of(Files.readString(file)) : Optional.empty();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    });
  }

  static Prompts read(Function<String, Optional<String>> files) {
    var problems = new ArrayList<String>();
    Versions versions = Versions.read(files.apply("versions"), problems);
    var ready = new EnumMap<ModelUse, ReadyPrompt>(ModelUse.class);
    for (ModelUse use : ModelUse.values()) {
      if (use == ModelUse.OFF) continue;
      ready(use.name().toLowerCase(Locale.ROOT), files, versions, problems)
          .ifPresent(prompt -> ready.put(use, prompt));
    }
    Optional<ReadyPrompt> brief = ready(BRIEF, files, versions, problems);
    ready.forEach((use, prompt) -> problems.addAll(FullestCase.problems(use, prompt)));
    brief.ifPresent(prompt -> problems.addAll(BriefCase.problems(prompt)));
    if (!problems.isEmpty()) throw new BadPrompts(problems);
    return new Prompts(ready, brief.orElseThrow());
  }

  private static Optional<ReadyPrompt> ready(
      String name,
      Function<String, Optional<String>> files,
      Versions versions,
      List<String> problems) {
    return PromptFile.read(name, files, problems)
        .filter(file -> versions.holds(file, problems))
        .flatMap(file -> ReadyPrompt.of(file, problems));
  }

  /** The prompt's name and version for a level of autonomy; empty for {@link ModelUse#OFF}. */
  public Optional<PromptRef> ref(ModelUse use) {
    return Optional.ofNullable(prompts.get(use)).map(p -> p.file().ref());
  }

  /**
   * Makes the prompt for wording a brief ready.
   *
   * @param sentences at most {@link BriefCase#SENTENCES_MAX}; more are left out
   * @return empty when they are over the budget
   */
  public Optional<Rendered> brief(List<String> sentences, Set<String> hide) {
    var masks = new Masks(hide);
    ReadyPrompt.Filled filled = brief.fill(BriefCase.LANGUAGE, BriefCase.of(sentences, masks));
    return filled.tokens() > brief.file().budgetTokens()
        ? Optional.empty()
        : Optional.of(
            new Rendered(
                brief.file().ref(),
                filled.system(),
                filled.user(),
                filled.tokens(),
                Rendered.by(masks)));
  }

  /**
   * Makes a prompt ready. Old lines and worksheet entries are left out where a message in an
   * unusual script would go over the budget.
   *
   * @return empty when even the message alone is over the budget, or the plan says no model
   */
  public Optional<Rendered> render(Request request) {
    ReadyPrompt prompt = prompts.get(request.use());
    if (prompt == null) return Optional.empty();
    var masks = new Masks(request.hide());
    var data = new CaseData(request, masks);
    for (int[] fit : FITS) {
      ReadyPrompt.Filled filled = prompt.fill(data, fit[0], fit[1]);
      if (filled.tokens() <= prompt.file().budgetTokens()) {
        return Optional.of(
            new Rendered(
                prompt.file().ref(),
                filled.system(),
                filled.user(),
                filled.tokens(),
                Rendered.by(masks)));
      }
    }
    return Optional.empty();
  }
}
