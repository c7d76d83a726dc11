package io.handrail.care.protocol;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Words as thumbs write them: "dont wanna", "id say", "a q te refieres". English and Spanish. */
final class Shorthand {
  private static final Map<String, String> FULL = new HashMap<>();

  static {
    String list =
        "dont=don't|didnt=didn't|doesnt=doesn't|cant=can't|couldnt=couldn't|wouldnt=wouldn't|shouldnt=shouldn't"
            + "|wont=won't|isnt=isn't|arent=aren't|wasnt=wasn't|werent=weren't|havent=haven't|hasnt=hasn't|im=i'm"
            + "|ive=i've|lets=let's|thats=that's|whats=what's|wheres=where's|hows=how's|theres=there's|youre=you're|theyre=they're|gonna=going"
            + " to|gotta=got to|wanna=want to|lemme=let me|gimme=give"
            + " me|u=you|ur=your|pls=please|plz=please|thx=thanks|bc=because|cuz=because|cos=because|tmrw=tomorrow|tmr=tomorrow|rn=right"
            + " now|smth=something|q=que|k=que|xq=por que|pq=por que|porq=por que|xfa=por"
            + " favor|porfa=por"
            + " favor|tb=tambien|tmb=tambien|dnd=donde|cmo=como|toy=estoy|pa=para|ns=no se|nose=no"
            + " se";
    for (String pair : list.split("\\|")) FULL.put(pair.split("=")[0], pair.split("=")[1]);
  }

  private Shorthand() {}

  /** A bare text in full words. "Id" is "I'd" only where it leads a clause. */
  static String spelled(String bare) {
    return Texts.tokens(bare).stream()
        .map(word -> FULL.getOrDefault(word, word))
        .collect(Collectors.joining(" "))
        .replaceAll("^id (?=rather|say|like|prefer|sooner|want|call|put)", "i'd ")
        .replaceAll(
            "\\bits (?=a|the|not|just|so|too|hard|all|my|no|been|pointless|stupid)\\b", "it's ");
  }
}
