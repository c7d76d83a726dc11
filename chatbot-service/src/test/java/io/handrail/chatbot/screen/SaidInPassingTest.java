package io.handrail.chatbot.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.handrail.care.conversation.Level;
import io.handrail.chatbot.turn.Screen.Heard;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * What is heard when it stands alone is heard with an everyday beginning or end too: "I want to
 * kill myself over the exam" is no idiom, and danger that is spoken of beside football is danger.
 */
class SaidInPassingTest {
  private static final SafetyScreen SCREEN = new SafetyScreen();

  private static final List<String> SAID =
      List.of(
          "I thought about killing myself",
          "I've been thinking of killing myself",
          "I want to kill myself",
          "I don't want to be alive",
          "I feel suicidal",
          "I keep thinking about ending my life",
          "I nearly killed myself",
          "I was going to hang myself",
          "I want to end my life",
          "I'm going to kill myself tonight",
          "I took all my pills",
          "I hear a voice telling me to hurt him",
          "my husband hits me",
          "I have a plan to end it",
          "I keep cutting my arms",
          "I want to hurt myself",
          "I can't go on living",
          "I'm going to jump off the bridge",
          "I bought a rope to hang myself",
          "I'd be better off dead",
          "I make myself sick after every meal",
          "I'm going to shoot up my school",
          "I'm going to stab him tomorrow");

  private static final List<String> AFTER =
      List.of(
          "over the disciplinary",
          "over this",
          "over her",
          "over the exam",
          "because of the exam",
          "after the wedding",
          "on Tuesday",
          "at work",
          "in the meeting",
          "during the film",
          "before the match",
          "at the gym",
          "and then I did the dishes",
          "but I did my homework for you",
          "so I rated it 80",
          "like I wrote on the sheet",
          "when my boss laughed at me",
          "while driving",
          "in traffic",
          "watching football",
          "for my kids",
          "at the party",
          "and nobody noticed",
          "sometimes",
          "to be honest",
          "lol",
          "haha",
          "which is silly",
          "for what I said to mum",
          "about the presentation",
          "because the dog died",
          "if I fail");

  private static final List<String> BEFORE =
      List.of(
          "told HR",
          "my boss said no and",
          "in the evidence column I put that",
          "dad died and",
          "the deadline was killing me and",
          "after the gym",
          "the game was on and",
          "I told my sister",
          "for the record",
          "I laughed at the film but",
          "I hate my hair and");

  private static Level level(String text) {
    return SCREEN
        .screen(new Heard(text, "en", List.of(), Optional.empty(), Level.NONE, Optional.empty()))
        .level();
  }

  @Test
  void an_everyday_beginning_or_end_takes_nothing_away() {
    List<String> missed = new ArrayList<>();
    for (String said : SAID) {
      assertTrue(level(said).atLeast(Level.CONCERN), said);
      for (String after : AFTER) missed.add(said + " " + after);
      for (String after : AFTER) missed.add(said + ". " + after);
      for (String before : BEFORE) missed.add(before + " " + said);
    }
    missed.removeIf(text -> level(text).atLeast(Level.CONCERN));
    assertEquals(List.of(), missed);
  }

  @Test
  void what_everybody_says_of_work_and_laughter_stays_quiet() {
    for (String text :
        List.of(
            "I've been killing myself at work",
            "I'm killing myself over this essay",
            "I nearly killed myself laughing",
            "no point killing myself for this job",
            "I could have died of embarrassment",
            "that cake was to die for",
            "I'd die for a coffee",
            "the news hit me hard",
            "it hit me like a ton of bricks",
            "I hurt myself at the gym",
            "I'm going to kill him at chess",
            "I'm going to kill him in the game")) {
      assertTrue(!level(text).atLeast(Level.CONCERN), text);
    }
  }
}
